import { type Command } from 'commander';
import { accepted, usageFailure } from '../failure/command-failure.ts';
import { CliCampaignChangedRunsDocument, CliCampaignRollbackDocument, type RollbackScopeInput, type RunFilter } from '../generated/documents.ts';
import { confirmChange } from '../invocation/confirm-change.ts';
import { act, type ChangeOptions, changesThings, collect, parsePositive, type Perform, printsData } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { findNode } from '../node/find-node.ts';
import { describeState } from './campaign-columns.ts';
import { readBrief } from './campaign-verb.ts';
import { printCampaign } from './print-campaign.ts';

interface RollbackOptions extends ChangeOptions {
  readonly all?: true;
  readonly wave?: number;
  readonly node?: readonly string[];
}

export function rollbackCampaignCommand(noun: Command, perform: Perform): void {
  const command = changesThings(printsData(noun.command('rollback').description('bring nodes back: everything, one wave, or single nodes').argument('<campaign>', 'name or id')))
    .option('--all', 'everything that was changed').option('--wave <number>', 'one wave', parsePositive).option('--node <node>', 'this node; may be repeated', collect)
    .addHelpText('after', '\nMakes a rollback campaign and starts it; the campaign is paused if it runs. The approval of the way there covers the way back.');
  act<[string], RollbackOptions>(command, perform, rollback);
}

async function rollback(invocation: Invocation, options: RollbackOptions, name: string): Promise<void> {
  const given = [options.all === true, options.wave !== undefined, options.node !== undefined].filter(Boolean).length;
  if (given !== 1) throw usageFailure('what to bring back is not said', 'Give exactly one of --all, --wave NUMBER, --node NODE.');
  const connection = await invocation.connection();
  const campaign = await readBrief(invocation, name);
  const nodes = options.node === undefined ? null : await Promise.all(options.node.map((node) => findNode(connection, node)));
  const scope: RollbackScopeInput = nodes !== null ? { nodeIds: nodes.map(({ id }) => id) } : options.wave !== undefined ? { wave: options.wave } : { campaign: true };
  const confirmed = await confirmChange(invocation, options, {
    what: `bring back ${nodes !== null ? nodes.map(({ hostname }) => hostname).join(', ') : options.wave !== undefined ? `wave ${String(options.wave)}` : 'everything'} of campaign ${JSON.stringify(campaign.name)}, which is ${describeState(campaign)}`,
    nodes: nodes?.length ?? await changedNodes(invocation, campaign.id, options.wave), permitted: campaign.can.rollback, details: ['Each node is drained, restored and compared with what it was; that interrupts what runs on it.'],
  });
  if (confirmed === null) return;
  const { change } = await connection.change(CliCampaignRollbackDocument, { campaignId: campaign.id, scope, expectedVersion: campaign.version, reason: confirmed.reason }, options);
  const { campaign: made } = accepted(change);
  if (made === null) return;
  printCampaign(invocation, made);
  invocation.say(`Watch it with \`skein campaign get '${made.name}' --watch\`.`);
}

/** Nodes that are changed and healthy: what a rollback takes. */
async function changedNodes(invocation: Invocation, campaignId: string, wave: number | undefined): Promise<number> {
  const connection = await invocation.connection();
  const filter: RunFilter = { campaignId, states: ['SUCCEEDED', 'SOAKING'], ...(wave === undefined ? {} : { wave }) };
  return (await connection.ask(CliCampaignChangedRunsDocument, { filter })).runs.totalCount;
}
