import { type NodeHealth, type NodeListQueryVariables, type NodeOrderField, type RunState, type StateClass } from '../generated/documents.ts';
import { readPage } from '../data/read-page.ts';

export const nodesPerPage = 50;

export type NodeFilterInput = NonNullable<NodeListQueryVariables['filter']>;

/** What the list of nodes shows, as its address says it: whoever gets the address sees the same rows. */
export interface NodeAddress {
  readonly query: string;
  readonly states: readonly StateClass[];
  readonly sites: readonly string[];
  readonly systems: readonly string[];
  readonly health: readonly NodeHealth[];
  readonly runStates: readonly RunState[];
  readonly campaign: string | null;
  readonly domain: string | null;
  readonly flags: readonly NodeFlag[];
  readonly sort: { readonly field: NodeOrderField; readonly order: 'ASC' | 'DESC' };
  readonly page: number;
}

export const nodeFlags = ['held', 'protected', 'quarantined', 'missing', 'retired'] as const;
export type NodeFlag = (typeof nodeFlags)[number];

const orderFields: readonly NodeOrderField[] = ['HOSTNAME', 'SITE', 'MAP', 'OS', 'STATE_CLASS', 'STATE_SINCE', 'HEALTH'];
export const firstNodes: NodeAddress = { query: '', states: [], sites: [], systems: [], health: [], runStates: [], campaign: null, domain: null, flags: [], sort: { field: 'HOSTNAME', order: 'ASC' }, page: 1 };

export function readNodeAddress(search: URLSearchParams): NodeAddress {
  const field = orderFields.find((one) => one === search.get('sort')) ?? firstNodes.sort.field;
  return {
    query: search.get('query') ?? '', states: search.getAll('state') as StateClass[], sites: search.getAll('site'), systems: search.getAll('os'), health: search.getAll('health') as NodeHealth[],
    runStates: search.getAll('runState') as RunState[], campaign: search.get('campaign'), domain: search.get('domain'), flags: nodeFlags.filter((flag) => search.getAll('is').includes(flag)),
    sort: { field, order: search.get('order') === 'DESC' ? 'DESC' : 'ASC' }, page: readPage(search.get('page'), nodesPerPage),
  };
}

/** Only what differs from the first look is in the address. */
export function nodeSearch(parts: Partial<NodeAddress>): string {
  const address = { ...firstNodes, ...parts };
  const search = new URLSearchParams();
  if (address.query !== '') search.set('query', address.query);
  const many = { state: address.states, site: address.sites, os: address.systems, health: address.health, runState: address.runStates, is: address.flags };
  for (const [name, values] of Object.entries(many)) for (const value of values) search.append(name, value);
  if (address.campaign !== null) search.set('campaign', address.campaign);
  if (address.domain !== null) search.set('domain', address.domain);
  if (address.sort.field !== firstNodes.sort.field || address.sort.order !== 'ASC') {
    search.set('sort', address.sort.field);
    if (address.sort.order === 'DESC') search.set('order', 'DESC');
  }
  if (address.page > 1) search.set('page', String(address.page));
  return search.toString();
}

export const nodesPath = (parts: Partial<NodeAddress>): string => {
  const search = nodeSearch(parts);
  return search === '' ? '/nodes' : `/nodes?${search}`;
};

/** As the api wants it; an empty filter is the whole fleet. */
export function nodeFilterOf(address: NodeAddress): NodeFilterInput {
  const flag = Object.fromEntries(address.flags.map((name) => [name, true]));
  return {
    ...(address.query.trim() === '' ? {} : { query: address.query.trim() }),
    ...(address.states.length === 0 ? {} : { stateClasses: address.states }),
    ...(address.sites.length === 0 ? {} : { sites: address.sites }),
    ...(address.systems.length === 0 ? {} : { osIn: address.systems }),
    ...(address.health.length === 0 ? {} : { health: address.health }),
    ...(address.runStates.length === 0 ? {} : { runStates: address.runStates }),
    ...(address.campaign === null ? {} : { campaignId: address.campaign }),
    ...(address.domain === null ? {} : { domain: address.domain }),
    ...flag,
  };
}
