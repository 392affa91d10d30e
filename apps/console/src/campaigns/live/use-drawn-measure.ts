import { useCallback, useEffect, useRef } from 'react';

/** Measures from the moment a live message came until what it changed is drawn, under a name that the benchmark reads. */
export function useDrawnMeasure(name: `skein:${string}`, shown: unknown): () => void {
  const begun = useRef<number | null>(null);
  useEffect(() => {
    if (begun.current === null) return;
    performance.measure(name, { start: begun.current, end: performance.now() });
    begun.current = null;
  }, [name, shown]);
  return useCallback(() => { begun.current ??= performance.now(); }, []);
}
