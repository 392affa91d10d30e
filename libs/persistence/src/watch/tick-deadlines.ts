import { type SiteId } from '@skein/core';
import { sql } from 'kysely';
import { nothingToTell, tell } from '../campaign/change-campaign.ts';
import { lockCampaignsOfRuns } from '../campaign/lock-campaign.ts';
import { settleCampaign } from '../campaign/settle-campaign.ts';
import { type Database } from '../database/database.ts';
import { texts } from '../database/transaction.ts';
import { runDriver, waveDriver } from '../outbox/driver-key.ts';
import { inKinds, permitKinds } from '../run/run-kinds.ts';

/** Seconds that a state may last, by the run's own plan; LEASED and PROTECTING belong to the drain. */
const deadline = sql.raw(`(p.spec -> 'deadlines' ->> CASE r.state_kind WHEN 'PREFLIGHT' THEN 'preflight' WHEN 'STAGING' THEN 'staging' WHEN 'APPLYING' THEN 'apply'
  WHEN 'REBOOTING' THEN 'reboot' WHEN 'VERIFYING' THEN 'verify' WHEN 'RESTORING' THEN 'restore' ELSE 'drain' END)::double precision`);

interface LateRun { readonly run_id: string; readonly holds_permit: boolean }

/**
 * Runs whose observed time is up are looked at; those that hold a permit are OVERDUE, which counts as a failure at once. Before the permit
 * the driver itself defers or undoes, so a poke is enough. Nobody watching: no clock runs, and this finds nothing.
 */
export async function tickDeadlines({ db }: Database, siteId: SiteId): Promise<number> {
  const { rows: late } = await sql<LateRun>`/* tickDeadlines */
    SELECT r.run_id, r.state_kind ${inKinds(permitKinds)} AS holds_permit
    FROM node_run r JOIN campaign c ON c.campaign_id = r.campaign_id JOIN plan_revision p ON p.digest = c.revision_digest
    WHERE r.site_id = ${siteId} AND NOT r.overdue
      AND r.state_kind ${inKinds(['PREFLIGHT', 'STAGING', 'LEASED', 'DRAINING', 'PROTECTING', 'APPLYING', 'REBOOTING', 'VERIFYING', 'UNDOING', 'RESTORING'])}
      AND r.entered_at < now() - make_interval(secs => ${deadline}) AND observed_seconds(r.site_id, r.entered_at) > ${deadline}
      -- Asked already, and it has been looking since: once per half minute is enough.
      AND (r.state_kind ${inKinds(permitKinds)} OR r.advanced_at IS NULL OR r.advanced_at < now() - interval '30 s')
    ORDER BY r.run_id LIMIT 500`.execute(db);
  const overdue = late.filter((run) => run.holds_permit).map((run) => run.run_id);
  const others = late.filter((run) => !run.holds_permit).map((run) => run.run_id);
  if (others.length > 0) await sql`/* tickDeadlines poke */ INSERT INTO outbox (driver) SELECT 'nodeRun/' || run_id FROM unnest(${texts(others)}) AS run_id`.execute(db);
  await pokeSilent(db, siteId);
  return overdue.length === 0 ? 0 : markOverdue(db, overdue);
}

/** Drivers of changes whose nodes were not heard of for longer than a boot may take; one that has looked since looks again by itself. */
async function pokeSilent(db: Database['db'], siteId: SiteId): Promise<void> {
  await sql`/* tickDeadlines silent */
    INSERT INTO outbox (driver) SELECT DISTINCT 'nodeRun/' || r.run_id
    FROM node_job j JOIN node_run r ON r.run_id = j.run_id AND r.attempt = j.attempt JOIN campaign c ON c.campaign_id = r.campaign_id JOIN plan_revision p ON p.digest = c.revision_digest,
      LATERAL (SELECT greatest(j.last_seen_at, j.launched_at) + make_interval(secs => (p.spec -> 'deadlines' ->> 'rebootSilence')::double precision) AS silent_at) s
    WHERE j.site_id = ${siteId} AND j.state IN ('UNCONFIRMED', 'RUNNING') AND r.state_kind IN ('APPLYING', 'REBOOTING', 'RESTORING')
      AND s.silent_at < now() AND (r.advanced_at IS NULL OR r.advanced_at < s.silent_at)`.execute(db);
}

async function markOverdue(db: Database['db'], runIds: readonly string[]): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const campaigns = await lockCampaignsOfRuns(tx, runIds);
    const { rows } = await sql<{ run_id: string; campaign_id: string; wave: number; attempt: number; state: unknown }>`/* markOverdue */
      WITH moved AS (UPDATE node_run SET overdue = true WHERE run_id IN (SELECT run_id FROM node_run WHERE run_id = ANY (${texts(runIds)}) ORDER BY run_id FOR NO KEY UPDATE)
          AND state_kind ${inKinds(permitKinds)} AND NOT overdue RETURNING run_id, campaign_id, wave, attempt, state, entered_at, site_id),
      recorded AS (INSERT INTO run_outcome (run_id, attempt, kind, state, evidence)
        SELECT run_id, attempt, 'OVERDUE', state, jsonb_build_object('since', entered_at, 'observedSeconds', observed_seconds(site_id, entered_at)) FROM moved ON CONFLICT DO NOTHING)
      SELECT run_id, campaign_id, wave, attempt, state FROM moved`.execute(tx);
    const telling = nothingToTell();
    for (const run of rows) {
      telling.pokes.push(runDriver(run.run_id), waveDriver(run.campaign_id, run.wave));
      telling.audits.push({ action: 'run.overdue', objectKind: 'run', objectId: run.run_id, after: { state: run.state, attempt: run.attempt, wave: run.wave } });
    }
    for (const campaign of campaigns.values()) {
      await settleCampaign(tx, campaign, [...new Set(rows.filter((run) => run.campaign_id === campaign.campaignId).map((run) => run.wave))], telling);
    }
    await tell(tx, 'system/watcher', telling);
    return rows.length;
  });
}
