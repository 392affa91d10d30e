import { type Command } from 'commander';
import { accepted, usageFailure } from '../failure/command-failure.ts';
import { CliCampaignRetriedRunsDocument, CliCampaignRetryDocument, type RunState } from '../generated/documents.ts';
import { confirmChange } from '../invocation/confirm-change.ts';
import { act, type ChangeOptions, changesThings, collect, parsePositive, type Perform, printsData } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { readPages } from '../connection/read-pages.ts';
import { firstLines } from '../output/first-lines.ts';
import { readBrief } from './campaign-verb.ts';
import { printCampaign } from './print-campaign.ts';

interface RetryOptions extends ChangeOptions {
  readonly wave?: number;
  readonly node?: readonly string[];
  readonly clearQuarantine?: true;
}

/** States that lead back to a new try by a decision. */
const retryable: readonly RunState[] = ['BLOCKED', 'DEFERRED', 'FAILED_CLEAN', 'RESTORED'];

export function retryCampaignCommand(noun: Command, perform: Perform): void {
  const command = changesThings(printsData(noun.command('retry').description('try nodes again that did not reach the target').argument('<campaign>', 'name or id')))
    .option('--wave <number>', 'only those of one wave', parsePositive).option('--node <hostname>', 'only this node; may be repeated', collect).option('--clear-quarantine', 'also quarantined nodes; somebody has looked at them');
  act<[string], RetryOptions>(command, perform, retry);
}

async function retry(invocation: Invocation, options: RetryOptions, name: string): Promise<void> {
  const connection = await invocation.connection();
  const campaign = await readBrief(invocation, name);
  const states: readonly RunState[] = options.clearQuarantine === true ? [...retryable, 'QUARANTINED'] : retryable;
  const { items } = await readPages(0, async (page) => (await connection.ask(CliCampaignRetriedRunsDocument, { filter: { campaignId: campaign.id, states, ...(options.wave === undefined ? {} : { wave: options.wave }) }, page })).runs);
  const wanted = options.node === undefined ? items : items.filter((run) => options.node?.some((node) => node === run.node.hostname || node === run.node.id) === true);
  const unknown = (options.node ?? []).filter((node) => !items.some((run) => node === run.node.hostname || node === run.node.id));
  if (unknown.length > 0) throw usageFailure(`nothing can be tried again on ${unknown.join(', ')}`, '`skein node get` says where its run is.');
  const confirmed = await confirmChange(invocation, options, { what: `try again in campaign ${JSON.stringify(campaign.name)}`, nodes: wanted.length, permitted: campaign.can.retry, details: firstLines(wanted.map((run) => `${run.node.hostname}: ${run.state.toLowerCase()}${run.stateReason === null ? '' : ` (${run.stateReason})`}`), 10, 'nodes') });
  if (confirmed === null) return;
  const { change } = await connection.change(CliCampaignRetryDocument, {
    campaignId: campaign.id, expectedVersion: campaign.version, reason: confirmed.reason, ...(options.wave === undefined ? {} : { wave: options.wave }), ...(options.node === undefined ? {} : { runIds: wanted.map(({ id }) => id) }), clearQuarantine: options.clearQuarantine === true,
  }, options);
  const { campaign: changed } = accepted(change);
  if (changed !== null) printCampaign(invocation, changed);
}
