import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { parseDriver } from '../outbox/driver-key.ts';
import { type DriverRef } from './driver-store.ts';
import { attendanceSecondsMax } from '../run/load-run.ts';

/** So many times somebody was asked and did not come: a person should look. */
const flagTimes = 5;

/**
 * Drivers whose rows asked for attention, by a poke or because they should have come back by themselves, and that were not advanced
 * within 15 s. One statement; it ends no run and no lease, it only asks again and counts. Also notes since when a site is unattended,
 * and forgets idempotency keys after their 24 hours.
 */
export async function reconcile({ db }: Database): Promise<readonly { readonly driver: DriverRef; readonly times: number }[]> {
  const { rows } = await sql<{ driver: string; times: number }>`/* reconcile */
    WITH drivers AS (
      SELECT 'nodeRun/' || run_id AS driver, advanced_at, due_at, true AS is_open FROM node_run WHERE settled_at IS NULL
      UNION ALL SELECT 'wave/' || campaign_id || '/' || number, advanced_at, due_at, true FROM wave WHERE due_at IS NOT NULL
      UNION ALL SELECT 'campaign/' || campaign_id, advanced_at, due_at, true FROM campaign WHERE due_at IS NOT NULL),
    late AS (
      SELECT d.driver FROM drivers d LEFT JOIN driver_attention a ON a.driver = d.driver
      WHERE (a.asked_at < now() - interval '15 s' AND (d.advanced_at IS NULL OR d.advanced_at < a.asked_at)) OR d.due_at < now() - interval '15 s'),
    attended AS (
      DELETE FROM driver_attention a WHERE a.asked_at < now() - interval '15 s' AND NOT EXISTS (SELECT FROM late WHERE late.driver = a.driver)),
    forgotten AS (DELETE FROM idempotency_key WHERE created_at < now() - interval '24 hours'),
    sites AS (
      UPDATE site SET unattended_since = coalesce(attended_until, now()) WHERE unattended_since IS NULL AND attended_until < now() - make_interval(secs => ${attendanceSecondsMax}))
    INSERT INTO driver_attention (driver, times) SELECT driver, 1 FROM late ORDER BY driver
    ON CONFLICT (driver) DO UPDATE SET times = driver_attention.times + 1, flagged_at = CASE WHEN driver_attention.times + 1 >= ${flagTimes} THEN coalesce(driver_attention.flagged_at, now()) END
    RETURNING driver, times`.execute(db);
  return rows.map((row) => ({ driver: parseDriver(row.driver), times: row.times }));
}
