import { type Database } from '../database/database.ts';
import { type CampaignViews } from './view.ts';

export function createCampaignViews(_database: Database): CampaignViews {
  throw new Error('createCampaignViews is not written yet');
}
