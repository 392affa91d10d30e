import { stateClasses, type StateClass } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { foldNodeStatus } from '../fleet/fold-node-status.ts';
import { attendanceSecondsMax } from '../run/load-run.ts';

/** Kinds of things that need a person, the riskiest first. */
const attentionKinds = [
  'CAMPAIGN_HALTED', 'NODES_QUARANTINED', 'SITE_UNATTENDED', 'RUNS_OVERDUE', 'NODES_UNREACHABLE', 'DRIVER_STUCK', 'GATE_INCONCLUSIVE', 'APPROVAL_WAITING', 'RUNS_BLOCKED', 'START_WAITING', 'NODES_MISSING', 'TOKEN_ENDS',
] as const;

export type AttentionKindView = (typeof attentionKinds)[number];

export interface AttentionView {
  readonly id: string;
  readonly kind: AttentionKindView;
  readonly stateClass: StateClass;
  readonly count: number | null;
  readonly campaignId: string | null;
  readonly wave: number | null;
  readonly subject: string | null;
  readonly reason: string | null;
  readonly since: Date;
}

export interface NowViews {
  /** The riskiest first, the longest waiting of a kind first; tokens are those of this person. At most 100. */
  attention(personId: string): Promise<readonly AttentionView[]>;
  /** Sites with open runs that nobody has seen lately, by name. */
  unattendedSites(): Promise<readonly string[]>;
}

const attentionMax = 100;
const tokenDaysMin = 7;

const classOf: Readonly<Record<AttentionKindView, StateClass>> = {
  CAMPAIGN_HALTED: 'FAILED', NODES_QUARANTINED: 'FAILED', SITE_UNATTENDED: 'UNREACHABLE', RUNS_OVERDUE: 'ATTENTION', NODES_UNREACHABLE: 'UNREACHABLE', DRIVER_STUCK: 'ATTENTION',
  GATE_INCONCLUSIVE: 'ATTENTION', APPROVAL_WAITING: 'ATTENTION', RUNS_BLOCKED: 'ATTENTION', START_WAITING: 'NOT_STARTED', NODES_MISSING: 'ATTENTION', TOKEN_ENDS: 'ATTENTION',
};

/** A site is watched while it has open runs; what was not seen before the first of them is not missed. */
const unattended = sql`(SELECT s.site_id, s.name, count(*)::int AS runs, greatest(s.attended_until, min(r.created_at)) AS since FROM site s JOIN node_run r ON r.site_id = s.site_id AND r.settled_at IS NULL
  GROUP BY s.site_id HAVING greatest(s.attended_until, min(r.created_at)) < now() - make_interval(secs => ${attendanceSecondsMax}))`;

const attended = sql`s.attended_until >= now() - make_interval(secs => ${attendanceSecondsMax})`;
const unreachable = sql.raw(`t.state_class = ${String(stateClasses.indexOf('UNREACHABLE'))}`);
const over = sql.raw(`('CANCELLED', 'COMPLETED', 'COMPLETED_WITH_EXCEPTIONS')`);

