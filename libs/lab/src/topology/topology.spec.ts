import { describe, expect, it } from 'vitest';
import { demoTopology } from './demo-topology.ts';
import { smallTopology, topologyProblems } from './topology.ts';

describe('a topology', () => {
  it('of the demo has 24 members in three sites and six racks, and eight that nobody touches', () => {
    expect(topologyProblems(demoTopology)).toEqual([]);
    const members = demoTopology.nodes.filter((node) => node.role === 'member');
    expect(members.map((node) => node.name)).toEqual(Array.from({ length: 24 }, (_, index) => `n${String(index + 1).padStart(2, '0')}`));
    expect(new Set(members.map((node) => node.domains.at(-1)))).toEqual(new Set(['north/r1', 'north/r2', 'south/r3', 'south/r4', 'west/r5', 'west/r6']));
    expect(demoTopology.nodes.length - members.length).toBe(8);
  });

  it('says everything that is wrong with it at once', () => {
    const [node] = smallTopology(1).nodes;
    expect(topologyProblems({
      sites: [{ name: 'north', user: 'root', bastion: 'n01' }],
      nodes: [{ ...node, name: 'n01', site: 'nowhere', role: 'member', domains: [], diskMb: 5 }, { name: 'N 2', site: 'north', role: 'member', domains: [], packages: ['emacs'] }],
    })).toEqual([
      'node n01: there is no site "nowhere"', 'node n01: a disk of 5 MB is too small (at least 48)', '"N 2" is no node name (a to z, 0 to 9, -, at most 31)',
      'node N 2: there is no third-party package "emacs"', 'site north: "n01" is not a node with the role bastion',
    ]);
  });
});
