import { describe, expect, it } from 'vitest';
import { formFromSelection } from '../campaigns/wizard/form-from-selection.ts';
import { fakeApi } from '../testing/render-console.tsx';
import { campaignPath, fitsCampaign } from './campaign-from-selection.ts';
import { noSelection, selectMatching } from './node-selection.ts';
import { firstNodes, type NodeAddress, nodeFilterOf, nodeSearch, nodesPath, readNodeAddress } from './node-address.ts';

const narrow: NodeAddress = { query: 'os=centos-7 and label.tier=edge', states: ['FAILED', 'UNREACHABLE'], sites: ['sz 1', 'bj&2'], systems: ['unknown'], health: ['BAD'], runStates: ['BLOCKED'], campaign: 'c1', domain: 'sz/r1', flags: ['held'], sort: { field: 'OS', order: 'DESC' }, page: 3 };

describe('the address of the list', () => {
  it('is read as it was written', () => {
    expect(readNodeAddress(new URLSearchParams(nodeSearch(narrow)))).toEqual(narrow);
  });

  it('says nothing about the first look', () => {
    expect(nodesPath({})).toBe('/nodes');
    expect(readNodeAddress(new URLSearchParams(''))).toEqual(firstNodes);
  });

  it('survives what people write into it', () => {
    expect(readNodeAddress(new URLSearchParams('sort=DROP&order=up&page=-3&is=everything'))).toEqual(firstNodes);
  });

  it('names no page that cannot be shown: the deepest ends with the ten thousandth row', () => {
    expect(['199', '200', '201', '5000', '1e99', '2.5'].map((page) => readNodeAddress(new URLSearchParams({ page })).page)).toEqual([199, 200, 200, 200, 200, 1]);
  });

  it('asks the api for exactly that', () => {
    expect(nodeFilterOf(firstNodes)).toEqual({});
    expect(nodeFilterOf(narrow)).toEqual({ query: narrow.query, stateClasses: narrow.states, sites: narrow.sites, osIn: ['unknown'], health: ['BAD'], runStates: ['BLOCKED'], campaignId: 'c1', domain: 'sz/r1', held: true });
  });
});

describe('a campaign from what is chosen', () => {
  const search = (path: string): URLSearchParams => new URLSearchParams(path.slice(path.indexOf('?') + 1));

  it('says the sites where they are all that narrows the list', async () => {
    const address = { ...firstNodes, sites: ['sz', 'bj'] };
    const path = await campaignPath(fakeApi({}), selectMatching(address, 40_000), address);
    expect(formFromSelection(search(path))).toMatchObject({ sites: [{ id: null, name: 'sz' }, { id: null, name: 'bj' }], nodes: [] });
    expect(fitsCampaign(selectMatching(address, 40_000), address)).toBe(true);
  });

  it('names the nodes otherwise, and refuses when they are too many to be read', async () => {
    const answer = { nodes: { nodes: [{ hostname: 'sz-1' }, { hostname: 'sz-2' }], totalCount: 2, pageInfo: { hasNextPage: false, endCursor: null } } };
    const path = await campaignPath(fakeApi({ NodeList: answer }), { kind: 'rows', ids: new Set(['a', 'b']) }, narrow);
    expect(formFromSelection(search(path))).toMatchObject({ nodes: [{ name: 'sz-1' }, { name: 'sz-2' }], sites: [] });
    expect(fitsCampaign(selectMatching(narrow, 201), narrow)).toBe(false);
  });

  it('is an empty one when nothing was chosen', () => {
    expect(formFromSelection(new URLSearchParams('step=review'))).toBeNull();
    expect(fitsCampaign(noSelection, firstNodes)).toBe(true);
  });
});
