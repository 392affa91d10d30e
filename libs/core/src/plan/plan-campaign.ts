import { type PlanDigest, type SiteId } from '../kernel/ids.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { names, sentence } from '../sentence/sentence.ts';
import { tell } from '../sentence/tell.ts';
import { edgeFor } from '../target/edge-for.ts';
import { layOutWaves } from './lay-out-waves.ts';
import { type CampaignSpec, type ExclusionReason, type Plan, type PlanMember, type TargetProfile } from './plan.ts';
import { type PlannableNode } from './plannable-node.ts';
import { selects } from './selects.ts';
import { validateSpec } from './validate-spec.ts';

export interface PlanRequest {
  readonly spec: CampaignSpec;
  readonly target: TargetProfile;
  /** Candidates; those that the selector does not name are ignored, the rest becomes a member or is excluded with a reason. */
  readonly nodes: readonly PlannableNode[];
  /** Digest of the revision that this one replaces. */
  readonly parent: PlanDigest | null;
}

const isOnTarget = (sourceOs: string, target: TargetProfile): boolean => {
  const name = `${target.osId}-${target.osVersion}`;
  return sourceOs === name || sourceOs.startsWith(`${name}.`);
};

/** Why a selected node stays out, the most lasting reason first; null: it is a member. */
function exclusionOf(node: PlannableNode, target: TargetProfile): ExclusionReason | null {
  if (node.retired) return 'retired';
  if (node.protected) return 'protected';
  if (node.siteId === null) return 'siteUnknown';
  if (node.sourceOs !== null && isOnTarget(node.sourceOs, target)) return 'alreadyOnTarget';
  if (node.sourceOs !== null && edgeFor(node.sourceOs, target.osId, target.osVersion, node.architecture) === null) return 'noEdge';
  if (node.missing) return 'missing';
  if (node.quarantined) return 'quarantined';
  if (node.openRun) return 'openRun';
  return node.held ? 'held' : null;
}

const memberOf = (node: PlannableNode, siteId: SiteId): PlanMember => ({
  nodeId: node.nodeId, hostname: node.hostname, siteId, domains: [...node.domains].sort(), machineId: node.machineId, hostKey: node.hostKey, sourceOs: node.sourceOs,
});

/**
 * Freezes who is migrated, in which wave and order. The same spec and nodes give the same plan, in whatever order the nodes come.
 * Refusals: specInvalid (with field), kindIsRollback, nodeTwice, noMembers.
 */
export function planCampaign({ spec, target, nodes, parent }: PlanRequest): Plan | readonly Refusal[] {
  const problems = [...validateSpec(spec)];
  if (spec.kind !== 'migrate') problems.push(refuse('kindIsRollback', 'a rollback is planned from the runs of its parent', { field: ['kind'] }));
  if (problems.length > 0) return problems;
  const members: { member: PlanMember; canary: boolean }[] = [];
  const excluded: { nodeId: PlanMember['nodeId']; hostname: string; reason: ExclusionReason }[] = [];
  const selected = nodes.filter((node) => selects(spec.selector, node)).sort((left, right) => (left.nodeId < right.nodeId ? -1 : 1));
  for (const [index, node] of selected.entries()) {
    if (selected[index - 1]?.nodeId === node.nodeId) return [refuse('nodeTwice', `node ${node.hostname} was given twice`)];
    const reason = exclusionOf(node, target);
    if (reason === null && node.siteId !== null) members.push({ member: memberOf(node, node.siteId), canary: node.canary });
    else excluded.push({ nodeId: node.nodeId, hostname: node.hostname, reason: reason ?? 'siteUnknown' });
  }
  if (members.length === 0) {
    const reasons = names([...new Set(excluded.map(({ reason }) => reason))].sort().map((reason) => ({ term: `reason.${reason}` as const })));
    const why = excluded.length === 0 ? sentence('plan.selectsNobody') : sentence('plan.allExcluded', { count: excluded.length, reasons });
    return [refuse('noMembers', tell(why), { sentence: why, field: ['selector'], hint: 'Widen the selector, or lift what excludes the nodes.' })];
  }
  return { schema: 'skein.plan/1', spec, target, waves: layOutWaves([members], spec.waves, spec.seed), excluded, parent };
}
