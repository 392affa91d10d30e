import { type DeferredReason, type NodeId, tailWave, type Plan, type WavePlan, type WaveState, waveToOpen } from '@skein/core';
import { sql } from 'kysely';
import { campaignIsDriven, nothingToTell, tell, type Telling } from '../campaign/change-campaign.ts';
import { type CampaignRow, lockCampaign } from '../campaign/lock-campaign.ts';
import { readPlan } from '../campaign/plan-revision.ts';
import { settleCampaign, waveKinds } from '../campaign/settle-campaign.ts';
import { type Database } from '../database/database.ts';
import { type Tx } from '../database/transaction.ts';
import { insertWaves } from '../wave/insert-waves.ts';
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
  const kinds = await waveKinds(tx, campaign.campaignId);
  const index = waveToOpen(kinds.map((kind) => ({ kind })));
  if (index !== null) return openWave(tx, campaign, index + 1, telling);
  const final: readonly WaveState['kind'][] = ['PASSED', 'OVERRIDDEN', 'SKIPPED'];
  if (kinds.length === 0 || !kinds.every((kind) => final.includes(kind)) || campaign.revision === null) return;
  const plan = await readPlan(tx, campaign.revision);
  // The tail wave comes once; whoever is deferred in it as well is an exception of the campaign.
  if (plan === null || kinds.length > plan.waves.length) return;
  const tail = await readTail(tx, campaign, plan);
  if (tail === null) return;
  await insertWaves(tx, campaign.campaignId, [tail]);
  await openWave(tx, campaign, tail.number, telling);
}

async function readTail(tx: Tx, campaign: CampaignRow, plan: Plan): Promise<WavePlan | null> {
  const { rows } = await sql<{ nodeId: NodeId; reason: DeferredReason | 'blocked' }>`/* readTail */
    SELECT DISTINCT ON (node_id) node_id AS "nodeId", CASE state_kind WHEN 'BLOCKED' THEN 'blocked' ELSE state ->> 'reason' END AS reason
    FROM node_run WHERE campaign_id = ${campaign.campaignId} AND state_kind IN ('DEFERRED', 'BLOCKED') ORDER BY node_id, wave DESC`.execute(tx);
  return rows.length === 0 ? null : tailWave(plan, rows);
}
