import { type Command } from 'commander';
import { type Perform } from '../invocation/define-command.ts';
import { campaignVerbCommands } from './campaign-verb.ts';
import { decideApprovalCommands } from './decide-approval.ts';
import { getCampaignCommand } from './get-campaign.ts';
import { haltCampaignCommand } from './halt-campaign.ts';
import { listCampaignsCommand } from './list-campaigns.ts';
import { waitCampaignCommand } from './wait-campaign.ts';

export function campaignCommands(program: Command, perform: Perform): void {
  const noun = program.command('campaign').description('plan, start, watch, stop and bring back staged migrations');
  listCampaignsCommand(noun, perform);
  getCampaignCommand(noun, perform);
  campaignVerbCommands(noun, perform);
  decideApprovalCommands(noun, perform);
  haltCampaignCommand(noun, perform);
  waitCampaignCommand(noun, perform);
}
