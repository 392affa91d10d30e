import { type NodeAddress, nodeFilterOf, type NodeFilterInput } from './node-address.ts';

/** What verbs act on: rows of this page by id, or everything that matches by its filter; never a long list of ids. */
export type NodeSelection = { readonly kind: 'rows'; readonly ids: ReadonlySet<string> } | { readonly kind: 'matching'; readonly filter: NodeFilterInput; readonly count: number };

export const noSelection: NodeSelection = { kind: 'rows', ids: new Set() };
export const selectionCount = (selection: NodeSelection): number => (selection.kind === 'rows' ? selection.ids.size : selection.count);
export const selectionFilter = (selection: NodeSelection): NodeFilterInput => (selection.kind === 'rows' ? { ids: [...selection.ids] } : selection.filter);
export const selectMatching = (address: NodeAddress, count: number): NodeSelection => ({ kind: 'matching', filter: nodeFilterOf(address), count });

/** Retired nodes are left out of what is asked for by id alone; where the list shows them, its export has them too. */
export function exportFilter(selection: NodeSelection, address: NodeAddress): NodeFilterInput {
  const { campaignId, retired } = nodeFilterOf(address);
  return selection.kind === 'matching' ? selection.filter : { ...selectionFilter(selection), ...(campaignId === undefined ? {} : { campaignId }), ...(retired === undefined ? {} : { retired }) };
}
