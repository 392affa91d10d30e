import { detectFaults, expectedWaveSeconds, needed, type Plan, planDigest, type PlanMember, stopAt } from '@skein/core';
import { type NodeExplanation, type PlanPreview } from '@skein/persistence';
import { type CampaignPreview, type ExclusionCount, type NodeObstacle, type PlannedMember, type PlannedWave } from '../generated/schema-types.ts';
import { userErrors } from '../platform/user-errors.ts';

const membersShownMax = 200;
const excludedShownMax = 20;

/** The digest of a large plan takes as long as the plan, so it is worked out only when it was asked for. */
export type PreviewReply = Omit<CampaignPreview, 'digest'> & { readonly digest: () => string | null };

/** A plan as an author looks at it: sizes exact, lists cut. */
export function toPreview(preview: PlanPreview): PreviewReply {
  const { plan, problems } = preview;
  if (plan === null) return { digest: () => null, memberCount: 0, waves: [], excluded: [], problems: userErrors(...problems) };
  return {
    digest: () => planDigest(plan),
    memberCount: plan.waves.reduce((sum, wave) => sum + wave.members.length, 0),
    waves: toWaves(plan, preview),
    excluded: toExclusions(plan),
    problems: userErrors(...problems),
  };
}

function toWaves({ spec, waves }: Plan, { firstWave, runSecondsMedian }: PlanPreview): PlannedWave[] {
  const detections = detectFaults(spec.gate, waves.map(({ members }) => members.length));
  return waves.map((wave, index) => {
    const toMember = ({ nodeId, hostname, domains }: PlanMember): PlannedMember => ({ nodeId, hostname, domains, obstacles: index === 0 ? toObstacles(firstWave?.obstacles.get(nodeId) ?? []) : [] });
    return {
      number: wave.number,
      memberCount: wave.members.length,
      members: wave.members.slice(0, membersShownMax).map(toMember),
      alternates: wave.alternates.slice(0, membersShownMax).map(toMember),
      stopAt: stopAt(spec.gate.failurePercentMax, wave.members.length),
      needed: needed(spec.gate.verifiedPercentMin, wave.members.length),
      detection: detections[index]?.chances ?? [],
      seesPercent: detections[index]?.seesPercent ?? null,
      expectedSeconds: expectedWaveSeconds(spec, wave.members.length, runSecondsMedian),
      startableNow: index === 0 ? firstWave?.startable ?? null : null,
    };
  });
}

const toObstacles = (obstacles: NodeExplanation['obstacles']): NodeObstacle[] => obstacles.map(({ reason, message, sentence }) => ({ code: reason.kind, message, sentence }));

function toExclusions({ excluded }: Plan): ExclusionCount[] {
  const byReason = Map.groupBy(excluded, ({ reason }) => reason);
  return [...byReason].map(([reason, nodes]) => ({ reason, count: nodes.length, hostnames: nodes.map(({ hostname }) => hostname).sort().slice(0, excludedShownMax) }))
    .sort((one, other) => (one.reason < other.reason ? -1 : 1));
}
