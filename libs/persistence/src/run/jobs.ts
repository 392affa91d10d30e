import { type JobId, type Refusal, type RunId, type RunState, type RunStateKind, type VerificationFacts, type JobRowState } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { factsClauses, jobClause, moveRun, stepClause, whyNot } from './move-run.ts';
import { type Claim, type NewJob, type StepRow } from './run-store.ts';

/** Bytes of log that are kept per job; a node that says more is not believed to say anything new. */
export const logBytesMax = 10 * 1024 * 1024;

/** The run of a claim, unmoved: what follows is written only if its fence is the newest. */
const held = (claim: Claim) => sql`moved AS (SELECT run_id, campaign_id, wave, node_id, site_id, attempt, fence FROM node_run
  WHERE run_id = ${claim.runId} AND attempt = ${claim.attempt} AND fence = ${claim.fence.toString()}::bigint AND settled_at IS NULL FOR NO KEY UPDATE)`;

export async function insertJob({ db }: Database, claim: Claim, job: NewJob, to: { readonly from: RunStateKind; readonly state: RunState } | null): Promise<Refusal | null> {
  if (to !== null) return moveRun(db, claim, to.from, to.state, { job });
  const { rows } = await sql<{ run_id: string }>`/* runStore.insertJob */ WITH ${held(claim)}, ${jobClause(job)} SELECT run_id FROM moved`.execute(db);
  return rows.length === 1 ? null : whyNot(db, claim);
}

export async function confirmJob({ db }: Database, claim: Claim, jobId: JobId, answer: { readonly state: JobRowState; readonly seq: number; readonly phase: string; readonly exitCode: number | null; readonly reason: string | null }): Promise<Refusal | null> {
  // The watcher may have heard more of the job by now: its word is newer than the answer to the launch.
  const { rows } = await sql<{ run_id: string }>`/* runStore.confirmJob */ WITH ${held(claim)}, confirmed AS (
      UPDATE node_job SET state = ${answer.state}, seq = greatest(node_job.seq, ${answer.seq}::int), phase = ${answer.phase}, exit_code = ${answer.exitCode}::int, reason = ${answer.reason}::text, last_seen_at = now()
      FROM moved WHERE node_job.job_id = ${jobId} AND node_job.run_id = moved.run_id AND node_job.state IN ('UNCONFIRMED', 'RUNNING') AND node_job.seq <= ${answer.seq}::int)
    SELECT run_id FROM moved`.execute(db);
  return rows.length === 1 ? null : whyNot(db, claim);
}

export async function recordStep({ db }: Database, claim: Claim, step: string, state: StepRow['state'], detail: Readonly<Record<string, unknown>>): Promise<Refusal | null> {
  const { rows } = await sql<{ run_id: string }>`/* runStore.recordStep */ WITH ${held(claim)}, ${stepClause(step, state, detail)} SELECT run_id FROM moved`.execute(db);
  return rows.length === 1 ? null : whyNot(db, claim);
}

export async function recordVerification({ db }: Database, claim: Claim, verification: VerificationFacts): Promise<Refusal | null> {
  const { rows } = await sql<{ run_id: string }>`/* runStore.recordVerification */ WITH ${held(claim)}, ${sql.join(factsClauses(undefined, verification))} SELECT run_id FROM moved`.execute(db);
  return rows.length === 1 ? null : whyNot(db, claim);
}

export async function saveRestorePoint({ db }: Database, claim: Claim, snapshotId: string, state: 'READY' | 'STALE' | 'CONSUMED'): Promise<Refusal | null> {
  const { rows } = await sql<{ run_id: string }>`/* runStore.saveRestorePoint */ WITH ${held(claim)}, saved AS (
      INSERT INTO restore_point (run_id, attempt, node_id, snapshot_id, state) SELECT run_id, attempt, node_id, ${snapshotId}, ${state} FROM moved
      ON CONFLICT (run_id, attempt, snapshot_id) DO UPDATE SET state = excluded.state
        WHERE array_position('{READY,STALE,CONSUMED}', restore_point.state) <= array_position('{READY,STALE,CONSUMED}', excluded.state))
    SELECT run_id FROM moved`.execute(db);
  return rows.length === 1 ? null : whyNot(db, claim);
}

export async function raiseIncarnation({ db }: Database, claim: Claim): Promise<number | Refusal> {
  const { rows: [row] } = await sql<{ incarnation: number }>`/* runStore.raiseIncarnation */
    WITH claimed AS (
      SELECT run_id, node_id, attempt, incarnation_raised_attempt IS NOT DISTINCT FROM attempt AS raised FROM node_run
      WHERE run_id = ${claim.runId} AND attempt = ${claim.attempt} AND fence = ${claim.fence.toString()}::bigint AND settled_at IS NULL FOR NO KEY UPDATE),
    marked AS (UPDATE node_run SET incarnation_raised_attempt = claimed.attempt FROM claimed WHERE node_run.run_id = claimed.run_id AND NOT claimed.raised),
    node_raised AS (UPDATE node SET incarnation = node.incarnation + CASE WHEN claimed.raised THEN 0 ELSE 1 END, restore_commanded = true
      FROM claimed WHERE node.node_id = claimed.node_id RETURNING node.incarnation)
    SELECT incarnation FROM node_raised`.execute(db);
  return row?.incarnation ?? whyNot(db, claim);
}

/** Pieces may overlap or come twice; only what goes beyond the stored end is kept. */
export async function saveLog({ db }: Database, runId: RunId, jobId: JobId, offset: number, bytes: Uint8Array): Promise<void> {
  if (bytes.length === 0) return;
  await sql`/* runStore.saveLog */
    WITH job AS (SELECT job_id, greatest(log_bytes, ${offset}::int) AS start, least(${offset + bytes.length}::int, ${logBytesMax}::int) AS stop FROM node_job
      WHERE job_id = ${jobId} AND run_id = ${runId} FOR NO KEY UPDATE),
    grown AS (UPDATE node_job SET log_bytes = job.stop FROM job WHERE node_job.job_id = job.job_id AND job.stop > job.start)
    INSERT INTO node_log (job_id, byte_offset, bytes)
    SELECT job_id, start, substring(${Buffer.from(bytes)}::bytea FROM start - ${offset}::int + 1 FOR stop - start) FROM job WHERE stop > start
    ON CONFLICT (job_id, byte_offset) DO NOTHING`.execute(db);
}
