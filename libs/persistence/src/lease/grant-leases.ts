import { admit, type AdmissionAnswer, type WaveEvidence } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { type CampaignRow } from '../campaign/lock-campaign.ts';
import { texts, type Tx } from '../database/transaction.ts';
import { releaseClauses, unavailableClause } from '../run/move-run.ts';
import { adoptableRuns, type Candidates, readAdmission, readRoom, stagedRuns } from './read-admission.ts';

/** The one lock under which leases are granted; the first lock of every transaction that needs it. */
export async function lockLeaseAuthority(tx: Tx): Promise<void> {
  await sql`/* lockLeaseAuthority */ SELECT pg_advisory_xact_lock(7305, 1)`.execute(tx);
}

/**
 * null: there is no room to ask for. Core would refuse everybody for the same reason; asking it would cost reading every domain. A rollback
 * always asks: what is broken needs no room.
 */
async function ask(tx: Tx, campaign: CampaignRow, wave: number, evidence: WaveEvidence, candidates: Candidates): Promise<AdmissionAnswer | null> {
  const room = await readRoom(tx, campaign, wave, evidence);
  if (campaign.kind !== 'rollback' && (room.leased >= campaign.spec.concurrencyMax || room.exposed >= campaign.spec.exposureMax || room.firstLook.holding >= room.firstLook.allowed)) return null;
  return admit(await readAdmission(tx, campaign, room, candidates));
}

/** Lease and LEASED together, for as many STAGED runs of the wave as core admits. null: there was no room to ask for. */
export async function grantLeases(tx: Tx, campaign: CampaignRow, wave: number, evidence: WaveEvidence): Promise<AdmissionAnswer | null> {
  const answer = await ask(tx, campaign, wave, evidence, stagedRuns(sql`r.campaign_id = ${campaign.campaignId} AND r.wave = ${wave}`));
  if (answer !== null && answer.grants.length > 0) {
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

/**
 * A node whose own run still soaks is not run a second time: a rollback adopts that run. The node is well and serves, so it needs a lease
 * as any other: lease, intent and new driver together, for as many as core admits. null: there was no room to ask for.
 */
export async function adoptSoaking(tx: Tx, campaign: CampaignRow, wave: number, evidence: WaveEvidence): Promise<AdmissionAnswer | null> {
  const answer = await ask(tx, campaign, wave, evidence, adoptableRuns(campaign, wave));
  if (answer !== null && answer.grants.length > 0) {
    await sql`/* adoptSoaking */
      WITH moved AS (
        UPDATE node_run SET intent = 'restore', driven_by = ${campaign.campaignId}, due_at = now() + interval '75 s'
        WHERE run_id IN (SELECT run_id FROM node_run WHERE run_id = ANY (${texts(answer.grants.map((grant) => grant.runId))}) ORDER BY run_id FOR NO KEY UPDATE)
          AND state_kind = 'SOAKING' AND driven_by IS NULL AND settled_at IS NULL
        RETURNING run_id, node_id, campaign_id, site_id),
      noted AS (UPDATE wave_member m SET adopted_run_id = moved.run_id, opened = true FROM moved WHERE m.campaign_id = ${campaign.campaignId} AND m.wave = ${wave} AND m.member ->> 'originalRunId' = moved.run_id),
      granted AS (INSERT INTO lease (run_id, node_id, campaign_id, wave, site_id, cause) SELECT run_id, node_id, ${campaign.campaignId}, ${wave}, site_id, 'admission' FROM moved),
      ${unavailableClause}
      INSERT INTO outbox (driver) SELECT 'nodeRun/' || run_id FROM moved`.execute(tx);
  }
  return answer;
}

/**
 * A rollback that stops gives back what it adopted and has not begun to bring back: the node serves on, and its run soaks on. The raised
 * fence stops whoever was about to begin.
 */
export async function giveBackAdopted(tx: Tx, campaignId: string, which: RawBuilder<unknown> = sql`true`): Promise<number> {
  const { rows } = await sql<{ driver: string }>`/* giveBackAdopted */
    WITH moved AS (
      UPDATE node_run SET intent = 'continue', driven_by = NULL, fence = nextval('fence'), due_at = now() + interval '75 s'
      WHERE run_id IN (SELECT run_id FROM node_run WHERE driven_by = ${campaignId} AND state_kind = 'SOAKING' AND ${which} ORDER BY run_id FOR NO KEY UPDATE) AND state_kind = 'SOAKING' AND driven_by = ${campaignId}
      RETURNING run_id, node_id, campaign_id, wave),
    noted AS (UPDATE wave_member m SET adopted_run_id = NULL, opened = false FROM moved WHERE m.campaign_id = ${campaignId} AND m.adopted_run_id = moved.run_id),
    ${sql.join(releaseClauses)}
    INSERT INTO outbox (driver) SELECT 'nodeRun/' || run_id FROM moved RETURNING driver`.execute(tx);
  return rows.length;
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

/** The same for adopted runs: nobody has come for them within 30 s of their lease. */
export const takeBackUnusedAdoptions = (tx: Tx, campaignId: string): Promise<number> => giveBackAdopted(tx, campaignId, sql`EXISTS (
  SELECT FROM lease l WHERE l.run_id = node_run.run_id AND l.released_at IS NULL AND l.granted_at < now() - interval '30 s' AND coalesce(node_run.advanced_at, '-infinity') < l.granted_at)`);
