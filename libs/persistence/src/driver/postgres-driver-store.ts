import { type Database } from '../database/database.ts';
import { relayOutbox } from '../outbox/relay.ts';
import { advanceCampaign } from './advance-campaign.ts';
import { advanceWave } from './advance-wave.ts';
import { type DriverStore } from './driver-store.ts';
import { reconcile } from './reconcile.ts';

export const createDriverStore = (database: Database): DriverStore => ({
  advanceCampaign: (campaignId) => advanceCampaign(database, campaignId),
  advanceWave: (campaignId, wave) => advanceWave(database, campaignId, wave),
  relayOutbox: (limit, send) => relayOutbox(database, limit, send),
  reconcile: () => reconcile(database),
});
