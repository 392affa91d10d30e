import { type CampaignId, type CampaignKind, type CampaignSource, type CampaignSpec, type CampaignState, type PersonId, type PlanDigest, type Role, type RunStateKind } from '@skein/core';
import { sql } from 'kysely';
import { runsOfCampaign } from './runs-of-campaign.ts';
import { type CampaignView } from './view.ts';

export interface CampaignViewRow {
  readonly campaign_id: CampaignId; readonly name: string; readonly kind: CampaignKind; readonly source: CampaignSource; readonly state: CampaignState; readonly version: number; readonly epoch: number;
  readonly spec: CampaignSpec; readonly parent_id: CampaignId | null; readonly entered_at: Date; readonly created_at: Date; readonly started_at: Date | null; readonly finished_at: Date | null;
  readonly author_id: PersonId; readonly author_name: string; readonly author_role: Role; readonly editor_id: PersonId; readonly editor_name: string; readonly editor_role: Role;
  readonly digest: PlanDigest | null; readonly planned_at: Date | null; readonly members: number | null; readonly waves: number | null;
  readonly approver_id: PersonId | null; readonly approver_name: string | null; readonly approver_role: Role | null; readonly decision: string | null; readonly decision_reason: string | null; readonly decided_at: Date | null;
  readonly counts: Readonly<Partial<Record<RunStateKind, number>>> | null; readonly overdue: number;
}

/** Counts are of the last run of each node, so that a second try in the tail wave is not counted twice. */
export const campaignSelect = sql`
  SELECT c.campaign_id, c.name, c.kind, c.source, c.state, c.version, c.epoch, c.spec, c.parent_id, c.entered_at, c.created_at, c.started_at, c.finished_at,
    author.person_id AS author_id, author.name AS author_name, author.role AS author_role, editor.person_id AS editor_id, editor.name AS editor_name, editor.role AS editor_role,
    p.digest, p.created_at AS planned_at, p.wave_count AS waves, p.member_count AS members,
    approver.person_id AS approver_id, approver.name AS approver_name, approver.role AS approver_role, a.decision, a.reason AS decision_reason, a.at AS decided_at,
    (SELECT jsonb_object_agg(k.state_kind, k.runs) FROM (SELECT last.state_kind, count(*) AS runs FROM (
        SELECT DISTINCT ON (r.node_id) r.state_kind FROM ${runsOfCampaign(sql`c.campaign_id`)} r ORDER BY r.node_id, r.in_wave DESC) last GROUP BY last.state_kind) k) AS counts,
    (SELECT count(*)::int FROM ${runsOfCampaign(sql`c.campaign_id`)} r WHERE r.overdue) AS overdue
  FROM campaign c JOIN person author ON author.person_id = c.author_id JOIN person editor ON editor.person_id = c.last_editor_id
  LEFT JOIN plan_revision p ON p.digest = c.revision_digest
  LEFT JOIN LATERAL (SELECT * FROM approval x WHERE x.campaign_id = c.campaign_id AND x.digest = c.revision_digest ORDER BY x.at DESC, x.approval_id LIMIT 1) a ON true
  LEFT JOIN person approver ON approver.person_id = a.person_id`;

export const campaignViewOf = (row: CampaignViewRow): CampaignView => ({
  campaignId: row.campaign_id, name: row.name, kind: row.kind, source: row.source, state: row.state, version: row.version, epoch: row.epoch, spec: row.spec, parentId: row.parent_id,
  enteredAt: row.entered_at, createdAt: row.created_at, startedAt: row.started_at, finishedAt: row.finished_at,
  author: { personId: row.author_id, name: row.author_name, role: row.author_role }, lastEditor: { personId: row.editor_id, name: row.editor_name, role: row.editor_role },
  revision: row.digest === null || row.planned_at === null ? null : { digest: row.digest, createdAt: row.planned_at, members: row.members ?? 0, waves: row.waves ?? 0 },
  approval: row.approver_id === null || row.approver_name === null || row.approver_role === null || row.decided_at === null || row.digest === null ? null
    : { person: { personId: row.approver_id, name: row.approver_name, role: row.approver_role }, approved: row.decision === 'approved', digest: row.digest, reason: row.decision_reason, at: row.decided_at },
  counts: row.counts ?? {}, overdue: row.overdue,
});
