import { type RunId } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { inKinds, leaseKinds, openKinds } from '../run/run-kinds.ts';
import { type Consistency } from './view.ts';

type ConsistencyRow = { readonly [Key in keyof Consistency]: Consistency[Key] extends number ? number : Consistency[Key] | null };

/** One statement, so one snapshot: whatever commits meanwhile is wholly in it or not at all. */
export async function checkConsistency({ db }: Database): Promise<Consistency> {
  const { rows: [row] } = await sql<ConsistencyRow>`/* checkConsistency */
    SELECT
      (SELECT array_agg(l.run_id ORDER BY l.run_id) FROM lease l JOIN node_run r ON r.run_id = l.run_id
        WHERE l.released_at IS NULL AND NOT r.state_kind ${inKinds(leaseKinds)}) AS "leasesWithoutRun",
      (SELECT array_agg(r.run_id ORDER BY r.run_id) FROM node_run r
        WHERE r.state_kind ${inKinds(leaseKinds)} AND NOT EXISTS (SELECT FROM lease l WHERE l.run_id = r.run_id AND l.released_at IS NULL)) AS "runsWithoutLease",
      -- An end without its moment, or a moment without an end, is one half of an outcome, too.
      (SELECT array_agg(r.run_id ORDER BY r.run_id) FROM node_run r
        WHERE (r.settled_at IS NOT NULL) IS DISTINCT FROM (NOT r.state_kind ${inKinds(openKinds)}) OR (r.settled_at IS NOT NULL AND NOT EXISTS (
          SELECT FROM run_outcome o WHERE o.run_id = r.run_id AND o.attempt = r.attempt AND o.is_current AND o.kind = r.state_kind))) AS "settledWithoutOutcome",
      (SELECT array_agg(r.run_id ORDER BY r.run_id) FROM node_run r
        WHERE r.state_kind = 'SOAKING' AND NOT EXISTS (SELECT FROM soak s WHERE s.run_id = r.run_id AND s.attempt = r.attempt AND s.ended_at IS NULL)) AS "soakWithoutRow",
      (SELECT array_agg(driver ORDER BY driver) FROM (
        SELECT 'nodeRun/' || run_id FROM node_run WHERE settled_at IS NULL
        UNION ALL SELECT 'wave/' || w.campaign_id || '/' || w.number FROM wave w JOIN campaign c ON c.campaign_id = w.campaign_id
          WHERE w.state_kind IN ('ADMITTING', 'SETTLING', 'SOAKING', 'EVALUATING', 'INCONCLUSIVE') AND c.state_kind NOT IN ('CANCELLED', 'COMPLETED', 'COMPLETED_WITH_EXCEPTIONS')
            -- A gate that cannot be judged waits for a person once its campaign has stopped.
            AND NOT (w.state_kind = 'INCONCLUSIVE' AND c.state_kind <> 'RUNNING')
        UNION ALL SELECT 'campaign/' || campaign_id FROM campaign WHERE state_kind IN ('RUNNING', 'HALTING', 'CANCELLING')) AS d (driver)) AS "openDrivers",
      (SELECT array_agg(driver ORDER BY driver) FROM driver_attention WHERE flagged_at IS NOT NULL) AS "flaggedDrivers",
      (SELECT count(*)::int FROM outbox) AS "outboxRows"`.execute(db);
  if (row === undefined) throw new Error('PostgreSQL answers no row to a question that always has one');
  const runs = (ids: readonly RunId[] | null): readonly RunId[] => ids ?? [];
  return {
    leasesWithoutRun: runs(row.leasesWithoutRun), runsWithoutLease: runs(row.runsWithoutLease), settledWithoutOutcome: runs(row.settledWithoutOutcome), soakWithoutRow: runs(row.soakWithoutRow),
    openDrivers: row.openDrivers ?? [], flaggedDrivers: row.flaggedDrivers ?? [], outboxRows: row.outboxRows,
  };
}
