import { waveIsFinal, waveToOpen } from '@skein/core';
import { sql } from 'kysely';
import { campaignIsDriven, nothingToTell, tell, type Telling } from '../campaign/change-campaign.ts';
import { type CampaignRow, lockCampaign } from '../campaign/lock-campaign.ts';
import { settleCampaign, waveKinds } from '../campaign/settle-campaign.ts';
import { type Database } from '../database/database.ts';
import { type Tx } from '../database/transaction.ts';
import { insertWaves } from '../wave/insert-waves.ts';
import { planTail } from '../wave/plan-tail.ts';
import { openWave } from './advance-wave.ts';
import { type Advance } from './driver-store.ts';

/** Opens the next wave, adds the tail wave once, settles; all that a campaign does by itself. */
export function advanceCampaign({ db }: Database, campaignId: string): Promise<Advance> {
  return db.transaction().execute(async (tx): Promise<Advance> => {
    const campaign = await lockCampaign(tx, campaignId);
    if (campaign === null) return { kind: 'done' };
    const telling = nothingToTell();
    if (campaign.state.kind === 'RUNNING') await openNext(tx, campaign, telling);
    const settled = await settleCampaign(tx, campaign, [], telling);
    await sql`/* advanceCampaign mark */ UPDATE campaign SET advanced_at = now(), due_at = CASE WHEN ${campaignIsDriven(settled.state)} THEN now() + interval '615 s' END WHERE campaign_id = ${campaignId}`.execute(tx);
    await tell(tx, 'system/worker', telling);
    return campaignIsDriven(settled.state) ? { kind: 'wait' } : { kind: 'done' };
  });
}

async function openNext(tx: Tx, campaign: CampaignRow, telling: Telling): Promise<void> {
  const waves = await waveKinds(tx, campaign.campaignId);
  const index = waveToOpen(waves.map((kind) => ({ kind })));
  if (index !== null) return openWave(tx, campaign, index + 1, telling);
  // Whoever is deferred in the tail wave as well is an exception of the campaign.
  const tail = waves.length > 0 && waves.every((kind) => waveIsFinal(kind)) ? await planTail(tx, campaign, waves.length) : null;
  if (tail === null) return;
  await insertWaves(tx, campaign.campaignId, [tail]);
  await openWave(tx, campaign, tail.number, telling);
}
