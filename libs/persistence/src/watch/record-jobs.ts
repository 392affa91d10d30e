import { type JobId, type NodeId } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { json } from '../database/transaction.ts';
import { type JobReport } from './watch-store.ts';

/**
 * What a node said of its jobs. Newer by (incarnation, seq) always counts; the same seq counts once more for a job that is still open,
 * because a job that died wrote nothing; and so does an older one when it says that the node is not the one it was.
 */
export async function recordJobs({ db }: Database, nodeId: NodeId, reports: readonly JobReport[]): Promise<readonly JobId[]> {
  if (reports.length === 0) return [];
  const { rows } = await sql<{ job_id: JobId }>`/* watchStore.recordJobs */
    WITH said AS (SELECT * FROM jsonb_to_recordset(${json(reports)}) AS r ("jobId" text, state text, phase text, incarnation int, seq int, "seenBootId" text, "exitCode" int, reason text, transactions int)),
    known AS (SELECT j.job_id, j.state AS old_state, j.phase AS old_phase FROM node_job j WHERE j.node_id = ${nodeId} AND j.job_id IN (SELECT "jobId" FROM said) ORDER BY j.job_id FOR NO KEY UPDATE),
    changed AS (
      UPDATE node_job j SET state = s.state, phase = s.phase, incarnation = greatest(j.incarnation, s.incarnation), seq = CASE WHEN s.incarnation > j.incarnation THEN s.seq ELSE greatest(j.seq, s.seq) END,
        seen_boot_id = coalesce(s."seenBootId", j.seen_boot_id), exit_code = s."exitCode", reason = s.reason, transactions = greatest(j.transactions, s.transactions), last_seen_at = now()
      FROM said s, known k WHERE j.job_id = s."jobId" AND k.job_id = j.job_id
        AND ((j.incarnation, j.seq) < (s.incarnation, s.seq)
          OR (j.state IN ('UNCONFIRMED', 'RUNNING') AND (j.state, j.phase) IS DISTINCT FROM (s.state, s.phase)
            AND ((j.incarnation, j.seq) = (s.incarnation, s.seq) OR s.state IN ('FOREIGN', 'REWOUND', 'IDENTITY_CHANGED'))))
      RETURNING j.job_id, j.run_id, j.state, j.phase, k.old_state, k.old_phase),
    -- A driver acts on an end and on the reboot; other phases are for people, and a poke for each would cost more than the change itself.
    poked AS (INSERT INTO outbox (driver) SELECT DISTINCT 'nodeRun/' || run_id FROM changed WHERE state <> old_state AND NOT (old_state = 'UNCONFIRMED' AND state = 'RUNNING') OR (phase <> old_phase AND phase = 'rebooting'))
    SELECT job_id FROM changed`.execute(db);
  return rows.map((row) => row.job_id);
}

export async function touchJobs({ db }: Database, nodeId: NodeId, seenBootId: string, attached: boolean): Promise<void> {
  await sql`/* watchStore.touchJobs */ UPDATE node_job SET last_seen_at = now(), seen_boot_id = ${seenBootId}, attachments = attachments + ${attached ? 1 : 0}
    WHERE node_id = ${nodeId} AND state IN ('UNCONFIRMED', 'RUNNING')`.execute(db);
}
