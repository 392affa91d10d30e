import { type CliCampaignRowFragment } from '../generated/documents.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { campaignColumns, describeState } from './campaign-columns.ts';

/** The campaign as it is after a change. */
export function printCampaign(invocation: Invocation, campaign: CliCampaignRowFragment): void {
  invocation.print({ kind: 'Campaign', items: [campaign], columns: campaignColumns(invocation.world.now()), name: (item) => item.name });
  if (campaign.stateDetail.length > 0) for (const detail of campaign.stateDetail) invocation.say(`${describeState(campaign)}: ${detail}`);
}
