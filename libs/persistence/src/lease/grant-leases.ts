import { admit, type AdmissionAnswer, type WaveEvidence } from '@skein/core';
import { sql } from 'kysely';
import { type CampaignRow } from '../campaign/lock-campaign.ts';
import { texts, type Tx } from '../database/transaction.ts';
import { readAdmission, readRoom } from './read-admission.ts';

/** The one lock under which leases are granted; the first lock of every transaction that needs it. */
export async function lockLeaseAuthority(tx: Tx): Promise<void> {
  await sql`/* lockLeaseAuthority */ SELECT pg_advisory_xact_lock(7305, 1)`.execute(tx);
}

/** Lease and LEASED together, for as many STAGED runs of the wave as core admits. null: there was no room to ask for. */
export async function grantLeases(tx: Tx, campaign: CampaignRow, wave: number, evidence: WaveEvidence): Promise<AdmissionAnswer | null> {
  const room = await readRoom(tx, campaign, wave, evidence);
  // Core would refuse everybody for the same reason; asking it would cost reading every domain.
  if (room.leased >= campaign.spec.concurrencyMax || room.exposed >= campaign.spec.exposureMax || room.firstLook.holding >= room.firstLook.allowed) return null;
  const answer = admit(await readAdmission(tx, campaign, room, sql`r.campaign_id = ${campaign.campaignId} AND r.wave = ${wave}`));
  if (answer.grants.length > 0) {
    await sql`/* grantLeases */
      WITH moved AS (
        UPDATE node_run SET state = '{"kind": "LEASED"}', entered_at = now(), due_at = now() + interval '75 s'
        WHERE run_id IN (SELECT run_id FROM node_run WHERE run_id = ANY (${texts(answer.grants.map((grant) => grant.runId))}) ORDER BY run_id FOR NO KEY UPDATE) AND state_kind = 'STAGED'
        RETURNING run_id, node_id, campaign_id, wave, site_id),
      granted AS (INSERT INTO lease (run_id, node_id, campaign_id, wave, site_id, cause) SELECT run_id, node_id, campaign_id, wave, site_id, 'admission' FROM moved)
      INSERT INTO outbox (driver) SELECT 'nodeRun/' || run_id FROM moved`.execute(tx);
  }
  return answer;
}

/** A driver that does not begin to drain within 30 s is not there: its lease goes to somebody who is. */
export async function takeBackUnusedLeases(tx: Tx, campaignId: string, wave: number): Promise<number> {
  const { rows } = await sql<{ run_id: string }>`/* takeBackUnusedLeases */
    WITH moved AS (
      UPDATE node_run SET state = '{"kind": "STAGED"}', entered_at = now(), due_at = now() + interval '615 s', fence = nextval('fence')
      WHERE run_id IN (SELECT run_id FROM node_run WHERE campaign_id = ${campaignId} AND wave = ${wave} AND state_kind = 'LEASED' AND entered_at < now() - interval '30 s' ORDER BY run_id FOR NO KEY UPDATE)
        AND state_kind = 'LEASED' RETURNING run_id),
    released AS (UPDATE lease SET released_at = now() FROM moved WHERE lease.run_id = moved.run_id AND lease.released_at IS NULL)
    SELECT run_id FROM moved`.execute(tx);
  return rows.length;
}
