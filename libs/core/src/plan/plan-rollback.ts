import { type NodeId, type PlanDigest, type RunId } from '../kernel/ids.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type RunStateKind } from '../run/run-state.ts';
import { layOutWaves } from './lay-out-waves.ts';
import { type CampaignSpec, type ExclusionReason, type Plan, type PlanMember, type RollbackScope } from './plan.ts';
import { validateSpec } from './validate-spec.ts';

export interface RollbackRun {
  readonly runId: RunId;
  readonly nodeId: NodeId;
  readonly wave: number;
  readonly state: RunStateKind;
}

export interface RollbackRequest {
  /** Kind `rollback`, with its parent and scope. */
  readonly spec: CampaignSpec;
  readonly parentPlan: Plan;
  readonly parentDigest: PlanDigest;
  /** Last run of each member of the parent. */
  readonly runs: readonly RollbackRun[];
  /** Nodes that must not be touched now, with the reason. A run that soaks is not one of them: it is adopted. */
  readonly unavailable: ReadonlyMap<NodeId, Extract<ExclusionReason, 'held' | 'retired' | 'quarantined' | 'openRun'>>;
}

/** Runs whose node is changed and healthy. Whatever failed is back already, or a person looks at it. */
const canBeRolledBack = (run: RollbackRun): boolean => run.state === 'SUCCEEDED' || run.state === 'SOAKING';

const isInScope = (scope: RollbackScope, run: RollbackRun): boolean => {
  switch (scope.kind) {
    case 'campaign': return true;
    case 'wave': return run.wave === scope.wave;
    case 'nodes': return scope.nodeIds.includes(run.nodeId);
  }
};

/**
 * The plan of a rollback: what changed last goes back first, in waves of the spec's sizes, under the same gates as forward.
 * Refusals: specInvalid (with field), kindIsMigrate, notInParent, nothingToRollBack.
 */
export function planRollback({ spec, parentPlan, parentDigest, runs, unavailable }: RollbackRequest): Plan | readonly Refusal[] {
  const problems = [...validateSpec(spec)];
  const scope = spec.rollback?.scope;
  if (spec.kind !== 'rollback' || scope === undefined) return [...problems, refuse('kindIsMigrate', 'only a campaign of kind rollback brings runs back', { field: ['kind'] })];
  const memberOf = new Map(parentPlan.waves.flatMap((wave) => wave.members.map((member) => [member.nodeId, member] as const)));
  for (const nodeId of scope.kind === 'nodes' ? scope.nodeIds : []) {
    if (!runs.some((run) => run.nodeId === nodeId)) problems.push(refuse('notInParent', `node ${nodeId} has no run in the parent campaign`, { field: ['rollback', 'scope', 'nodeIds'] }));
  }
  if (problems.length > 0) return problems;
  const tiers = new Map<number, { member: PlanMember; canary: boolean }[]>();
  const excluded: { nodeId: NodeId; hostname: string; reason: ExclusionReason }[] = [];
  for (const run of [...runs].sort((left, right) => (left.nodeId < right.nodeId ? -1 : 1))) {
    const member = memberOf.get(run.nodeId);
    if (member === undefined || !isInScope(scope, run) || !canBeRolledBack(run)) continue;
    const reason = unavailable.get(run.nodeId);
    if (reason !== undefined) excluded.push({ nodeId: run.nodeId, hostname: member.hostname, reason });
    else tiers.set(run.wave, [...(tiers.get(run.wave) ?? []), { member: { ...member, originalRunId: run.runId }, canary: false }]);
  }
  if (tiers.size === 0) return [refuse('nothingToRollBack', 'no run in this scope has a changed node that could be brought back', { field: ['rollback', 'scope'] })];
  const lastFirst = [...tiers].sort(([left], [right]) => right - left).map(([, tier]) => tier);
  return { schema: 'skein.plan/1', spec, target: parentPlan.target, waves: layOutWaves(lastFirst, spec.waves, spec.seed), excluded, parent: parentDigest };
}
