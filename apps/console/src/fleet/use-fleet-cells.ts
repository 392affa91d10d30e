import { type ApiError } from '@skein/client';
import { type RefObject, useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { useAsk } from '../data/use-ask.ts';
import { FleetMapPageDocument } from '../generated/documents.ts';
import { type LiveEvent, useLive } from '../live/live-context.tsx';
import { applyDelta, type FleetCells, fleetCellsOf, type FleetDelta } from './fleet-cells.ts';
import { type MapPainter } from './fleet-map-canvas.tsx';

interface AskedCells { readonly cells: FleetCells | null; readonly nodeCount: number; readonly matchCount: number; readonly error: ApiError | null; readonly version: number; readonly askAgain: () => void }

/** The map of the fleet, kept up by deltas: they are drawn at once, and only the counts go through React. */
export function useFleetCells(query: string, painter: RefObject<MapPainter | null>): AskedCells {
  const [version, bump] = useReducer((seen: number) => seen + 1, 0);
  const { data, error, refetch } = useAsk(FleetMapPageDocument, { filter: query === '' ? null : { query } }, { freshSeconds: 0, keepPrevious: true });
  const cells = useMemo(() => (data === undefined ? null : fleetCellsOf(data.fleetMap)), [data]);
  const askAgain = useCallback(() => { void refetch(); }, [refetch]);
  const told = useRef<FleetDelta | null>(null);
  useEffect(() => {
    // The map may have been read before the changes were counted, and have come afterwards.
    if (cells !== null && told.current !== null && (told.current.layout !== cells.layout || told.current.revision > cells.revision)) askAgain();
  }, [cells, askAgain]);
  const listen = useCallback(({ fleet }: LiveEvent) => {
    if (fleet === null) return;
    told.current = fleet;
    if (cells === null) return;
    const began = performance.now();
    const changed = applyDelta(cells, fleet);
    if (changed === null) return askAgain();
    if (changed.length === 0) return;
    painter.current?.paint(changed);
    performance.measure('skein:fleet-delta-applied', { start: began, end: performance.now(), detail: changed.length });
    bump();
  }, [cells, askAgain, painter]);
  useLive({ fleet: true }, listen);
  return { cells, nodeCount: data?.fleetMap.nodeCount ?? 0, matchCount: data?.fleetMap.matchCount ?? 0, error, version, askAgain };
}
