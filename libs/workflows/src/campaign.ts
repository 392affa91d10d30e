import { type CampaignId } from '@skein/core';
import { drive } from './drive.ts';

export async function campaign(campaignId: CampaignId): Promise<void> {
  await drive<typeof campaign>([campaignId], (activities) => activities.advanceCampaign({ campaignId }));
}
