import { type Command } from 'commander';
import { type ExitCode } from '../failure/exit-code.ts';
import { CliCampaignDocument, type CliCampaignQuery } from '../generated/documents.ts';
import { act, type Perform, printsData } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { relativeTime } from '../output/describe-time.ts';
import { drawFields } from '../output/draw-fields.ts';
import { drawTable } from '../output/draw-table.ts';
import { escapeHostile } from '../output/escape-hostile.ts';
import { type Paint, stateClassMarks } from '../output/paint.ts';
import { campaignColumns, describeClasses, describeState, stateTone } from './campaign-columns.ts';
import { findCampaign } from './find-campaign.ts';
import { watchCampaign } from './watch-campaign.ts';

type CampaignDetail = NonNullable<CliCampaignQuery['campaign']>;

interface GetOptions {
  readonly watch?: true;
}

export function getCampaignCommand(noun: Command, perform: Perform): void {
  const command = printsData(noun.command('get').description('show one campaign: where it is, what became of its nodes, what may be done').argument('<campaign>', 'name or id'))
    .option('-w, --watch', 'go on until it ends; redrawn on a terminal, one line per change elsewhere')
    .addHelpText('after', '\nWith --watch the exit code tells how it ended: 0 completed, 10 halted by a gate, 11 ended with nodes brought back, 1 otherwise.');
  act<[string], GetOptions>(command, perform, getCampaign);
}

async function getCampaign(invocation: Invocation, options: GetOptions, name: string): Promise<ExitCode | void> {
  const connection = await invocation.connection();
  const { id } = await findCampaign(connection, name);
  if (options.watch === true) return watchCampaign(invocation, id);
  const { campaign } = await connection.ask(CliCampaignDocument, { id });
  if (campaign === null) throw new Error(`campaign ${id} is gone`);
  const now = invocation.world.now();
  invocation.print({ kind: 'Campaign', items: [campaign], columns: campaignColumns(now), name: (item) => item.name, detail: (item, paint) => describeCampaign(item, paint, now) });
}

function describeCampaign(campaign: CampaignDetail, paint: Paint, now: number): string[] {
  const { summary, approval, revision, forecast } = campaign;
  const lines = [
    `${paint(escapeHostile(campaign.name), 'strong')}  ${paint(escapeHostile(describeState(campaign)), stateTone(campaign.state))}`,
    ...campaign.stateDetail.map((detail) => `  ${escapeHostile(detail)}`),
    ...drawFields([
      ['id', campaign.id], ['kind', campaign.kind.toLowerCase()], ['version', campaign.version], ['author', campaign.lastEditor.name === campaign.author.name ? campaign.author.name : `${campaign.author.name}, changed last by ${campaign.lastEditor.name}`],
      ['plan', revision === null ? 'none yet' : `${revision.digest}, ${String(revision.members)} nodes in ${String(revision.waves)} waves`],
      ['decision', approval === null ? null : `${approval.approved ? 'approved' : 'refused'} by ${approval.person.name} ${relativeTime(approval.at, now) ?? ''}${approval.reason === null ? '' : `: ${approval.reason}`}`],
      ['started', relativeTime(campaign.startedAt, now)], ['ended', relativeTime(campaign.endedAt, now)],
      ['would end', forecast === null ? null : `by ${forecast.p50} in half of the guesses, by ${forecast.p90} in 90 of 100; a guess from ${String(forecast.samples)} runs`],
      ['unavailable', campaign.startedAt === null ? null : `${String(Math.round(summary.unavailableSecondsLower))} to ${String(Math.round(summary.unavailableSecondsUpper))} seconds of all nodes together`],
    ], paint),
    '', campaign.byStateClass.filter(({ count }) => count > 0).map(({ stateClass, count }) => paint(`${stateClassMarks[stateClass].glyph} ${String(count)} ${stateClassMarks[stateClass].label}`, stateClassMarks[stateClass].tone)).join('   '),
  ];
  if (campaign.waves.length > 0) {
    lines.push('', ...drawTable(campaign.waves, [
      { header: 'WAVE', text: (wave) => wave.number, right: true }, { header: 'STATE', text: (wave) => wave.state.toLowerCase(), tone: (wave) => (wave.state === 'FAILED' ? 'bad' : wave.state === 'PASSED' ? 'good' : null) },
      { header: 'NODES', text: (wave) => wave.members, right: true }, { header: 'PROGRESS', text: (wave) => describeClasses(wave.byStateClass) }, { header: 'OVERDUE', text: (wave) => (wave.overdue === 0 ? null : wave.overdue), right: true },
      { header: 'LAST VERDICT', text: (wave) => (wave.verdicts[0] === undefined ? null : `${wave.verdicts[0].kind.toLowerCase()}: ${wave.verdicts[0].message}`) },
    ], { paint, headers: true }));
  }
  for (const failure of campaign.failures) {
    lines.push('', `${paint(`${String(failure.count)} × ${escapeHostile(failure.reason)}`, 'bad')}${failure.failureClass === null ? '' : ` (${failure.failureClass.toLowerCase()})`}: ${failure.hostnames.map(escapeHostile).join(', ')}`, ...(failure.remediation === null ? [] : [`  next: ${escapeHostile(failure.remediation)}`]));
  }
  if (campaign.holdingPermit.length > 0) lines.push('', `under change: ${campaign.holdingPermit.map((holder) => `${escapeHostile(holder.hostname)} (${holder.state.toLowerCase()}${holder.overdue ? ', overdue' : ''})`).join(', ')}`);
  const allowed = Object.entries(campaign.can).filter(([, permitted]) => permitted.allowed).map(([verb]) => verb);
  lines.push('', allowed.length === 0 ? 'You may do nothing with it now.' : `You may: ${allowed.join(', ')}.`);
  return lines;
}
