import { useMemo } from 'react';
import { useGetList } from 'ra-core';
import { useAsk } from '../data/use-ask.ts';
import { NodeListDocument, type NodeRowFragment } from '../generated/documents.ts';
import { useHeldRows } from '../kit/use-held-rows.ts';
import { type NodeAddress, nodeFilterOf, nodeSearch, nodesPerPage } from './node-address.ts';
import { useFleetChanges } from './use-fleet-changes.ts';

/** For what no message tells, such as a node that somebody holds back. */
const everySeconds = 30;
const idOf = ({ id }: NodeRowFragment): string => id;

/** The page of nodes that the address names, kept up while it is looked at: rows change where they stand, and none moves by itself. */
export function useNodeRows(address: NodeAddress) {
  useFleetChanges();
  const list = useGetList<NodeRowFragment>(
    'nodes', { pagination: { page: address.page, perPage: nodesPerPage }, sort: address.sort, filter: nodeFilterOf(address) }, { placeholderData: (before) => before, refetchInterval: everySeconds * 1000 },
  );
  const { held, refresh } = useHeldRows(list.data, { of: nodeSearch(address), settled: !list.isPlaceholderData, idOf });
  const left = [...(held?.left ?? [])].sort();
  // Who is not in the list any more is asked for by name, so that its row does not go on saying what was true once.
  const { data: gone } = useAsk(NodeListDocument, { filter: { ids: left }, page: { first: nodesPerPage } }, { enabled: left.length > 0, everySeconds, keepPrevious: true });
  const rows = useMemo(() => {
    const now = new Map(gone?.nodes.nodes.map((row) => [row.id, row]));
    return held?.rows.map((row) => (held.left.has(row.id) ? now.get(row.id) ?? row : row));
  }, [held, gone]);
  return { list, held, rows, refresh };
}
