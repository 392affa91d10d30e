import { type Api } from '@skein/client';
import { NodeListDocument } from '../generated/documents.ts';
import { firstNodes, type NodeAddress, nodeSearch } from './node-address.ts';
import { type NodeSelection, selectionCount, selectionFilter } from './node-selection.ts';

/** A campaign that names its nodes one by one is read by people; for more there are sites and labels. */
export const namedNodesMax = 200;

/** Whether the list is narrowed by nothing but sites, which a campaign can say in the same words. */
export const isSitesOnly = (address: NodeAddress): boolean => address.sites.length > 0 && nodeSearch({ ...address, sites: [], sort: firstNodes.sort, page: 1 }) === '';

export const fitsCampaign = (selection: NodeSelection, address: NodeAddress): boolean => selectionCount(selection) <= namedNodesMax || (selection.kind === 'matching' && isSitesOnly(address));

/** The address of a new campaign for what is chosen: its sites where they say it all, else the nodes by name. */
export async function campaignPath(api: Api, selection: NodeSelection, address: NodeAddress): Promise<string> {
  if (selection.kind === 'matching' && isSitesOnly(address)) return `/campaigns/new?${new URLSearchParams(address.sites.map((site) => ['site', site])).toString()}`;
  const { nodes } = await api.request(NodeListDocument, { filter: selectionFilter(selection), page: { first: namedNodesMax } });
  return `/campaigns/new?${new URLSearchParams(nodes.nodes.map(({ hostname }) => ['node', hostname])).toString()}`;
}
