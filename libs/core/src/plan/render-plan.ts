import { needed, stopAt } from '../gate/gate-thresholds.ts';
import { planDigest } from './plan-digest.ts';
import { type CampaignSpec, type Plan, type PlanMember, type WavePlan } from './plan.ts';

const memberLine = (member: PlanMember): string => {
  const back = member.originalRunId === undefined ? '' : `  brings back ${member.originalRunId}`;
  return `${member.hostname}  ${member.siteId}  ${member.domains.join(',') || '-'}  ${member.sourceOs ?? 'not inspected'}${back}`;
};

function waveLines(wave: WavePlan, { gate }: CampaignSpec): string[] {
  const n = wave.members.length;
  return [
    `wave ${wave.number}: ${n} ${n === 1 ? 'node' : 'nodes'}, stops at ${stopAt(gate.failurePercentMax, n)} failed, passes with ${needed(gate.verifiedPercentMin, n)} verified`,
    ...wave.members.map((member) => `  ${memberLine(member)}`),
    ...(wave.alternates.length === 0 ? [] : [`  alternates: ${wave.alternates.map((member) => member.hostname).join(', ')}`]),
  ];
}

/** A plan as stable text, for reviews and golden tests: what happens to which nodes, in which order, under which gate. */
export function renderPlan(plan: Plan): string {
  const { spec, target } = plan;
  const members = plan.waves.reduce((sum, wave) => sum + wave.members.length, 0);
  return [
    `${spec.kind} "${spec.name}" ${spec.kind === 'rollback' ? 'from' : 'to'} ${target.osId} ${target.osVersion} (${target.name}), kernel ${target.kernelPrefix}*`,
    `digest ${planDigest(plan)}`,
    `parent ${plan.parent ?? 'none'}`,
    `${members} members in ${plan.waves.length} waves, ${plan.excluded.length} excluded, seed ${spec.seed}`,
    `at once: ${spec.concurrencyMax} leased, ${spec.stagingMax} staging, ${spec.exposureMax} changed and not soaked; first look ${spec.gate.firstLook}`,
    `gate: soak ${spec.gate.soakSeconds} s, inconclusive at most ${spec.gate.inconclusiveSecondsMax} s, halts at ${spec.gate.lostMax} lost`,
    ...plan.waves.flatMap((wave) => waveLines(wave, spec)),
    ...(plan.excluded.length === 0 ? [] : ['excluded:', ...plan.excluded.map((node) => `  ${node.hostname}  ${node.reason}`)]),
    '',
  ].join('\n');
}
