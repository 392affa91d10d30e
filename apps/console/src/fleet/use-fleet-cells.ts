import { type ApiError } from '@skein/client';
import { type RefObject, useCallback, useMemo, useReducer } from 'react';
import { useAsk } from '../data/use-ask.ts';
import { FleetMapPageDocument } from '../generated/documents.ts';
import { type LiveEvent, useLive } from '../live/live-context.tsx';
import { applyDelta, type FleetCells, fleetCellsOf } from './fleet-cells.ts';
import { type MapPainter } from './fleet-map-canvas.tsx';

interface AskedCells { readonly cells: FleetCells | null; readonly nodeCount: number; readonly matchCount: number; readonly error: ApiError | null; readonly version: number; readonly askAgain: () => void }

/** The map of the fleet, kept up by deltas: they are drawn at once, and only the counts go through React. */
export function useFleetCells(query: string, painter: RefObject<MapPainter | null>): AskedCells {
  const [version, bump] = useReducer((seen: number) => seen + 1, 0);
  const { data, error, refetch } = useAsk(FleetMapPageDocument, { filter: query === '' ? null : { query } }, { freshSeconds: 0, keepPrevious: true });
  const cells = useMemo(() => (data === undefined ? null : fleetCellsOf(data.fleetMap)), [data]);
  const askAgain = useCallback(() => { void refetch(); }, [refetch]);
  const listen = useCallback(({ fleet }: LiveEvent) => {
    if (fleet === null || cells === null) return;
    const began = performance.now();
    const changed = applyDelta(cells, fleet);
    if (changed === null) return askAgain();
    painter.current?.paint(changed);
    performance.measure('skein:fleet-delta-applied', { start: began, end: performance.now(), detail: changed.length });
    bump();
  }, [cells, askAgain, painter]);
  useLive({ fleet: true }, listen);
  return { cells, nodeCount: data?.fleetMap.nodeCount ?? 0, matchCount: data?.fleetMap.matchCount ?? 0, error, version, askAgain };
}
