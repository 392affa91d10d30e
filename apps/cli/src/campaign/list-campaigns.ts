import { type Command, Option } from 'commander';
import { moreLine, readPages } from '../connection/read-pages.ts';
import { usageFailure } from '../failure/command-failure.ts';
import { type CampaignFilter, type CampaignState, CliCampaignsDocument } from '../generated/documents.ts';
import { act, collect, type Perform, printsData, withLimit } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { campaignColumns } from './campaign-columns.ts';

interface ListOptions {
  readonly state?: readonly string[];
  readonly text?: string;
  readonly kind?: 'migrate' | 'rollback';
  readonly limit: number;
}

const states = ['DRAFT', 'INVALID', 'AWAITING_APPROVAL', 'REJECTED', 'SCHEDULED', 'RUNNING', 'PAUSED', 'HALTING', 'HALTED', 'CANCELLING', 'CANCELLED', 'COMPLETED', 'COMPLETED_WITH_EXCEPTIONS'] as const satisfies readonly CampaignState[];

function readState(text: string): CampaignState {
  const found = states.find((state) => state === text.toUpperCase().replaceAll('-', '_'));
  if (found === undefined) throw usageFailure(`${JSON.stringify(text)} is not a state of a campaign`, `There are: ${states.join(', ').toLowerCase()}.`);
  return found;
}

export function listCampaignsCommand(noun: Command, perform: Perform): void {
  const command = withLimit(printsData(noun.command('list').description('list campaigns, newest first')), 'campaigns')
    .option('--state <state>', 'campaigns in this state; may be repeated', collect).option('--text <text>', 'part of the name').addOption(new Option('--kind <kind>', 'what they are for').choices(['migrate', 'rollback']));
  act<[], ListOptions>(command, perform, listCampaigns);
}

async function listCampaigns(invocation: Invocation, options: ListOptions): Promise<void> {
  const filter: CampaignFilter = {
    ...(options.state === undefined ? {} : { states: options.state.map(readState) }), ...(options.text === undefined ? {} : { text: options.text }),
    ...(options.kind === undefined ? {} : { kind: options.kind === 'migrate' ? 'MIGRATE' : 'ROLLBACK' }),
  };
  const connection = await invocation.connection();
  const list = await readPages(options.limit, async (page) => (await connection.ask(CliCampaignsDocument, { filter, page })).campaigns);
  invocation.print({ kind: 'CampaignList', ...list, columns: campaignColumns(invocation.world.now()), name: (campaign) => campaign.name });
  if (list.items.length === 0) invocation.say('No campaign matches.');
  const more = moreLine(list);
  if (more !== null) invocation.say(more);
}
