import { type Command } from 'commander';
import { ApiError } from '@skein/client';
import { accepted, CommandFailure, usageFailure } from '../failure/command-failure.ts';
import { exitCodes } from '../failure/exit-code.ts';
import { CliCampaignApproveDocument, CliCampaignDecisionDocument, type CliCampaignDecisionQuery, CliCampaignDenyDocument, CliMeDocument } from '../generated/documents.ts';
import { confirmChange } from '../invocation/confirm-change.ts';
import { act, type ChangeOptions, changesThings, type Perform, printsData } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { firstLines } from '../output/first-lines.ts';
import { describeState } from './campaign-columns.ts';
import { findCampaign } from './find-campaign.ts';
import { printCampaign } from './print-campaign.ts';

type Decision = NonNullable<CliCampaignDecisionQuery['campaign']>;

interface DecideOptions extends ChangeOptions {
  readonly digest?: string;
}

export function decideApprovalCommands(noun: Command, perform: Perform): void {
  const define = (name: 'approve' | 'deny', description: string): Command => changesThings(printsData(noun.command(name).description(description).argument('<campaign>', 'name or id')))
    .option('--digest <sha256>', 'revision that was read; refused when another one is in force')
    .addHelpText('after', '\nA decision is bound to exactly one revision and needs a person: `skein login`. The author of a plan decides nothing about it, and neither does an API token.');
  act<[string], DecideOptions>(define('approve', 'approve the plan in force, as a second person'), perform, (invocation, options, name) => decide(invocation, options, name, 'approve'));
  act<[string], DecideOptions>(define('deny', 'refuse the plan in force; --reason says why'), perform, (invocation, options, name) => decide(invocation, options, name, 'deny'));
}

async function decide(invocation: Invocation, options: DecideOptions, name: string, verb: 'approve' | 'deny'): Promise<void> {
  if (verb === 'deny' && options.dryRun !== true && (options.reason ?? '').trim() === '') throw usageFailure('a refusal needs a reason, which its author reads', 'Give --reason TEXT.');
  const connection = await invocation.connection();
  const { id } = await findCampaign(connection, name);
  const { campaign } = await connection.ask(CliCampaignDecisionDocument, { id });
  if (campaign === null) throw new Error(`campaign ${id} is gone`);
  const { revision } = campaign;
  if (revision === null) throw new CommandFailure(`campaign ${JSON.stringify(campaign.name)} is ${campaign.state} and has no plan to decide on`, { exitCode: exitCodes.failed, code: 'noRevision', hint: 'Its author submits it first: `skein campaign submit`.' });
  if (options.digest !== undefined && options.digest !== revision.digest) {
    throw new CommandFailure(`the plan in force is ${revision.digest}, not ${options.digest}`, { exitCode: exitCodes.conflict, code: 'digestMismatch', hint: 'Somebody revised it. Read it again: `skein campaign get`.' });
  }
  const confirmed = await confirmChange(invocation, options, {
    what: `${verb} plan ${revision.digest} of campaign ${JSON.stringify(campaign.name)}, which is ${describeState({ state: campaign.state, stateReason: null })}`, nodes: revision.members, permitted: campaign.can[verb], details: weigh(campaign),
  });
  if (confirmed === null) return;
  const input = { campaignId: campaign.id, digest: revision.digest, expectedVersion: campaign.version };
  const { change } = await (verb === 'approve'
    ? connection.change(CliCampaignApproveDocument, { ...input, reason: confirmed.reason }, options)
    : connection.change(CliCampaignDenyDocument, { ...input, reason: confirmed.reason ?? '' }, options)).catch((error: unknown) => explainToken(invocation, error));
  const { campaign: decided } = accepted(change);
  if (decided !== null) printCampaign(invocation, decided);
}

/** What a second person weighs. */
function weigh({ author, lastEditor, revision, blastRadius, planDiff }: Decision): string[] {
  const lines = [`Written by ${author.name}${lastEditor.name === author.name ? '' : `, changed last by ${lastEditor.name}`}; ${String(revision?.waves ?? 0)} waves; planned at ${revision?.createdAt ?? '?'}.`];
  if (blastRadius !== null) {
    lines.push(`Sites: ${blastRadius.sites.map(({ value, count }) => `${value} ${String(count)}`).join(', ')}. Systems: ${blastRadius.byOs.map(({ value, count }) => `${value} ${String(count)}`).join(', ')}.`);
    lines.push(...firstLines(blastRadius.domains.map((domain) => `Domain ${domain.domain}: ${String(domain.members)} of ${String(domain.nodeCount)} nodes${domain.unavailableMax === null ? ', no budget' : `, at most ${String(domain.unavailableMax)} away at once`}.`), 10, 'failure domains'));
    lines.push(...firstLines(blastRadius.services.map(({ service, members }) => `Service ${service.name} of ${service.owner}: ${String(members)} members.`), 10, 'services'));
  }
  if (planDiff !== null) {
    lines.push(`Against the revision before: ${String(planDiff.addedCount)} nodes came, ${String(planDiff.removedCount)} went.`);
    for (const { path, before, after } of planDiff.changes) lines.push(`  ${path}: ${before ?? 'nothing'} → ${after ?? 'nothing'}`);
  }
  return lines;
}

/** A token is refused whatever it carries; what helps is said, and only when it was one. */
async function explainToken(invocation: Invocation, error: unknown): Promise<never> {
  if (!(error instanceof ApiError) || error.code !== 'FORBIDDEN') throw error;
  const connection = await invocation.connection();
  const isToken = error.reason === 'tokenNeverApproves' || await connection.ask(CliMeDocument, {}).then(({ me }) => me.via === 'TOKEN', () => false);
  if (!isToken) throw error;
  throw new CommandFailure(error.message, {
    exitCode: exitCodes.forbidden, code: error.reason ?? error.code, correlationId: error.correlationId,
    hint: `An API token never decides, whatever its owner may. Sign in as a person who did not write the plan${connection.destination.tokenFrom === 'environment' ? ' and unset SKEIN_TOKEN' : ''}: skein login --name NAME`,
  }, error);
}
