import { type JobId } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { json, texts } from '../database/transaction.ts';
import { dueAfter } from '../run/move-run.ts';
import { type JobsOfNode, type JobsTouched } from './watch-store.ts';

/**
 * What nodes said of their jobs, many nodes in one statement. Newer by (incarnation, seq) always counts; the same seq counts once more for
 * a job that is still open, because a job that died wrote nothing; and so does an older one when it says that the node is not the one it was.
 * A job id stands at most once in `said`.
 */
export async function recordJobs({ db }: Database, said: readonly JobsOfNode[]): Promise<readonly JobId[]> {
  const reports = said.flatMap(({ nodeId, reports: ofNode }) => ofNode.map((report) => ({ ...report, nodeId })));
  if (reports.length === 0) return [];
  const { rows } = await sql<{ job_id: JobId }>`/* watchStore.recordJobs */
    WITH said AS (SELECT * FROM jsonb_to_recordset(${json(reports)}) AS r ("nodeId" text, "jobId" text, state text, phase text, incarnation int, seq int, "seenBootId" text, "exitCode" int, reason text, transactions int)),
    known AS (SELECT j.job_id, j.state AS old_state FROM node_job j JOIN said s ON s."jobId" = j.job_id AND s."nodeId" = j.node_id ORDER BY j.job_id FOR NO KEY UPDATE OF j),
    changed AS (
      UPDATE node_job j SET state = s.state, phase = s.phase, incarnation = greatest(j.incarnation, s.incarnation), seq = CASE WHEN s.incarnation > j.incarnation THEN s.seq ELSE greatest(j.seq, s.seq) END,
        seen_boot_id = coalesce(s."seenBootId", j.seen_boot_id), exit_code = s."exitCode", reason = s.reason, transactions = greatest(j.transactions, s.transactions), last_seen_at = now()
      FROM said s, known k WHERE j.job_id = s."jobId" AND k.job_id = j.job_id
        AND ((j.incarnation, j.seq) < (s.incarnation, s.seq)
          OR (j.state IN ('UNCONFIRMED', 'RUNNING') AND (j.state, j.phase) IS DISTINCT FROM (s.state, s.phase)
            AND ((j.incarnation, j.seq) = (s.incarnation, s.seq) OR s.state IN ('FOREIGN', 'REWOUND', 'IDENTITY_CHANGED'))))
      RETURNING j.job_id, j.run_id, j.attempt, j.step, j.state, j.exit_code, k.old_state),
    -- A driver acts on an end; phases are for people, and a poke for each would cost more than the change itself. When staging has ended
    -- well the next decision is the wave's, while it is open, which takes all that are ready at once.
    poked AS (INSERT INTO outbox (driver)
      SELECT DISTINCT CASE WHEN c.step LIKE 'stage%' AND c.state = 'EXITED' AND c.exit_code = 0 AND r.state_kind = 'STAGING' AND r.intent = 'continue'
          AND w.state_kind IN ('ADMITTING', 'SETTLING', 'SOAKING', 'EVALUATING', 'INCONCLUSIVE')
        THEN 'wave/' || r.campaign_id || '/' || r.wave ELSE 'nodeRun/' || c.run_id END
      FROM changed c JOIN node_run r ON r.run_id = c.run_id JOIN wave w ON w.campaign_id = r.campaign_id AND w.number = r.wave
      WHERE c.state <> c.old_state AND NOT (c.old_state = 'UNCONFIRMED' AND c.state = 'RUNNING'))
    SELECT job_id FROM changed`.execute(db);
  const rebooting = reports.filter((report) => report.state === 'RUNNING' && report.phase === 'rebooting').map((report) => report.jobId);
  if (rebooting.length > 0) await moveRebooting(db, rebooting);
  return rows.map((row) => row.job_id);
}

/** The clock of a reboot is another one than that of a change, and nothing has to be decided: so nobody is woken for it. */
async function moveRebooting(db: Database['db'], jobIds: readonly string[]): Promise<void> {
  await sql`/* watchStore.moveRebooting */
    UPDATE node_run SET state = '{"kind": "REBOOTING"}', entered_at = now(), due_at = ${dueAfter(sql`'REBOOTING'::text`)}
    WHERE state_kind = 'APPLYING' AND settled_at IS NULL AND run_id IN (
      SELECT r.run_id FROM node_job j JOIN node_run r ON r.run_id = j.run_id AND r.attempt = j.attempt
      WHERE j.job_id = ANY (${texts(jobIds)}) AND j.state = 'RUNNING' AND j.phase = 'rebooting' AND j.step LIKE 'apply%' ORDER BY r.run_id FOR NO KEY UPDATE OF r)`.execute(db);
}

/** Nodes that were heard of, without news of their jobs. */
export async function touchJobs({ db }: Database, touches: readonly JobsTouched[]): Promise<void> {
  if (touches.length === 0) return;
  await sql`/* watchStore.touchJobs */
    WITH heard AS (SELECT s."nodeId" AS node_id, max(s."seenBootId") AS boot_id, sum(s.attached::int) AS attached
      FROM jsonb_to_recordset(${json(touches)}) AS s ("nodeId" text, "seenBootId" text, attached boolean) GROUP BY 1),
    open AS (SELECT j.job_id, heard.boot_id, heard.attached FROM node_job j JOIN heard ON heard.node_id = j.node_id WHERE j.state IN ('UNCONFIRMED', 'RUNNING') ORDER BY j.job_id FOR NO KEY UPDATE OF j)
    UPDATE node_job SET last_seen_at = now(), seen_boot_id = open.boot_id, attachments = attachments + open.attached FROM open WHERE node_job.job_id = open.job_id`.execute(db);
}
