import { type TypedDocument } from '@skein/client';
import { type Command } from 'commander';
import { accepted } from '../failure/command-failure.ts';
import {
  CliCampaignBriefDocument, type CliCampaignBriefQuery, CliCampaignCancelDocument, CliCampaignHoldDocument, CliCampaignPauseDocument, CliCampaignPreviewDocument, type CliCampaignPreviewQuery, CliCampaignResumeDocument, CliCampaignStartDocument,
  type CliCampaignStartMutation, type CliCampaignStartMutationVariables, CliCampaignSubmitDocument,
} from '../generated/documents.ts';
import { confirmChange } from '../invocation/confirm-change.ts';
import { act, type ChangeOptions, changesThings, type Perform, printsData } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { paintWith } from '../output/paint.ts';
import { describeState } from './campaign-columns.ts';
import { describePreview } from './describe-preview.ts';
import { findCampaign } from './find-campaign.ts';
import { printCampaign } from './print-campaign.ts';

export type CampaignBrief = NonNullable<CliCampaignBriefQuery['campaign']>;

interface Verb {
  readonly name: 'submit' | 'start' | 'pause' | 'hold' | 'resume' | 'cancel';
  readonly description: string;
  readonly document: TypedDocument<CliCampaignStartMutation, CliCampaignStartMutationVariables>;
  /** Whether it is refused when the campaign was changed meanwhile; stopping is never refused for being late. */
  readonly bindsVersion: boolean;
  readonly details?: (campaign: CampaignBrief) => readonly string[];
}

const verbs: readonly Verb[] = [
  { name: 'submit', description: 'freeze the plan and ask for approval', document: CliCampaignSubmitDocument, bindsVersion: true },
  {
    name: 'start', description: 'start an approved campaign', document: CliCampaignStartDocument, bindsVersion: true,
    details: (campaign) => [`Waves: ${campaign.waves.map((wave) => String(wave.members)).join(', ')} nodes.`],
  },
  { name: 'pause', description: 'start no new nodes; those under way go on', document: CliCampaignPauseDocument, bindsVersion: false },
  { name: 'hold', description: 'pause, and stop runs under way at their next safe point', document: CliCampaignHoldDocument, bindsVersion: false },
  { name: 'resume', description: 'go on after a pause, a hold or a halt', document: CliCampaignResumeDocument, bindsVersion: true },
  { name: 'cancel', description: 'give up: what has not started never will, what holds a permit comes to its end', document: CliCampaignCancelDocument, bindsVersion: false },
];

export function campaignVerbCommands(noun: Command, perform: Perform): void {
  for (const verb of verbs) {
    const command = changesThings(printsData(noun.command(verb.name).description(verb.description).argument('<campaign>', 'name or id')));
    act<[string], ChangeOptions>(command, perform, (invocation, options, name) => carryOut(invocation, options, name, verb));
  }
}

/** The campaign as it is now, with what may be done with it. */
export async function readBrief(invocation: Invocation, name: string): Promise<CampaignBrief> {
  const connection = await invocation.connection();
  const { id } = await findCampaign(connection, name);
  const { campaign } = await connection.ask(CliCampaignBriefDocument, { id });
  if (campaign === null) throw new Error(`campaign ${id} is gone`);
  return campaign;
}

/** The plan that a submission would freeze. */
async function readPreview(invocation: Invocation, id: string): Promise<CliCampaignPreviewQuery['campaignPreview']> {
  const connection = await invocation.connection();
  return (await connection.ask(CliCampaignPreviewDocument, { id })).campaignPreview;
}

async function carryOut(invocation: Invocation, options: ChangeOptions, name: string, verb: Verb): Promise<void> {
  const campaign = await readBrief(invocation, name);
  const plan = verb.name === 'submit' ? await readPreview(invocation, campaign.id) : null;
  const confirmed = await confirmChange(invocation, options, {
    what: `${verb.name} campaign ${JSON.stringify(campaign.name)}, which is ${describeState(campaign)}`, nodes: plan?.memberCount ?? campaign.revision?.members ?? null,
    permitted: campaign.can[verb.name], details: [...(verb.details?.(campaign) ?? []), ...(plan === null ? [] : describePreview(plan, paintWith(false)))],
  });
  if (confirmed === null) return;
  const connection = await invocation.connection();
  const { change } = await connection.change(verb.document, { campaignId: campaign.id, reason: confirmed.reason, ...(verb.bindsVersion ? { expectedVersion: campaign.version } : {}) }, options);
  const { campaign: changed } = accepted(change);
  if (changed !== null) printCampaign(invocation, changed);
}
