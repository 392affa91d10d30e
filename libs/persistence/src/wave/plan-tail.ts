import { type DeferredReason, type NodeId, tailWave, type WavePlan } from '@skein/core';
import { sql } from 'kysely';
import { type CampaignRow } from '../campaign/lock-campaign.ts';
import { readPlan } from '../campaign/plan-revision.ts';
import { type Tx } from '../database/transaction.ts';

/** The wave that is still due when all others are over, for members that could not start when it was their turn; null: none, or it was there already. */
export async function planTail(tx: Tx, campaign: CampaignRow, waveCount: number): Promise<WavePlan | null> {
  const { rows } = await sql<{ nodeId: NodeId; reason: DeferredReason | 'blocked' }>`/* planTail */
    SELECT r.node_id AS "nodeId", CASE r.state_kind WHEN 'BLOCKED' THEN 'blocked' ELSE r.state ->> 'reason' END AS reason
    FROM node_run r WHERE r.campaign_id = ${campaign.campaignId} AND r.state_kind IN ('DEFERRED', 'BLOCKED') ORDER BY r.node_id`.execute(tx);
  if (rows.length === 0 || campaign.revision === null) return null;
  const plan = await readPlan(tx, campaign.revision);
  return plan === null || waveCount > plan.waves.length ? null : tailWave(plan, rows);
}
