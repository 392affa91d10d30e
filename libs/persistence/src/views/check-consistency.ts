import { type RunId } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { holdsLease } from '../run/run-kinds.ts';
import { type Consistency } from './view.ts';

/** Rows that must agree with each other, in one snapshot. */
export async function checkConsistency({ db }: Database): Promise<Consistency> {
  const runs = (query: ReturnType<typeof sql>) => sql`(SELECT coalesce(array_agg(run_id ORDER BY run_id), '{}') FROM (${query}) q)`;
  const { rows: [row] } = await sql<{ leases_without_run: RunId[]; runs_without_lease: RunId[]; settled_without_outcome: RunId[]; soak_without_row: RunId[]; open_drivers: string[]; flagged: string[]; outbox_rows: number }>`/* checkConsistency */
    SELECT ${runs(sql`SELECT l.run_id FROM lease l JOIN node_run r ON r.run_id = l.run_id WHERE l.released_at IS NULL AND NOT ${holdsLease}`)} AS leases_without_run,
      ${runs(sql`SELECT r.run_id FROM node_run r WHERE ${holdsLease} AND NOT EXISTS (SELECT FROM lease l WHERE l.run_id = r.run_id AND l.released_at IS NULL)`)} AS runs_without_lease,
      ${runs(sql`SELECT r.run_id FROM node_run r WHERE r.settled_at IS NOT NULL AND NOT EXISTS (SELECT FROM run_outcome o WHERE o.run_id = r.run_id AND o.attempt = r.attempt AND o.is_current AND o.kind = r.state_kind)`)} AS settled_without_outcome,
      ${runs(sql`SELECT r.run_id FROM node_run r WHERE r.state_kind = 'SOAKING' AND NOT EXISTS (SELECT FROM soak s WHERE s.run_id = r.run_id AND s.attempt = r.attempt AND s.ended_at IS NULL)`)} AS soak_without_row,
      (SELECT coalesce(array_agg(driver ORDER BY driver), '{}') FROM (
        SELECT 'nodeRun/' || run_id AS driver FROM node_run WHERE settled_at IS NULL
        UNION ALL SELECT 'wave/' || w.campaign_id || '/' || w.number FROM wave w JOIN campaign c ON c.campaign_id = w.campaign_id WHERE c.state_kind NOT IN ('CANCELLED', 'COMPLETED', 'COMPLETED_WITH_EXCEPTIONS')
          AND (w.state_kind IN ('ADMITTING', 'SETTLING', 'SOAKING', 'EVALUATING') OR (w.state_kind = 'INCONCLUSIVE' AND c.state_kind = 'RUNNING'))
        UNION ALL SELECT 'campaign/' || campaign_id FROM campaign WHERE state_kind IN ('RUNNING', 'HALTING', 'CANCELLING')) d) AS open_drivers,
      (SELECT coalesce(array_agg(driver ORDER BY driver), '{}') FROM driver_attention WHERE flagged_at IS NOT NULL) AS flagged, (SELECT count(*)::int FROM outbox) AS outbox_rows`.execute(db);
  if (row === undefined) throw new Error('PostgreSQL gave no answer');
  return {
    leasesWithoutRun: row.leases_without_run, runsWithoutLease: row.runs_without_lease, settledWithoutOutcome: row.settled_without_outcome, soakWithoutRow: row.soak_without_row,
    openDrivers: row.open_drivers, flaggedDrivers: row.flagged, outboxRows: row.outbox_rows,
  };
}
