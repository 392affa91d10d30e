import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { texts } from '../database/transaction.ts';
import { type DriverRef } from '../driver/driver-store.ts';
import { parseDriver } from './driver-key.ts';

/**
 * Sends committed pokes, each driver once however often it was poked. The rows stay locked while `send` runs and go only when it has
 * resolved, so a crash in between sends them again. What was asked is noted apart, for the reconciler to see who did not come.
 */
export async function relayOutbox({ db }: Database, limit: number, send: (drivers: readonly DriverRef[]) => Promise<void>): Promise<number> {
  // Asked several times a second, and mostly there is nothing: that needs no transaction.
  const { rows: [waiting] } = await sql<{ any: boolean }>`/* relayOutbox look */ SELECT EXISTS (SELECT FROM outbox) AS any`.execute(db);
  if (waiting?.any !== true) return 0;
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ outbox_id: string; driver: string }>`/* relayOutbox */
      SELECT outbox_id, driver FROM outbox ORDER BY outbox_id LIMIT ${limit} FOR UPDATE SKIP LOCKED`.execute(tx);
    if (rows.length === 0) return 0;
    const drivers = [...new Set(rows.map((row) => row.driver))].sort();
    await send(drivers.map(parseDriver));
    await sql`/* relayOutbox sent */
      WITH gone AS (DELETE FROM outbox WHERE outbox_id = ANY (${rows.map((row) => row.outbox_id)}::bigint[]))
      INSERT INTO driver_attention (driver) SELECT driver FROM unnest(${texts(drivers)}) AS driver ORDER BY driver
      ON CONFLICT (driver) DO UPDATE SET asked_at = CASE WHEN driver_attention.times = 0 THEN excluded.asked_at ELSE driver_attention.asked_at END`.execute(tx);
    return drivers.length;
  });
}
