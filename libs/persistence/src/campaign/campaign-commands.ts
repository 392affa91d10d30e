import { type Database } from '../database/database.ts';
import { type CampaignCommands } from './campaign-command.ts';

export function campaignCommands(_database: Database): CampaignCommands {
  throw new Error('campaignCommands is not written yet');
}
