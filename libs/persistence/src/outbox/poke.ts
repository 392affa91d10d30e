import { sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { texts } from '../database/transaction.ts';

/** Pokes that are sent once this transaction has committed. */
export async function poke(tx: Queries, drivers: readonly string[]): Promise<void> {
  if (drivers.length === 0) return;
  await sql`/* poke */ INSERT INTO outbox (driver) SELECT unnest(${texts([...new Set(drivers)])})`.execute(tx);
}
