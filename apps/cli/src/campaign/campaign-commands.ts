import { type Command } from 'commander';
import { type Perform } from '../invocation/define-command.ts';
import { applyDocumentsCommands } from './apply-documents.ts';
import { campaignVerbCommands } from './campaign-verb.ts';
import { createCampaignCommand } from './create-campaign.ts';
import { decideApprovalCommands } from './decide-approval.ts';
import { exportCampaignCommand } from './export-campaign.ts';
import { getCampaignCommand } from './get-campaign.ts';
import { haltCampaignCommand } from './halt-campaign.ts';
import { listCampaignsCommand } from './list-campaigns.ts';
import { reportCampaignCommand } from './report-campaign.ts';
import { retryCampaignCommand } from './retry-campaign.ts';
import { rollbackCampaignCommand } from './rollback-campaign.ts';
import { waitCampaignCommand } from './wait-campaign.ts';

export function campaignCommands(program: Command, perform: Perform): void {
  const noun = program.command('campaign').description('plan, start, watch, stop and bring back staged migrations');
  listCampaignsCommand(noun, perform);
  getCampaignCommand(noun, perform);
  applyDocumentsCommands(noun, perform);
  createCampaignCommand(noun, perform);
  exportCampaignCommand(noun, perform);
  campaignVerbCommands(noun, perform);
  decideApprovalCommands(noun, perform);
  haltCampaignCommand(noun, perform);
  retryCampaignCommand(noun, perform);
  rollbackCampaignCommand(noun, perform);
  reportCampaignCommand(noun, perform);
  waitCampaignCommand(noun, perform);
}
