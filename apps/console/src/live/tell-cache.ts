import { type QueryClient } from '@tanstack/react-query';
import { askKey, tell } from '../data/use-ask.ts';
import { CampaignPageDocument, type CampaignPageQuery, NodePageDocument, type NodePageQuery, NowPageDocument } from '../generated/documents.ts';
import { type LiveEvent } from './live-context.tsx';

/** Writes a message where the screens read: each topic has the question whose answer it renews. Fleet deltas are for the map alone. */
export function tellCache(queries: QueryClient, event: LiveEvent): void {
  if (event.now !== null) tell(queries, NowPageDocument, {}, { now: event.now });
  if (event.campaign !== null) {
    const { campaign } = event;
    const previous = queries.getQueryData<CampaignPageQuery>(askKey(CampaignPageDocument, { id: campaign.id }));
    // A message may select less than the page; what it does not bring stays.
    tell(queries, CampaignPageDocument, { id: campaign.id }, { campaign: { ...previous?.campaign, ...campaign } });
  }
  if (event.node !== null) {
    const { node } = event;
    const previous = queries.getQueryData<NodePageQuery>(askKey(NodePageDocument, { id: node.id }));
    tell(queries, NodePageDocument, { id: node.id }, { node: { ...previous?.node, ...node } });
    queries.setQueriesData<{ readonly data: readonly { readonly id: string }[] }>({ queryKey: ['nodes', 'getList'] }, (list) =>
      list?.data.some(({ id }) => id === node.id) === true ? { ...list, data: list.data.map((row) => (row.id === node.id ? { ...row, ...node } : row)) } : list);
  }
}
