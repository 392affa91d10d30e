import { type CliCampaignPlanMutation, type CliPreviewFragment } from '../generated/documents.ts';
import { countNodes } from '../output/count-nodes.ts';
import { describeSeconds } from '../output/describe-time.ts';
import { drawTable } from '../output/draw-table.ts';
import { escapeHostile } from '../output/escape-hostile.ts';
import { type Paint } from '../output/paint.ts';

export type PlannedApply = CliCampaignPlanMutation['campaignApply'];
type FirstWaves = NonNullable<PlannedApply['preview']>['first'];

const percent = (share: number | null): string | null => (share === null ? 'none' : `${String(Math.round(share * 10) / 10)} %`);

/** What a submission would freeze now: counts, waves, who is left out, what a wave notices, what the first wave could start. */
export function describePreview(preview: CliPreviewFragment & { readonly first?: FirstWaves }, paint: Paint): string[] {
  const lines = [
    `${String(preview.memberCount)} nodes in ${String(preview.waves.length)} waves${preview.digest === null ? '' : `, plan ${preview.digest}`}`,
    ...preview.problems.map((problem) => `${paint('cannot be planned', 'bad')}: ${escapeHostile(problem.message)} (${problem.code}${problem.field === null ? '' : ` at ${escapeHostile(problem.field.join('.'))}`})${problem.hint === null ? '' : ` ${escapeHostile(problem.hint)}`}`),
    ...drawTable(preview.waves, [
      { header: 'WAVE', text: (wave) => wave.number, right: true }, { header: 'NODES', text: (wave) => wave.memberCount, right: true }, { header: 'STOPS AT', text: (wave) => `${String(wave.stopAt)} failed`, right: true },
      { header: 'NEEDS', text: (wave) => `${String(wave.needed)} verified`, right: true },
      { header: 'NOTICES', text: (wave) => percent(wave.seesPercent), right: true }, { header: 'TAKES', text: (wave) => (wave.expectedSeconds === null ? 'not known' : describeSeconds(wave.expectedSeconds)), right: true },
    ], { paint, headers: true }),
  ];
  if (preview.waves.length > 0) lines.push('NOTICES: smallest share of failing nodes that stops the campaign by the end of that wave, 8 times of 10.');
  for (const exclusion of preview.excluded) lines.push(`left out: ${String(exclusion.count)} ${exclusion.reason}: ${exclusion.hostnames.slice(0, 5).map(escapeHostile).join(', ')}${exclusion.count > 5 ? ', …' : ''}`);
  lines.push(...describeFirstWave(preview, paint));
  return lines;
}

function describeFirstWave(preview: CliPreviewFragment & { readonly first?: FirstWaves }, paint: Paint): string[] {
  const first = preview.waves[0];
  if (first === undefined || first.startableNow === null) return [];
  const lines = [`Wave 1 could start ${String(first.startableNow)} of ${String(first.memberCount)} nodes now.`];
  const byCode = new Map<string, { readonly message: string; readonly hostnames: string[] }>();
  for (const member of preview.first?.[0]?.members ?? []) {
    for (const obstacle of member.obstacles) {
      const known = byCode.get(obstacle.code) ?? { message: obstacle.message, hostnames: [] };
      known.hostnames.push(member.hostname);
      byCode.set(obstacle.code, known);
    }
  }
  for (const [code, { message, hostnames }] of byCode) lines.push(`  ${paint(escapeHostile(code), 'warn')}: ${countNodes(hostnames.length)} (${hostnames.slice(0, 5).map(escapeHostile).join(', ')}${hostnames.length > 5 ? ', …' : ''}), such as: ${escapeHostile(message)}`);
  return lines;
}

export const describeChanges = (changes: PlannedApply['changes'], paint: Paint): string[] => changes.map(({ path, before, after }) => `  ${escapeHostile(path)}: ${paint(escapeHostile(before ?? 'nothing'), 'quiet')} → ${paint(escapeHostile(after ?? 'nothing'), 'strong')}`);
