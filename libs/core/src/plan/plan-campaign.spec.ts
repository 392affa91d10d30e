import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NodeId, type PlanDigest, type SiteId } from '../kernel/ids.ts';
import { seededRank } from '../kernel/seeded-random.ts';
import { leafDomains } from './deal-waves.ts';
import { type Plan } from './plan.ts';
import { aFleet, aNode, aSpec, aTarget } from './plan-builders.ts';
import { planCampaign } from './plan-campaign.ts';
import { planDigest } from './plan-digest.ts';
import { type PlannableNode } from './plannable-node.ts';
import { renderPlan } from './render-plan.ts';

const plan = (nodes: readonly PlannableNode[], over: Parameters<typeof aSpec>[0] = {}): Plan => {
  const planned = planCampaign({ spec: aSpec(over), target: aTarget(), nodes, parent: null });
  if (!('schema' in planned)) throw new Error(`refused: ${JSON.stringify(planned)}`);
  return planned;
};
const refusals = (nodes: readonly PlannableNode[], over: Parameters<typeof aSpec>[0] = {}): unknown => planCampaign({ spec: aSpec(over), target: aTarget(), nodes, parent: null });
const hostnames = (wave: Plan['waves'][number] | undefined): string[] => (wave?.members ?? []).map((member) => member.hostname);

/** Fleets as they are: uneven racks, some nodes out, some volunteers. */
const fleets = fc.array(
  fc.record({ site: fc.constantFrom('a', 'b', 'c'), rack: fc.integer({ min: 1, max: 4 }), out: fc.constantFrom('no', 'no', 'no', 'protected', 'held', 'retired', 'quarantined', 'openRun'), canary: fc.boolean() }),
  { minLength: 1, maxLength: 40 },
).map((rows) => rows.map((row, index) => aNode(`n${index}`, {
  siteId: `site-${row.site}` as SiteId, domains: [`eu/${row.site}/r${row.rack}`, `eu/${row.site}`], canary: row.canary, ...(row.out === 'no' ? {} : { [row.out]: true }),
})));
const waveLists = fc.array(fc.oneof(fc.record({ count: fc.integer({ min: 1, max: 8 }) }), fc.record({ percent: fc.integer({ min: 1, max: 60 }) })), { maxLength: 4 })
  .map((waves) => [...waves, { rest: true } as const]);

