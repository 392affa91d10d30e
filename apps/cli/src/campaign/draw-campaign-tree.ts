import { waveIsFinal } from '@skein/core';
import { type CliCampaignTroubleQuery, type CliWatchedCampaignFragment } from '../generated/documents.ts';
import { countNodes } from '../output/count-nodes.ts';
import { escapeHostile } from '../output/escape-hostile.ts';
import { type Paint, stateClassMarks } from '../output/paint.ts';
import { describeClasses, describeState, stateTone } from './campaign-columns.ts';

type Wave = CliWatchedCampaignFragment['waves'][number];
type TroubledRun = CliCampaignTroubleQuery['runs']['nodes'][number];
export type Trouble = Pick<CliCampaignTroubleQuery, 'runs' | 'nodes'>;

export const noTrouble: Trouble = { runs: { nodes: [] }, nodes: { nodes: [] } };

const waveMarks = {
  PENDING: ['○', 'quiet'], ADMITTING: ['➤', 'busy'], SETTLING: ['➤', 'busy'], SOAKING: ['➤', 'busy'], EVALUATING: ['➤', 'busy'],
  PASSED: ['✔', 'good'], SKIPPED: ['✔', 'quiet'], OVERRIDDEN: ['✔', 'warn'], INCONCLUSIVE: ['▲', 'warn'], FAILED: ['✖', 'bad'],
} as const satisfies Readonly<Record<Wave['state'], readonly [string, string]>>;

const isFinished = (wave: Wave): boolean => wave.state === 'PENDING' || waveIsFinal(wave.state);

/** Campaign, waves, failure domains, nodes in trouble. Waves that are over take one line. */
export function drawCampaignTree(campaign: CliWatchedCampaignFragment, trouble: Trouble, paint: Paint): string[] {
  const domainsOf = new Map(trouble.nodes.nodes.map((node) => [node.id, node.domains]));
  const lines = [`${paint(escapeHostile(campaign.name), 'strong')}  ${paint(escapeHostile(describeState(campaign)), stateTone(campaign.state))}  ${describeClasses(campaign.byStateClass)}`];
  for (const detail of campaign.stateDetail) lines.push(`   ${escapeHostile(detail)}`);
  campaign.waves.forEach((wave, index) => {
    const last = index === campaign.waves.length - 1;
    const [glyph, tone] = waveMarks[wave.state];
    lines.push(`${last ? '└─' : '├─'} ${paint(glyph, tone)} wave ${String(wave.number)}  ${wave.state.toLowerCase()}  ${countNodes(wave.members)}  ${describeClasses(wave.byStateClass)}${wave.overdue === 0 ? '' : paint(`  ${String(wave.overdue)} overdue`, 'bad')}${wave.state === 'SOAKING' && wave.soakedSeconds !== null ? `  soaked ${String(Math.floor(wave.soakedSeconds))} s` : ''}`);
    const stem = last ? '   ' : '│  ';
    for (const missing of wave.missing) lines.push(`${stem}   ${paint(escapeHostile(missing), 'warn')}`);
    const runs = trouble.runs.nodes.filter((run) => run.wave === wave.number);
    const domains = wave.domains.map(({ domain }) => domain);
    const domainOf = (run: TroubledRun): string | null => domainsOf.get(run.node.id)?.find((domain) => domains.includes(domain)) ?? null;
    const shown = isFinished(wave) && runs.length === 0 ? [] : wave.domains.map((domain) => ({ domain, failing: runs.filter((run) => domainOf(run) === domain.domain) })).filter(({ failing }) => !isFinished(wave) || failing.length > 0);
    const homeless = runs.filter((run) => domainOf(run) === null);
    shown.forEach(({ domain, failing }, place) => {
      const lowest = place === shown.length - 1 && homeless.length === 0;
      lines.push(`${stem}${lowest ? '└─' : '├─'} ${escapeHostile(domain.domain)}  ${countNodes(domain.members)}  ${describeClasses(domain.byStateClass)}`, ...failing.map((run, at) => `${stem}${lowest ? ' ' : '│'}  ${at === failing.length - 1 ? '└─' : '├─'} ${runLine(run, paint)}`));
    });
    homeless.forEach((run, at) => { lines.push(`${stem}${at === homeless.length - 1 ? '└─' : '├─'} ${runLine(run, paint)}`); });
  });
  return lines;
}

function runLine(run: TroubledRun, paint: Paint): string {
  const mark = stateClassMarks[run.stateClass];
  return `${paint(mark.glyph, mark.tone)} ${escapeHostile(run.node.hostname)}  ${run.state.toLowerCase()}${run.stateReason === null ? '' : ` (${escapeHostile(run.stateReason)})`}${run.overdue ? paint('  overdue', 'bad') : ''}`;
}

const withoutStem = (line: string): string => line.replace(/^[│├└─ ]+/, '');

/** Where nothing can be drawn over: what is new in the tree, one line each. Another place in the tree alone is no news. */
export function changedLines(before: readonly string[], now: readonly string[]): string[] {
  const known = new Set(before.map(withoutStem));
  return now.map(withoutStem).filter((line) => !known.has(line));
}
