import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { NodeFacetsDocument, NodeListDocument } from '../generated/documents.ts';
import { type LiveEvent, useLive } from '../live/live-context.tsx';

/** A campaign in full swing changes somebody twice a second; a list that is read needs no more than this. */
const restMilliseconds = 5000;

/** Asks for lists of nodes and their facets anew when nodes changed. Messages of the fleet say which class a cell of the map has, not which rows a filter has. */
export function useFleetChanges(): void {
  const queries = useQueryClient();
  const pending = useRef<ReturnType<typeof setTimeout> | null>(null);
  const begun = useRef(false);
  useEffect(() => () => { if (pending.current !== null) clearTimeout(pending.current); }, []);
  const listen = useCallback(({ fleet }: LiveEvent) => {
    if (fleet === null) return;
    // The first message only says from which revision changes are counted.
    const isFirst = !begun.current && fleet.changes === '';
    begun.current = true;
    if (isFirst) return;
    pending.current ??= setTimeout(() => {
      pending.current = null;
      for (const queryKey of [['nodes', 'getList'], ['ask', NodeListDocument.name], ['ask', NodeFacetsDocument.name]]) void queries.invalidateQueries({ queryKey });
    }, restMilliseconds);
  }, [queries]);
  useLive({ fleet: true }, listen);
}
