import { needed, type Plan, type PlanMember, stopAt } from '@skein/core';
import { type PlanPreview } from '@skein/persistence';
import { type CampaignPreview, type ExclusionCount, type PlannedMember, type PlannedWave } from '../generated/schema-types.ts';
import { userErrors } from '../platform/user-errors.ts';

const membersShownMax = 200;
const excludedShownMax = 20;

/** A plan as an author looks at it: sizes exact, lists cut. */
export function toPreview({ plan, digest, problems }: PlanPreview): CampaignPreview {
  if (plan === null) return { digest: null, memberCount: 0, waves: [], excluded: [], problems: userErrors(...problems) };
  return {
    digest,
    memberCount: plan.waves.reduce((sum, wave) => sum + wave.members.length, 0),
    waves: plan.waves.map((wave) => toWave(plan, wave)),
    excluded: toExclusions(plan),
    problems: userErrors(...problems),
  };
}

const toWave = ({ spec }: Plan, wave: Plan['waves'][number]): PlannedWave => ({
  number: wave.number,
  memberCount: wave.members.length,
  members: wave.members.slice(0, membersShownMax).map(toMember),
  alternates: wave.alternates.slice(0, membersShownMax).map(toMember),
  stopAt: stopAt(spec.gate.failurePercentMax, wave.members.length),
  needed: needed(spec.gate.verifiedPercentMin, wave.members.length),
});

const toMember = ({ nodeId, hostname, domains }: PlanMember): PlannedMember => ({ nodeId, hostname, domains });

function toExclusions({ excluded }: Plan): ExclusionCount[] {
  const byReason = Map.groupBy(excluded, ({ reason }) => reason);
  return [...byReason].map(([reason, nodes]) => ({ reason, count: nodes.length, hostnames: nodes.map(({ hostname }) => hostname).sort().slice(0, excludedShownMax) }))
    .sort((one, other) => (one.reason < other.reason ? -1 : 1));
}
