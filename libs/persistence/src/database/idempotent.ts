import { canonicalJson, type Principal, type Refusal, refuse } from '@skein/core';
import { type Kysely, sql } from 'kysely';
import { createHash } from 'node:crypto';
import { inTransaction, json, type Tx } from './transaction.ts';
import { type DB } from '../generated/schema.ts';

/** Who asks, and the key under which the same question gets the same answer for 24 hours. */
export interface CommandContext {
  readonly principal: Principal;
  readonly idempotencyKey: string;
  /** Why, for the audit. */
  readonly reason?: string | undefined;
}

/**
 * One command, one transaction. The same key with the same request gets the stored answer, with another request a refusal. A refused
 * command leaves nothing behind, not even its key: asked again, it may succeed. Two at once with one key: the second waits for the first.
 */
export function idempotent<T>(db: Kysely<DB>, command: string, request: CommandContext, work: (tx: Tx) => Promise<T | Refusal>): Promise<T | Refusal> {
  return inTransaction(db, async (tx) => {
    const { principal, idempotencyKey, ...rest } = request;
    const digest = createHash('sha256').update(canonicalJson({ command, ...rest })).digest();
    const taken = await sql`/* idempotency take */ INSERT INTO idempotency_key (principal, key, request_digest) VALUES (${principal.personId}, ${idempotencyKey}, ${digest}) ON CONFLICT DO NOTHING RETURNING key`.execute(tx);
    if (taken.rows.length === 0) return answerOf<T>(tx, principal.personId, idempotencyKey, digest);
    const answer = await work(tx);
    await sql`/* idempotency keep */ UPDATE idempotency_key SET response = ${json(answer)} WHERE principal = ${principal.personId} AND key = ${idempotencyKey}`.execute(tx);
    return answer;
  });
}

async function answerOf<T>(tx: Tx, principal: string, key: string, digest: Buffer): Promise<T | Refusal> {
  const { rows: [row] } = await sql<{ same: boolean; response: T }>`/* idempotency answer */
    SELECT request_digest = ${digest} AS same, response FROM idempotency_key WHERE principal = ${principal} AND key = ${key}`.execute(tx);
  if (row?.same === true) return row.response;
  return refuse('idempotencyKeyReused', `the key ${key} was used for another request`, { field: ['idempotencyKey'], hint: 'Make a new key for each request.' });
}
