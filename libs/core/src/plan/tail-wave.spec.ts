import { describe, expect, it } from 'vitest';
import { type NodeId } from '../kernel/ids.ts';
import { aFleet, aSpec, aTarget } from './plan-builders.ts';
import { planCampaign } from './plan-campaign.ts';
import { type Plan } from './plan.ts';
import { type DeferredMember, tailWave } from './tail-wave.ts';

const plan = planCampaign({ spec: aSpec(), target: aTarget(), nodes: aFleet(12, 3, 2), parent: null }) as Plan;
const deferred = (hostname: string, reason: DeferredMember['reason']): DeferredMember => ({ nodeId: `id-${hostname}` as NodeId, reason });

describe('the tail wave', () => {
  it('does not exist when nobody was deferred', () => {
    expect(tailWave(plan, [])).toBeNull();
  });

  it('tries again whom waiting may have helped, after the last wave', () => {
    const wave = tailWave(plan, [deferred('node-02', 'unreachable'), deferred('node-03', 'held'), deferred('node-04', 'blocked'), deferred('node-05', 'hostKeyMismatch')]);
    expect(wave).toMatchObject({ number: plan.waves.length + 1, alternates: [] });
    expect(wave?.members.map((member) => member.hostname).sort()).toEqual(['node-02', 'node-03', 'node-04', 'node-05']);
  });

  it.each(['alreadyOnTarget', 'reprovisioned', 'retired', 'protected'] as const)('does not try again who is %s', (reason) => {
    expect(tailWave(plan, [deferred('node-02', reason)])).toBeNull();
  });

  it('knows only members of the plan, each once', () => {
    expect(tailWave(plan, [deferred('stranger', 'held')])).toBeNull();
    expect(tailWave(plan, [deferred('node-02', 'held'), deferred('node-02', 'unreachable')])?.members.length).toBe(1);
  });
});
