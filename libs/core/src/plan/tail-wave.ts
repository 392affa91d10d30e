import { type NodeId } from '../kernel/ids.ts';
import { type DeferredReason } from '../run/run-state.ts';
import { type Plan, type WavePlan } from './plan.ts';

export interface DeferredMember {
  readonly nodeId: NodeId;
  readonly reason: DeferredReason | 'blocked';
}

/** Reasons that no waiting heals: the node is not, or not any more, the one that was planned. */
const lasting: readonly DeferredMember['reason'][] = ['alreadyOnTarget', 'reprovisioned', 'retired', 'protected'];

/**
 * The wave after the last one, for members that could not start when it was their turn, in the plan's order; null when nobody is
 * left to try. It exists only when it is needed and only once: who is deferred in it as well is an exception of the campaign.
 */
export function tailWave(plan: Plan, deferred: readonly DeferredMember[]): WavePlan | null {
  const wanted = new Set(deferred.filter((member) => !lasting.includes(member.reason)).map((member) => member.nodeId));
  const members = plan.waves.flatMap((wave) => wave.members).filter((member) => wanted.has(member.nodeId));
  return members.length === 0 ? null : { number: plan.waves.length + 1, members, alternates: [] };
}
