import { describe, expect, it } from 'vitest';
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

  it('asks the api for exactly that', () => {
    expect(nodeFilterOf(firstNodes)).toEqual({});
    expect(nodeFilterOf(narrow)).toEqual({ query: narrow.query, stateClasses: narrow.states, sites: narrow.sites, osIn: ['unknown'], health: ['BAD'], runStates: ['BLOCKED'], campaignId: 'c1', domain: 'sz/r1', held: true });
  });
});
