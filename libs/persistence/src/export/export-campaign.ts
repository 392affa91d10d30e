import { type FailureClass, type NodeId, type PlanDigest, type RunId, type RunState, type TargetProfile } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { plannedMembers } from '../insight/members-of-campaign.ts';
import { unavailableSeconds } from '../views/availability-view.ts';
import { runsOfCampaign } from '../views/runs-of-campaign.ts';

/** What became of one node in a campaign, by its last run. */
export interface CampaignNodeRow {
  readonly nodeId: NodeId;
  readonly hostname: string;
  readonly externalId: string;
  readonly site: string;
  /** null: its wave was never opened, or it never had a run. */
  readonly wave: number | null;
  readonly runId: RunId | null;
  readonly state: RunState | null;
  readonly failureClass: FailureClass | null;
  readonly attempts: number;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly unavailableSecondsLower: number;
  readonly unavailableSecondsUpper: number;
}

export interface ReportPlan {
  readonly target: TargetProfile | null;
  readonly excluded: readonly { readonly reason: string; readonly nodes: number }[];
  readonly approvals: readonly { readonly person: string; readonly decision: 'approved' | 'denied'; readonly digest: PlanDigest; readonly reason: string | null; readonly at: Date }[];
}

const batchRows = 2000;

/** Members of the plan in force and nodes that have a run, such as alternates that stepped in. */
export async function* exportCampaignNodes({ db }: Database, campaignId: string): AsyncGenerator<readonly CampaignNodeRow[]> {
  // Every node is behind an empty name.
  for (let after: readonly [string, string] = ['', '']; ;) {
    const { rows } = await sql<CampaignNodeRow>`/* exportViews.campaignNodes */
      WITH c AS (SELECT * FROM campaign WHERE campaign_id = ${campaignId}),
      last AS (SELECT DISTINCT ON (r.node_id) r.node_id, r.run_id, r.in_wave, r.state, r.attempt, r.created_at, r.settled_at FROM ${runsOfCampaign(sql`${campaignId}`)} r ORDER BY r.node_id, r.in_wave DESC),
      member AS (SELECT node_id FROM last UNION SELECT m.node_id FROM c, LATERAL ${plannedMembers(sql`c.revision_digest`)} m),
      page AS (SELECT n.node_id, n.hostname, n.external_id, n.site_id FROM member JOIN node n ON n.node_id = member.node_id
        WHERE (n.hostname, n.node_id) > (${after[0]}, ${after[1]}) ORDER BY n.hostname, n.node_id LIMIT ${batchRows})
      SELECT page.node_id AS "nodeId", page.hostname, page.external_id AS "externalId", s.name AS site, last.in_wave AS wave, last.run_id AS "runId", last.state, last.state ->> 'failureClass' AS "failureClass",
        coalesce(last.attempt, 0) AS attempts, last.created_at AS "startedAt", last.settled_at AS "endedAt",
        CASE WHEN c.started_at IS NULL THEN 0 ELSE ${unavailableSeconds(sql`page.node_id`, false)} END AS "unavailableSecondsLower",
        CASE WHEN c.started_at IS NULL THEN 0 ELSE ${unavailableSeconds(sql`page.node_id`, true)} END AS "unavailableSecondsUpper"
      FROM c CROSS JOIN page JOIN site s ON s.site_id = page.site_id LEFT JOIN last ON last.node_id = page.node_id ORDER BY page.hostname, page.node_id`.execute(db);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < batchRows) return;
    after = [last.hostname, last.nodeId];
  }
}

export async function readReportPlan({ db }: Database, campaignId: string): Promise<ReportPlan> {
  const { rows: [plan] } = await sql<{ target: TargetProfile; excluded: ReportPlan['excluded'] | null }>`/* exportViews.plan */
    SELECT p.target, (SELECT jsonb_agg(jsonb_build_object('reason', x.reason, 'nodes', x.nodes) ORDER BY x.nodes DESC, x.reason)
      FROM (SELECT e.out ->> 'reason' AS reason, count(*)::int AS nodes FROM jsonb_array_elements(p.excluded) AS e (out) GROUP BY 1) x) AS excluded
    FROM campaign c JOIN plan_revision p ON p.digest = c.revision_digest WHERE c.campaign_id = ${campaignId}`.execute(db);
  const { rows: approvals } = await sql<ReportPlan['approvals'][number]>`/* exportViews.approvals */
    SELECT p.name AS person, a.decision, a.digest, a.reason, a.at FROM approval a JOIN person p ON p.person_id = a.person_id WHERE a.campaign_id = ${campaignId} ORDER BY a.at, a.approval_id`.execute(db);
  return { target: plan?.target ?? null, excluded: plan?.excluded ?? [], approvals };
}
