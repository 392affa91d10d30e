import { type NodeFacts, type VerificationFacts } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { decodeCursor, pageOf, pageOffset, pageSize } from '../database/page.ts';
import { texts } from '../database/transaction.ts';
import { inKinds, permitKinds } from '../run/run-kinds.ts';
import { availabilityPage } from './availability-view.ts';
import { campaignCan } from './campaign-can.ts';
import { campaignKey, campaignOrder, campaignsAfter, newestFirst } from './campaign-order.ts';
import { campaignSelect, campaignViewOf, type CampaignViewRow } from './campaign-rows.ts';
import { listWaves } from './list-waves.ts';
import { readRunLog } from './read-run-log.ts';
import { summarize } from './summarize.ts';
import { attendanceSecondsMax } from '../run/load-run.ts';
import { type CampaignFilter, type CampaignViews, type RunFilter, type RunJobView, type RunOutcomeView, type RunStepView, type RunView, type VerdictView } from './view.ts';

const campaignFilter = (filter: CampaignFilter): RawBuilder<unknown> => sql`${filter.states ? sql`c.state_kind = ANY (${texts(filter.states)})` : sql`true`} AND ${filter.kind ? sql`c.kind = ${filter.kind}` : sql`true`}
  AND ${filter.text ? sql`position(lower(${filter.text}) IN lower(c.name)) > 0` : sql`true`} AND ${filter.parentId ? sql`c.parent_id = ${filter.parentId}` : sql`true`} AND ${filter.authorId ? sql`c.author_id = ${filter.authorId}` : sql`true`}`;

/** An adopted run keeps the number of the wave that it began in, but is found by that of the wave that brings it back. */
const inWave = (campaignId: string | null | undefined, wave: number): RawBuilder<unknown> => (campaignId ? sql`((r.campaign_id = ${campaignId} AND r.wave = ${wave})
  OR r.run_id IN (SELECT adopted_run_id FROM wave_member WHERE campaign_id = ${campaignId} AND wave = ${wave}))` : sql`r.wave = ${wave}`);

const runFilter = (filter: RunFilter): RawBuilder<unknown> => sql`${filter.campaignId ? sql`(r.campaign_id = ${filter.campaignId} OR r.driven_by = ${filter.campaignId})` : sql`true`}
  AND ${typeof filter.wave === 'number' ? inWave(filter.campaignId, filter.wave) : sql`true`} AND ${filter.nodeId ? sql`r.node_id = ${filter.nodeId}` : sql`true`}
  AND ${filter.states ? sql`r.state_kind = ANY (${texts(filter.states)})` : sql`true`} AND ${typeof filter.overdue === 'boolean' ? sql`r.overdue = ${filter.overdue}` : sql`true`}
  AND ${filter.holdingPermit === true ? sql`r.state_kind ${inKinds(permitKinds)}` : sql`true`}`;

// Nobody watches a site without an open run, so what was not seen before this run is not missed.
const runSelect = sql.raw(`SELECT r.run_id AS "runId", r.campaign_id AS "campaignId", coalesce(r.driven_by, r.campaign_id) AS "drivenBy", r.wave, r.attempt, r.node_id AS "nodeId", n.hostname, s.name AS site,
  r.state, r.overdue, r.intent, r.entered_at AS "enteredAt", r.created_at AS "createdAt", r.settled_at AS "settledAt",
  CASE WHEN greatest(s.attended_until, r.created_at) < now() - make_interval(secs => ${String(attendanceSecondsMax)}) THEN greatest(s.attended_until, r.created_at) END AS "siteUnattendedSince" FROM node_run r JOIN node n ON n.node_id = r.node_id JOIN site s ON s.site_id = r.site_id`);

