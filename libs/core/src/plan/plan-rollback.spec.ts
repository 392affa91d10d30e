import { describe, expect, it } from 'vitest';
import { type CampaignId, type NodeId, type RunId } from '../kernel/ids.ts';
import { type RunStateKind } from '../run/run-state.ts';
import { aFleet, aSpec, aTarget } from './plan-builders.ts';
import { planCampaign } from './plan-campaign.ts';
import { planDigest } from './plan-digest.ts';
import { planRollback, type RollbackRequest } from './plan-rollback.ts';
import { type Plan, type RollbackScope } from './plan.ts';
import { renderPlan } from './render-plan.ts';

const parentPlan = planCampaign({ spec: aSpec(), target: aTarget(), nodes: aFleet(12, 3, 2), parent: null }) as Plan;
const runsIn = (state: (hostname: string) => RunStateKind): RollbackRequest['runs'] =>
  parentPlan.waves.flatMap((wave) => wave.members.map((member) => ({ runId: `run-${member.hostname}` as RunId, nodeId: member.nodeId, wave: wave.number, state: state(member.hostname) })));

const rollback = (scope: RollbackScope, over: Partial<RollbackRequest> = {}): Plan | readonly unknown[] =>
  planRollback({
    spec: aSpec({ name: 'bring the web tier back', kind: 'rollback', waves: [{ count: 2 }, { rest: true }], rollback: { parentId: 'c1' as CampaignId, scope } }),
    parentPlan, parentDigest: planDigest(parentPlan), runs: runsIn(() => 'SUCCEEDED'), unavailable: new Map(), ...over,
  });
const membersOf = (plan: Plan | readonly unknown[]): string[] => ('schema' in plan ? plan.waves.flatMap((wave) => wave.members.map((member) => member.hostname)) : []);
const waveOf = (hostname: string): number => parentPlan.waves.find((wave) => wave.members.some((member) => member.hostname === hostname))?.number ?? 0;

describe('a rollback\'s plan', () => {
  it('reads as its golden text', async () => {
    const plan = rollback({ kind: 'campaign' }, { runs: runsIn((hostname) => (hostname === 'node-03' ? 'RESTORED' : hostname === 'node-07' ? 'SOAKING' : 'SUCCEEDED')), unavailable: new Map([['id-node-05' as NodeId, 'held' as const]]) });
    await expect('schema' in plan ? renderPlan(plan) : JSON.stringify(plan)).toMatchFileSnapshot('./golden/rollback-12-nodes.txt');
  });

  it('begins with what changed last', () => {
    const waves = membersOf(rollback({ kind: 'campaign' })).map(waveOf);
    expect(waves).toEqual([...waves].sort((left, right) => right - left));
    expect(new Set(waves)).toEqual(new Set([3, 2, 1]));
  });

  it('takes one wave, or some nodes', () => {
    expect(membersOf(rollback({ kind: 'wave', wave: 2 })).map(waveOf)).toEqual([2, 2, 2, 2, 2]);
    expect(membersOf(rollback({ kind: 'nodes', nodeIds: ['id-node-04' as NodeId] }))).toEqual(['node-04']);
  });

  it.each<[RunStateKind, boolean]>([
    ['SUCCEEDED', true], ['SOAKING', true], ['RESTORED', false], ['QUARANTINED', false], ['FAILED_CLEAN', false], ['DEFERRED', false], ['BLOCKED', false], ['CANCELLED', false], ['APPLYING', false], ['RESTORING', false],
  ])('brings a run back that is %s: %s', (state, isMember) => {
    const plan = rollback({ kind: 'nodes', nodeIds: ['id-node-04' as NodeId] }, { runs: runsIn(() => state) });
    expect(membersOf(plan)).toEqual(isMember ? ['node-04'] : []);
    if (!isMember) expect(plan).toMatchObject([{ code: 'nothingToRollBack' }]);
  });

  it('names the run that each member brings back, and its parent', () => {
    const plan = rollback({ kind: 'campaign' });
    expect(plan).toMatchObject({ parent: planDigest(parentPlan), waves: [{ number: 1 }, { number: 2 }] });
    if ('schema' in plan) for (const member of plan.waves.flatMap((wave) => wave.members)) expect(member.originalRunId).toBe(`run-${member.hostname}`);
  });

  it('leaves out who must not be touched and says why', () => {
    expect(rollback({ kind: 'campaign' }, { unavailable: new Map([['id-node-05' as NodeId, 'openRun' as const]]) })).toMatchObject({ excluded: [{ hostname: 'node-05', reason: 'openRun' }] });
  });

  it('refuses nodes that are not the parent\'s, and a forward campaign', () => {
    expect(rollback({ kind: 'nodes', nodeIds: ['id-stranger' as NodeId] })).toMatchObject([{ code: 'notInParent', field: ['rollback', 'scope', 'nodeIds'] }]);
    expect(rollback({ kind: 'campaign' }, { spec: aSpec() })).toMatchObject([{ code: 'kindIsMigrate' }]);
  });
});
