import { type CampaignId } from '@skein/core';
import { drive } from './drive.ts';

export async function wave(campaignId: CampaignId, number: number): Promise<void> {
  await drive<typeof wave>([campaignId, number], (activities) => activities.advanceWave({ campaignId, wave: number }));
}
