import { drainAgainStep } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { closeEffect, openEffect } from './effects.ts';
import { grantPermit } from './grant-permit.ts';
import { confirmJob, insertJob, raiseIncarnation, recordStep, recordVerification, saveLog, saveRestorePoint } from './jobs.ts';
import { loadRun } from './load-run.ts';
import { dueAfter, moveRun } from './move-run.ts';
import { recordOutcome } from './record-outcome.ts';
import { type RunStore } from './run-store.ts';

/** A soaking run that is on its way back, or out of service because it was, has a driver for once. */
const goesBack = sql`state_kind = 'SOAKING' AND (intent = 'restore' OR coalesce((SELECT (e.direction, e.state) <> ('undo', 'done') FROM effect e
  WHERE e.run_id = node_run.run_id AND e.attempt = node_run.attempt AND e.step = ${drainAgainStep} ORDER BY e.effect_id DESC LIMIT 1), false))`;

export const createRunStore = (database: Database): RunStore => ({
  load: (runId) => loadRun(database.db, runId),
  async claim(runId) {
    const { rows: [row] } = await sql<{ attempt: number; fence: string }>`/* runStore.claim */
      UPDATE node_run SET fence = nextval('fence'), advanced_at = now(), due_at = CASE WHEN ${goesBack} THEN now() + interval '75 s' ELSE ${dueAfter(sql`state_kind`)} END WHERE run_id = ${runId} AND settled_at IS NULL
      RETURNING attempt, fence`.execute(database.db);
    return row === undefined ? null : { runId, attempt: row.attempt, fence: BigInt(row.fence) };
  },
  move: (claim, from, to, extras) => moveRun(database.db, claim, from, to, extras),
  recordStep: (claim, step, state, detail) => recordStep(database, claim, step, state, detail),
  openEffect: (claim, step, direction, notAfter) => openEffect(database, claim, step, direction, notAfter),
  closeEffect: (claim, step, direction, state, detail) => closeEffect(database, claim, step, direction, state, detail),
  grantPermit: (claim, epoch, job, to) => grantPermit(database, claim, epoch, job, to),
  insertJob: (claim, job, to) => insertJob(database, claim, job, to),
  confirmJob: (claim, jobId, answer) => confirmJob(database, claim, jobId, answer),
  raiseIncarnation: (claim) => raiseIncarnation(database, claim),
  recordVerification: (claim, verification) => recordVerification(database, claim, verification),
  recordOutcome: (claim, outcome, evidence) => recordOutcome(database, claim, outcome, evidence),
  saveRestorePoint: (claim, snapshotId, state) => saveRestorePoint(database, claim, snapshotId, state),
  saveLog: (runId, jobId, offset, bytes) => saveLog(database, runId, jobId, offset, bytes),
});
