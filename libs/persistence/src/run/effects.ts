import { type Instant, type Refusal, refuse } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { inTransaction, json, timestamp } from '../database/transaction.ts';
import { whyNot } from './move-run.ts';
import { type Claim } from './run-store.ts';

/** An effect whose execution died may still be happening until so long after its notAfter. */
const afterwardsSeconds = 5;

const claimed = (claim: Claim) => sql`run_id = ${claim.runId} AND attempt = ${claim.attempt} AND fence = ${claim.fence.toString()}::bigint AND settled_at IS NULL`;

export async function openEffect({ db }: Database, claim: Claim, step: string, direction: 'do' | 'undo', notAfter: Instant): Promise<Refusal | null> {
  const insert = sql<{ effect_id: string }>`/* runStore.openEffect */
    INSERT INTO effect (run_id, attempt, step, direction, fence, not_after, state)
    SELECT run_id, attempt, ${step}, ${direction}, fence, ${timestamp(notAfter)}, 'open' FROM node_run r
    WHERE ${claimed(claim)} AND NOT EXISTS (SELECT FROM effect e WHERE e.run_id = r.run_id AND e.state = 'open')
    ON CONFLICT (run_id) WHERE state = 'open' DO NOTHING RETURNING effect_id`;
  if ((await insert.execute(db)).rows.length === 1) return null;
  return inTransaction<null>(db, async (tx) => {
    const { rows: [run] } = await sql<{ run_id: string }>`/* runStore.openEffect run */ SELECT run_id FROM node_run WHERE ${claimed(claim)} FOR NO KEY UPDATE`.execute(tx);
    if (run === undefined) return whyNot(tx, claim);
    await sql`/* runStore.openEffect expire */ UPDATE effect SET state = 'unknown', closed_at = now(), detail = detail || '{"expired": true}'
      WHERE run_id = ${claim.runId} AND state = 'open' AND not_after + make_interval(secs => ${afterwardsSeconds}) < now()`.execute(tx);
    if ((await insert.execute(tx)).rows.length === 1) return null;
    return refuse('effectOpen', `another effect of run ${claim.runId} may still be happening`);
  }).then((answer) => answer);
}

export async function closeEffect({ db }: Database, claim: Claim, step: string, direction: 'do' | 'undo', state: 'done' | 'failed' | 'unknown', detail: Readonly<Record<string, unknown>>): Promise<Refusal | null> {
  const { rows } = await sql<{ effect_id: string }>`/* runStore.closeEffect */
    UPDATE effect SET state = ${state}, detail = effect.detail || ${json(detail)}, closed_at = now() FROM node_run r
    WHERE r.run_id = effect.run_id AND r.run_id = ${claim.runId} AND r.attempt = ${claim.attempt} AND r.fence = ${claim.fence.toString()}::bigint
      AND effect.fence = r.fence AND effect.step = ${step} AND effect.direction = ${direction} AND effect.state = 'open'
    RETURNING effect_id`.execute(db);
  return rows.length === 1 ? null : whyNot(db, claim);
}