export function createNowViews(database: Database): NowViews {
  const { db } = database;
  return {
    async attention(personId) {
      await foldNodeStatus(database);
      const { rows } = await sql<Omit<AttentionView, 'id' | 'stateClass'>>`/* nowViews.attention */
        WITH item AS (
        SELECT CASE WHEN c.state_kind = 'PAUSED' AND c.state ->> 'reason' = 'gateInconclusive' THEN 'GATE_INCONCLUSIVE' WHEN c.state_kind = 'AWAITING_APPROVAL' THEN 'APPROVAL_WAITING'
            WHEN c.state_kind = 'SCHEDULED' THEN 'START_WAITING' ELSE 'CAMPAIGN_HALTED' END AS kind, NULL::int AS count, c.campaign_id, w.number AS wave, NULL AS subject, c.state ->> 'reason' AS reason, c.entered_at AS since
          FROM campaign c LEFT JOIN LATERAL (SELECT number FROM wave w WHERE w.campaign_id = c.campaign_id AND w.state_kind IN ('FAILED', 'INCONCLUSIVE') ORDER BY number DESC LIMIT 1) w ON true
          WHERE c.state_kind IN ('AWAITING_APPROVAL', 'SCHEDULED') OR (c.state_kind IN ('HALTING', 'HALTED') AND c.state ->> 'reason' <> 'operator') OR (c.state_kind = 'PAUSED' AND c.state ->> 'reason' IN ('gateFailed', 'gateInconclusive'))
        UNION ALL SELECT 'NODES_QUARANTINED', count(*)::int, coalesce(r.driven_by, r.campaign_id), NULL, CASE WHEN r.run_id IS NULL THEN t.site END, NULL, min(t.state_since)
          FROM node_status t LEFT JOIN node_run r ON r.run_id = t.run_id WHERE t.quarantined AND NOT t.retired GROUP BY 3, 5
        UNION ALL SELECT 'NODES_UNREACHABLE', count(*)::int, NULL, NULL, t.site, NULL, min(t.state_since) FROM node_status t JOIN site s ON s.name = t.site AND ${attended} WHERE ${unreachable} AND NOT t.retired GROUP BY t.site
        UNION ALL SELECT 'NODES_MISSING', count(*)::int, NULL, NULL, t.site, NULL, min(n.updated_at) FROM node_status t JOIN node n ON n.node_id = t.node_id WHERE t.missing AND NOT t.retired GROUP BY t.site
        UNION ALL SELECT 'RUNS_OVERDUE', count(*)::int, coalesce(r.driven_by, r.campaign_id), NULL, NULL, NULL, min(r.entered_at) FROM node_run r WHERE r.overdue GROUP BY 3
        UNION ALL SELECT 'RUNS_BLOCKED', count(*)::int, r.campaign_id, NULL, NULL, NULL, min(r.entered_at) FROM node_run r JOIN campaign c ON c.campaign_id = r.campaign_id AND c.state_kind NOT IN ${over} WHERE r.state_kind = 'BLOCKED' GROUP BY 3
        UNION ALL SELECT 'SITE_UNATTENDED', u.runs, NULL, NULL, u.name, NULL, u.since FROM ${unattended} u
        UNION ALL SELECT 'DRIVER_STUCK', NULL, coalesce(r.campaign_id, c.campaign_id), coalesce(r.wave, CASE WHEN d.driver LIKE 'wave/%' THEN split_part(d.driver, '/', 3)::int END), d.driver, NULL, d.flagged_at FROM driver_attention d LEFT JOIN node_run r ON d.driver = 'nodeRun/' || r.run_id
          LEFT JOIN campaign c ON c.campaign_id = split_part(d.driver, '/', 2) AND split_part(d.driver, '/', 1) <> 'nodeRun' WHERE d.flagged_at IS NOT NULL
        UNION ALL SELECT 'TOKEN_ENDS', NULL, NULL, NULL, a.name, NULL, a.expires_at - make_interval(days => ${tokenDaysMin}) FROM api_token a
          WHERE a.person_id = ${personId} AND a.revoked_at IS NULL AND a.expires_at > now() AND a.expires_at < now() + make_interval(days => ${tokenDaysMin}))
        SELECT kind, count, campaign_id AS "campaignId", wave, subject, reason, since FROM item
        ORDER BY array_position(${[...attentionKinds]}::text[], kind), since, campaign_id, subject LIMIT ${attentionMax}`.execute(db);
      return rows.map((row) => ({ ...row, id: [row.kind, row.campaignId, row.subject].filter((part) => part !== null).join(':'), stateClass: classOf[row.kind] }));
    },
    async unattendedSites() {
      return (await sql<{ name: string }>`/* nowViews.unattendedSites */ SELECT name FROM ${unattended} u ORDER BY name LIMIT 200`.execute(db)).rows.map((row) => row.name);
    },
  };
}
