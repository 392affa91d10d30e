import { type Command } from 'commander';
import { accepted, usageFailure } from '../failure/command-failure.ts';
import { type ExitCode, exitCodes } from '../failure/exit-code.ts';
import { CliCampaignHaltDocument, type CliCampaignHaltMutation, CliCampaignsHaltAllDocument } from '../generated/documents.ts';
import { confirmChange } from '../invocation/confirm-change.ts';
import { act, type ChangeOptions, changesThings, type Perform, printsData } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { campaignColumns } from './campaign-columns.ts';
import { findCampaign } from './find-campaign.ts';
import { printCampaign } from './print-campaign.ts';

type PermitHolder = CliCampaignHaltMutation['change']['holdingPermit'][number];

const halts = (command: Command): Command => changesThings(printsData(command), { asks: false, counts: false }).option('-y, --yes', 'accepted and not needed: halting never asks')
  .addHelpText('after', '\nHalting never asks: no node starts from the answer on. Runs that hold a permit already go forward to verification or back; they are listed.');

export function haltCampaignCommand(noun: Command, perform: Perform): void {
  const command = halts(noun.command('halt').description('give no new permits from now on, without asking').argument('[campaign]', 'name or id')).option('--all', 'every campaign that could start something, as `skein halt-all`');
  act<[string | undefined], ChangeOptions & { readonly all?: true }>(command, perform, (invocation, options, name) => {
    if ((name === undefined) === (options.all === undefined)) throw usageFailure('what to halt is not said', 'Name one campaign, or give --all.');
    return name === undefined ? haltAll(invocation, options) : haltCampaign(invocation, options, name);
  });
}

export function haltAllCommand(program: Command, perform: Perform): void {
  act<[], ChangeOptions>(halts(program.command('halt-all').description('halt every campaign that could start something, without asking')), perform, haltAll);
}

async function haltCampaign(invocation: Invocation, options: ChangeOptions, name: string): Promise<void> {
  const connection = await invocation.connection();
  const campaign = await findCampaign(connection, name);
  const confirmed = await confirmChange(invocation, options, { what: `halt campaign ${JSON.stringify(campaign.name)}`, nodes: null, asks: false });
  if (confirmed === null) return;
  const { change } = await connection.change(CliCampaignHaltDocument, { campaignId: campaign.id, reason: confirmed.reason }, options);
  const { campaign: halted, holdingPermit } = accepted(change);
  if (halted !== null) printCampaign(invocation, halted);
  sayWhatStillMoves(invocation, holdingPermit);
}

async function haltAll(invocation: Invocation, options: ChangeOptions): Promise<ExitCode> {
  const connection = await invocation.connection();
  const confirmed = await confirmChange(invocation, options, { what: 'halt every campaign that could start something', nodes: null, asks: false });
  if (confirmed === null) return exitCodes.ok;
  const { change } = await connection.change(CliCampaignsHaltAllDocument, { reason: confirmed.reason }, options);
  invocation.print({ kind: 'CampaignList', items: change.campaigns, columns: campaignColumns(invocation.world.now()), name: (campaign) => campaign.name });
  if (change.campaigns.length === 0) invocation.say('No campaign could have started anything.');
  sayWhatStillMoves(invocation, change.holdingPermit);
  // What was halted is halted, whatever was refused; a script must hear of the rest.
  for (const refusal of change.userErrors) invocation.say(`refused: ${refusal.message} (${refusal.code})${refusal.hint === null ? '' : ` ${refusal.hint}`}`);
  return change.userErrors.length === 0 ? exitCodes.ok : exitCodes.failed;
}

function sayWhatStillMoves(invocation: Invocation, holders: readonly PermitHolder[]): void {
  if (holders.length === 0) {
    invocation.say('No node is under change.');
    return;
  }
  invocation.say(`${String(holders.length)} ${holders.length === 1 ? 'node holds' : 'nodes hold'} a permit already and will go forward to verification or back; nothing else will start:`);
  for (const holder of holders) invocation.say(`  ${holder.hostname}  ${holder.state.toLowerCase()}${holder.overdue ? '  overdue' : ''}`);
}