export const createCampaignViews = (database: Database): CampaignViews => {
  const { db } = database;
  return {
    async list(filter, page, order = newestFirst) {
      const size = pageSize(page);
      const { rows } = await sql<CampaignViewRow>`/* campaignViews.list */ ${campaignSelect} WHERE ${campaignFilter(filter)} AND ${campaignsAfter(order, page.after)}
        ORDER BY ${campaignOrder(order)} LIMIT ${size + 1} OFFSET ${pageOffset(page)}`.execute(db);
      return pageOf(rows.map(campaignViewOf), size, (row) => campaignKey(order, row));
    },
    async count(filter) {
      return (await sql<{ rows: number }>`/* campaignViews.count */ SELECT count(*)::int AS rows FROM campaign c WHERE ${campaignFilter(filter)}`.execute(db)).rows[0]?.rows ?? 0;
    },
    async get(campaignId) {
      const { rows: [row] } = await sql<CampaignViewRow>`/* campaignViews.get */ ${campaignSelect} WHERE c.campaign_id = ${campaignId}`.execute(db);
      return row === undefined ? null : campaignViewOf(row);
    },
    async getAll(campaignIds) {
      return (await sql<CampaignViewRow>`/* campaignViews.getAll */ ${campaignSelect} WHERE c.campaign_id = ANY (${texts(campaignIds)}) ORDER BY ${campaignOrder(newestFirst)}`.execute(db)).rows.map(campaignViewOf);
    },
    can: (principal, campaign) => campaignCan(database, principal, campaign),
    waves: (campaignId) => listWaves(database, campaignId),
    async verdicts(campaignId, wave, limit) {
      const { rows } = await sql<VerdictView>`/* campaignViews.verdicts */ SELECT gate_evaluation_id::text AS "gateEvaluationId", wave, verdict AS kind, detail, evidence, at
        FROM gate_evaluation WHERE campaign_id = ${campaignId} AND ${wave === null ? sql`true` : sql`wave = ${wave}`} ORDER BY gate_evaluation.gate_evaluation_id DESC LIMIT ${Math.min(Math.max(1, limit), 200)}`.execute(db);
      return rows;
    },
    async runs(filter, page) {
      const size = pageSize(page);
      const after = decodeCursor(page.after, ['number', 'text', 'text']);
      const { rows } = await sql<RunView>`/* campaignViews.runs */ ${runSelect} WHERE ${runFilter(filter)}
        AND ${after === null ? sql`true` : sql`(r.wave, n.hostname, r.run_id) > (${after[0]}::bigint, ${after[1]}, ${after[2]})`} ORDER BY r.wave, n.hostname, r.run_id LIMIT ${size + 1}`.execute(db);
      return pageOf(rows, size, (row) => [row.wave, row.hostname, row.runId]);
    },
    async countRuns(filter) {
      return (await sql<{ rows: number }>`/* campaignViews.countRuns */ SELECT count(*)::int AS rows FROM node_run r WHERE ${runFilter(filter)}`.execute(db)).rows[0]?.rows ?? 0;
    },
    async run(runId) {
      return (await sql<RunView>`/* campaignViews.run */ ${runSelect} WHERE r.run_id = ${runId}`.execute(db)).rows[0] ?? null;
    },
    async runSteps(runId) {
      return (await sql<RunStepView>`/* campaignViews.runSteps */ SELECT attempt, step, state, detail, at FROM run_step WHERE run_id = ${runId} ORDER BY attempt, begun_at, step`.execute(db)).rows;
    },
    async runJobs(runId) {
      return (await sql<RunJobView>`/* campaignViews.runJobs */ SELECT job_id AS "jobId", attempt, step, state, phase, exit_code AS "exitCode", reason, transactions, launched_at AS "launchedAt", last_seen_at AS "lastSeenAt",
        attachments, log_bytes AS "logBytes" FROM node_job WHERE run_id = ${runId} ORDER BY launched_at, job_id`.execute(db)).rows;
    },
    async runOutcomes(runId) {
      return (await sql<RunOutcomeView>`/* campaignViews.runOutcomes */ SELECT attempt, kind, state, evidence, is_current AS current, recorded_at AS at FROM run_outcome WHERE run_id = ${runId} ORDER BY run_outcome_id`.execute(db)).rows;
    },
    async runFacts(runId) {
      return (await sql<{ facts: NodeFacts | null; verification: VerificationFacts | null }>`/* campaignViews.runFacts */ SELECT facts, verification FROM run_facts WHERE run_id = ${runId} ORDER BY attempt DESC LIMIT 1`.execute(db)).rows[0] ?? null;
    },
    runLog: (runId, jobId, offset) => readRunLog(database, runId, jobId, offset),
    availability: (campaignId, page) => availabilityPage(database, campaignId, page),
    summary: (campaignId) => summarize(database, campaignId),
  };
};
