import { type Principal } from '@skein/core';
import { type Database } from '../database/database.ts';
import { campaignCan } from '../views/campaign-can.ts';
import { createCampaignViews } from '../views/campaign-views.ts';
import { type CampaignCan } from '../views/view.ts';

/** What somebody may do with one campaign, as a list asks it of many. */
export async function canOf(database: Database, principal: Principal, campaignId: string): Promise<CampaignCan> {
  const views = createCampaignViews(database);
  const [campaign, context] = [await views.get(campaignId), (await views.canContexts([campaignId])).get(campaignId)];
  if (campaign === null || context === undefined) throw new Error('the campaign is gone');
  return campaignCan(principal, campaign, context);
}
