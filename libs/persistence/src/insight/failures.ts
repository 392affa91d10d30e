import { type FailureClass, type RunState } from '@skein/core';
import { sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { classCounts } from '../views/fleet-counts.ts';
import { type StateClassCounts } from '../views/fleet-view.ts';
import { eachCampaign, forEachCampaign, type OfCampaign } from '../views/for-each-campaign.ts';
import { groupedBy } from '../views/node-parts.ts';
import { runsOfCampaign } from '../views/runs-of-campaign.ts';

/** Runs that failed, blocked or were deferred in the same way; the last run of each node counts. */
export interface FailureGroupView {
  readonly reason: string;
  readonly failureClass: FailureClass | null;
  readonly count: number;
  readonly byStateClass: StateClassCounts;
  readonly firstAt: Date;
  /** Five, by name. */
  readonly hostnames: readonly string[];
  /** State of one of them: what to do about it depends on nothing else. */
  readonly example: RunState;
}

type FailureRow = OfCampaign & Omit<FailureGroupView, 'byStateClass'> & { readonly classes: Parameters<typeof classCounts>[0] };

/**
 * A node that somebody brought back on purpose did not fail, and in a rollback that is what it is for. Reasons that two states share
 * (`operator`, say) stay apart by who is to blame.
 */
export async function failures(db: Queries, campaignIds: readonly string[]): Promise<ReadonlyMap<string, readonly FailureGroupView[]>> {
  const { rows } = await sql<FailureRow>`/* campaignInsights.failures */ ${forEachCampaign(campaignIds, sql`
    WITH last AS (SELECT DISTINCT ON (r.node_id) r.run_id, r.node_id, r.state, r.state_kind, r.overdue, r.settled_at FROM ${runsOfCampaign(eachCampaign)} r ORDER BY r.node_id, r.in_wave DESC),
    failed AS (
      SELECT last.*, n.hostname, last.state ->> 'failureClass' AS failure_class,
        CASE WHEN last.state_kind = 'BLOCKED' THEN (SELECT string_agg(value, ', ' ORDER BY value) FROM jsonb_array_elements_text(last.state -> 'checks')) ELSE last.state ->> 'reason' END AS reason
      FROM last JOIN node n ON n.node_id = last.node_id, campaign c
      WHERE c.campaign_id = ${eachCampaign} AND last.settled_at IS NOT NULL AND (last.state_kind IN ('BLOCKED', 'DEFERRED', 'FAILED_CLEAN', 'QUARANTINED')
        OR (last.state_kind = 'RESTORED' AND c.kind = 'migrate' AND last.state ->> 'reason' <> 'operator'))),
    -- What became of the node since says nothing about how its run ended.
    class AS (SELECT reason, failure_class, deferred, jsonb_agg(jsonb_build_object('state_class', state_class, 'nodes', runs) ORDER BY state_class) AS classes FROM (
      SELECT reason, failure_class, state_kind = 'DEFERRED' AS deferred, state_class(state, overdue, false, NULL) AS state_class, count(*) AS runs FROM failed GROUP BY 1, 2, 3, 4) k GROUP BY 1, 2, 3)
    SELECT coalesce(f.reason, '') AS reason, f.failure_class AS "failureClass", count(*)::int AS count, min(f.settled_at) AS "firstAt", class.classes,
      (array_agg(f.hostname ORDER BY f.hostname, f.run_id))[1:5] AS hostnames, (array_agg(f.state ORDER BY f.settled_at, f.run_id))[1] AS example
    FROM failed f JOIN class ON class.reason IS NOT DISTINCT FROM f.reason AND class.failure_class IS NOT DISTINCT FROM f.failure_class AND class.deferred = (f.state_kind = 'DEFERRED')
    GROUP BY f.reason, f.failure_class, f.state_kind = 'DEFERRED', class.classes ORDER BY count(*) DESC, 1, 2 LIMIT 50`)} ORDER BY answer.count DESC, answer.reason, answer."failureClass"`.execute(db);
  return groupedBy(rows, ({ campaignId, classes, ...row }) => [campaignId, { ...row, byStateClass: classCounts(classes) }]);
}
