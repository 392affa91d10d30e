import { type Refusal, isRefusal } from '@skein/core';
import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import { type DB } from '../generated/schema.ts';

export type Tx = Transaction<DB>;

/** Carries a refusal out of a transaction that shall leave nothing behind; never seen outside this file. */
class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** READ COMMITTED; a refusal that `work` returns rolls everything back and is returned. */
export async function inTransaction<T>(db: Kysely<DB>, work: (tx: Tx) => Promise<T | Refusal>): Promise<T | Refusal> {
  try {
    return await db.transaction().execute(async (tx) => {
      const answer = await work(tx);
      if (isRefusal(answer)) throw new RolledBack(answer);
      return answer;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal;
    throw error;
  }
}

/** A value as a jsonb parameter. */
export const json = (value: unknown): RawBuilder<unknown> => sql`${JSON.stringify(value, (_key, member: unknown) => (typeof member === 'bigint' ? member.toString() : member))}::jsonb`;

/** An Instant (milliseconds) as a timestamptz parameter. */
export const timestamp = (at: number): RawBuilder<Date> => sql`to_timestamp(${at}::double precision / 1000)`;

/** A list as a text[] parameter; pg would otherwise need a cast at every use. */
export const texts = (values: readonly string[]): RawBuilder<string[]> => sql`${[...values]}::text[]`;

export const isConstraintViolation = (error: unknown, constraint: string): boolean =>
  typeof error === 'object' && error !== null && 'constraint' in error && error.constraint === constraint;