describe('a campaign\'s plan', () => {
  it('reads as its golden text: 24 nodes in three sites and six racks', async () => {
    const nodes = aFleet(24, 3, 2).map((node, index) => (index === 4 ? { ...node, canary: true } : node));
    const outside = [aNode('bastion-1', { protected: true }), aNode('db-old', { sourceOs: 'centos-7.9' }), aNode('done-1', { sourceOs: 'opencloudos-8.5' }), aNode('lost-1', { siteId: null })];
    await expect(renderPlan(plan([...nodes, ...outside]))).toMatchFileSnapshot('./golden/demo-24-nodes.txt');
  });

  it('reads as its golden text: shares of a fleet, never inspected, a second revision', async () => {
    const nodes = aFleet(30, 2, 3).map((node) => ({ ...node, sourceOs: null, architecture: null }));
    const planned = planCampaign({ spec: aSpec({ waves: [{ percent: 1 }, { percent: 25 }, { rest: true }], seed: 11 }), target: aTarget(), nodes, parent: 'f00d' as PlanDigest });
    await expect('schema' in planned ? renderPlan(planned) : JSON.stringify(planned)).toMatchFileSnapshot('./golden/percent-30-nodes.txt');
  });

  it('does not depend on the order in which nodes come (property)', () => {
    fc.assert(fc.property(fleets, waveLists, fc.integer(), fc.integer(), (nodes, waves, seed, shuffle) => {
      const shuffled = [...nodes].sort((left, right) => seededRank(shuffle, left.nodeId) - seededRank(shuffle, right.nodeId));
      expect(refusals(shuffled, { waves, seed })).toEqual(refusals(nodes, { waves, seed }));
    }));
  });

  it('keeps everybody: members and excluded together are the selected nodes, each once (I-16, property)', () => {
    fc.assert(fc.property(fleets, waveLists, fc.integer(), (nodes, waves, seed) => {
      const planned = planCampaign({ spec: aSpec({ waves, seed }), target: aTarget(), nodes, parent: null });
      if (!('schema' in planned)) return;
      const members = planned.waves.flatMap((wave) => wave.members.map((member) => member.nodeId));
      expect([...members, ...planned.excluded.map((node) => node.nodeId)].sort()).toEqual(nodes.map((node) => node.nodeId).sort());
      expect(planned.waves.map((wave) => wave.number)).toEqual(planned.waves.map((_, index) => index + 1));
      expect(planned.waves.every((wave) => wave.members.length > 0)).toBe(true);
    }));
  });

  it('never takes a second node of a rack while another rack has one left and none in the wave (property)', () => {
    fc.assert(fc.property(fleets, waveLists, fc.integer(), (nodes, waves, seed) => {
      const planned = planCampaign({ spec: aSpec({ waves, seed }), target: aTarget(), nodes, parent: null });
      if (!('schema' in planned)) return;
      const rackOf = (member: { readonly domains: readonly string[] }): string => leafDomains(member.domains).join();
      let left = planned.waves.flatMap((wave) => wave.members);
      for (const wave of planned.waves.slice(0, -1)) {
        const counts = new Map(left.map((member) => [rackOf(member), 0]));
        for (const member of wave.members) counts.set(rackOf(member), (counts.get(rackOf(member)) ?? 0) + 1);
        if ([...counts.values()].includes(0)) expect(Math.max(...counts.values())).toBe(1);
        left = left.filter((member) => !wave.members.includes(member));
      }
    }));
  });

  it('never lets a share grow by rounding, and never makes it empty (I-24, property)', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 1, max: 60 }), (count, percent) => {
      const first = hostnames(plan(aFleet(count, 3, 2), { waves: [{ percent }, { rest: true }] }).waves[0]);
      expect(first.length).toBe(Math.max(1, Math.floor((percent * count) / 100)));
    }));
  });

  it('starts with a volunteer', () => {
    const nodes = aFleet(24, 3, 2).map((node) => (node.hostname === 'node-17' ? { ...node, canary: true } : node));
    for (const seed of [1, 2, 3, 4, 5]) expect(hostnames(plan(nodes, { seed }).waves[0])).toEqual(['node-17']);
  });

  it('does not make the same node the first one in every campaign (I-23)', () => {
    const first = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => hostnames(plan(aFleet(24, 3, 2), { seed }).waves[0]).join());
    expect(new Set(first).size).toBeGreaterThan(3);
  });

  it('spreads a wave of one node per site over all sites', () => {
    const sites = plan(aFleet(24, 3, 2), { waves: [{ count: 3 }, { rest: true }] }).waves[0]?.members.map((member) => member.siteId);
    expect(new Set(sites).size).toBe(3);
  });

  it('offers each wave but the last its own alternates, from the tail of the last wave', () => {
    const planned = plan(aFleet(24, 3, 2));
    const last = new Set(hostnames(planned.waves[2]));
    const alternates = planned.waves.map((wave) => wave.alternates.map((member) => member.hostname));
    expect(alternates.map((names) => names.length)).toEqual([1, 1, 0]);
    expect(new Set(alternates.flat()).size).toBe(2);
    expect(alternates.flat().every((name) => last.has(name))).toBe(true);
  });

  it('drops waves that nobody is left for', () => {
    expect(plan(aFleet(3, 3, 1)).waves.map((wave) => wave.members.length)).toEqual([1, 2]);
    expect(plan(aFleet(1, 1, 1)).waves.map((wave) => [wave.number, wave.members.length, wave.alternates.length])).toEqual([[1, 1, 0]]);
  });

  it.each([
    ['protected', { protected: true }], ['held', { held: true }], ['retired', { retired: true }], ['quarantined', { quarantined: true }], ['openRun', { openRun: true }], ['missing', { missing: true }],
    ['siteUnknown', { siteId: null }], ['alreadyOnTarget', { sourceOs: 'opencloudos-8.5' }], ['noEdge', { sourceOs: 'centos-7.9' }], ['noEdge', { architecture: 's390x' }],
    ['noEdge', { sourceOs: 'opencloudos-8.6' }],
  ] as const)('leaves a node out and says %s', (reason, over) => {
    const planned = plan([aNode('in'), aNode('out', over)]);
    expect(planned.excluded).toEqual([{ nodeId: 'id-out', hostname: 'out', reason }]);
    expect(planned.waves.flatMap(hostnames)).toEqual(['in']);
  });

  it('ignores what the selector does not name, and protected nodes whatever it names', () => {
    const nodes = [aNode('web', { labels: { tier: 'web', env: 'prod' } }), aNode('db', { labels: { tier: 'db' } }), aNode('gate', { labels: { tier: 'web', env: 'prod' }, protected: true }), aNode('far', { labels: { tier: 'web' }, siteId: 'site-b' as SiteId })];
    const planned = plan(nodes, { selector: { labels: { tier: 'web' }, siteIds: ['site-a' as SiteId] } });
    expect(planned.waves.flatMap(hostnames)).toEqual(['web']);
    expect(planned.excluded.map((node) => node.hostname)).toEqual(['gate']);
    expect(plan(nodes, { selector: { nodeIds: ['id-db' as NodeId] } }).waves.flatMap(hostnames)).toEqual(['db']);
  });

  it('refuses a campaign without members and says what is in the way', () => {
    expect(refusals([aNode('a', { held: true }), aNode('b', { protected: true })])).toMatchObject([{ code: 'noMembers', message: 'all 2 selected nodes are excluded (held, protected)' }]);
    expect(refusals([])).toMatchObject([{ code: 'noMembers', field: ['selector'] }]);
  });

  it('refuses a node that was given twice, a rollback, and a spec with problems', () => {
    expect(refusals([aNode('a'), aNode('a')])).toMatchObject([{ code: 'nodeTwice' }]);
    expect(refusals([aNode('a')], { waves: [] })).toMatchObject([{ code: 'specInvalid', field: ['waves'] }]);
    expect(refusals([aNode('a')], { kind: 'rollback' })).toMatchObject([{ code: 'specInvalid' }, { code: 'kindIsRollback' }]);
  });

  it('has a digest that survives a journey through the database and changes with any member', () => {
    const planned = plan(aFleet(6, 3, 1));
    expect(planDigest(JSON.parse(JSON.stringify(planned)) as Plan)).toBe(planDigest(planned));
    expect(planDigest(planned)).toMatch(/^[0-9a-f]{64}$/);
    expect(planDigest(plan(aFleet(7, 3, 1)))).not.toBe(planDigest(planned));
  });
});
