import { sql } from 'kysely';
import { type CampaignRow } from '../campaign/lock-campaign.ts';
import { type Tx } from '../database/transaction.ts';
import { dueAfter } from '../run/move-run.ts';
import { inKinds, openKinds, stagingKinds } from '../run/run-kinds.ts';
import { counted } from './read-wave.ts';

/**
 * Alternates take the places of members that were found blocked, held, gone or already there: one each, in order, never a node that has
 * had a run in this campaign. The last wave no longer waits for those it gave.
 */
export async function stepIn(tx: Tx, campaignId: string, wave: number): Promise<number> {
  const { rows } = await sql<{ node_id: string }>`/* stepIn */
    WITH gone AS (SELECT r.node_id, row_number() OVER (ORDER BY r.settled_at, r.run_id) AS place FROM node_run r
        WHERE r.campaign_id = ${campaignId} AND r.wave = ${wave} AND r.state_kind IN ('DEFERRED', 'BLOCKED')
          AND NOT EXISTS (SELECT FROM wave_member a WHERE a.campaign_id = ${campaignId} AND a.wave = ${wave} AND a.stepped_in_for = r.node_id)),
    free AS (SELECT a.node_id, row_number() OVER (ORDER BY a.ordinal) AS place FROM wave_member a
        WHERE a.campaign_id = ${campaignId} AND a.wave = ${wave} AND a.alternate AND a.stepped_in_for IS NULL
          AND NOT EXISTS (SELECT FROM node_run x WHERE x.campaign_id = ${campaignId} AND x.node_id = a.node_id)),
    taken AS (UPDATE wave_member a SET stepped_in_for = gone.node_id FROM free JOIN gone ON gone.place = free.place
        WHERE a.campaign_id = ${campaignId} AND a.wave = ${wave} AND a.node_id = free.node_id RETURNING a.node_id),
    given AS (UPDATE wave_member b SET moved_to_wave = ${wave} FROM taken WHERE b.campaign_id = ${campaignId} AND b.wave > ${wave} AND b.node_id = taken.node_id AND NOT b.alternate)
    SELECT node_id FROM taken`.execute(tx);
  return rows.length;
}

/** Runs for the next members, as many as may be inspected and staged at the same time; their drivers are poked. */
export async function openRuns(tx: Tx, campaign: CampaignRow, wave: number): Promise<number> {
  const { rows: [seen] } = await sql<{ staging: number }>`/* openRuns room */
    SELECT count(*)::int AS staging FROM node_run WHERE campaign_id = ${campaign.campaignId} AND wave = ${wave} AND state_kind ${inKinds(stagingKinds)}`.execute(tx);
  const room = campaign.spec.stagingMax - (seen?.staging ?? 0);
  if (room <= 0) return 0;
  const { rows } = await sql<{ run_id: string }>`/* openRuns */
    WITH opened AS (
      INSERT INTO node_run (campaign_id, wave, node_id, site_id, state, original_run_id, due_at)
      SELECT m.campaign_id, m.wave, m.node_id, n.site_id, '{"kind": "PLANNED"}', m.member ->> 'originalRunId', now() + interval '615 s'
      FROM wave_member m JOIN node n ON n.node_id = m.node_id
      WHERE m.campaign_id = ${campaign.campaignId} AND m.wave = ${wave} AND ${counted} AND NOT m.opened
        AND NOT EXISTS (SELECT FROM node_run r WHERE r.node_id = m.node_id AND r.state_kind ${inKinds(openKinds)})
      ORDER BY m.alternate, m.ordinal LIMIT ${room}
      ON CONFLICT DO NOTHING RETURNING run_id, node_id),
    noted AS (UPDATE wave_member m SET opened = true FROM opened WHERE m.campaign_id = ${campaign.campaignId} AND m.wave = ${wave} AND m.node_id = opened.node_id),
    poked AS (INSERT INTO outbox (driver) SELECT 'nodeRun/' || run_id FROM opened)
    SELECT run_id FROM opened`.execute(tx);
  return rows.length;
}

/** Runs `r` whose staging has ended well and that nobody has moved on yet. */
export const hasStaged = sql`(r.state_kind = 'STAGING' AND r.intent = 'continue' AND r.settled_at IS NULL
  AND EXISTS (SELECT FROM node_job j WHERE j.run_id = r.run_id AND j.attempt = r.attempt AND j.step LIKE 'stage%' AND j.state = 'EXITED' AND j.exit_code = 0))`;

/** What is staged waits for its turn, which the wave gives: it looks for itself, so that no driver is woken only to say so. */
export async function moveStaged(tx: Tx, campaignId: string, wave: number): Promise<void> {
  await sql`/* moveStaged */
    UPDATE node_run SET state = '{"kind": "STAGED"}', entered_at = now(), due_at = ${dueAfter(sql`'STAGED'::text`)}
    WHERE state_kind = 'STAGING' AND run_id IN (SELECT run_id FROM node_run r WHERE campaign_id = ${campaignId} AND wave = ${wave} AND ${hasStaged} ORDER BY run_id FOR NO KEY UPDATE)`.execute(tx);
}
