import { decideCampaign, isRefusal, type NodeFacts, refuse, type VerificationFacts, type CampaignVerb } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { readContext } from '../campaign/campaign-context.ts';
import { verbRefusal } from '../campaign/apply-verb.ts';
import { type Database } from '../database/database.ts';
import { decodeCursor, pageOf, pageSize } from '../database/page.ts';
import { texts } from '../database/transaction.ts';
import { inKinds, permitKinds } from '../run/run-kinds.ts';
import { availabilityPage } from './availability-view.ts';
import { campaignSelect, campaignViewOf, type CampaignViewRow } from './campaign-rows.ts';
import { summarize } from './summarize.ts';
import {
  type CampaignCan, type CampaignFilter, type CampaignViews, type LogView, type RunFilter, type RunJobView, type RunOutcomeView, type RunStepView, type RunView, type VerdictView, type WaveView,
} from './view.ts';

const logSliceMax = 256 * 1024;

const campaignFilter = (filter: CampaignFilter): RawBuilder<unknown> => sql`${filter.states ? sql`c.state_kind = ANY (${texts(filter.states)})` : sql`true`} AND ${filter.kind ? sql`c.kind = ${filter.kind}` : sql`true`}
  AND ${filter.text ? sql`position(lower(${filter.text}) IN lower(c.name)) > 0` : sql`true`} AND ${filter.parentId ? sql`c.parent_id = ${filter.parentId}` : sql`true`}`;

const runFilter = (filter: RunFilter): RawBuilder<unknown> => sql`${filter.campaignId ? sql`(r.campaign_id = ${filter.campaignId} OR r.driven_by = ${filter.campaignId})` : sql`true`}
  AND ${typeof filter.wave === 'number' ? sql`r.wave = ${filter.wave}` : sql`true`} AND ${filter.nodeId ? sql`r.node_id = ${filter.nodeId}` : sql`true`}
  AND ${filter.states ? sql`r.state_kind = ANY (${texts(filter.states)})` : sql`true`} AND ${typeof filter.overdue === 'boolean' ? sql`r.overdue = ${filter.overdue}` : sql`true`}
  AND ${filter.holdingPermit === true ? sql`r.state_kind ${inKinds(permitKinds)}` : sql`true`}`;

const runSelect = sql.raw(`SELECT r.run_id AS "runId", r.campaign_id AS "campaignId", coalesce(r.driven_by, r.campaign_id) AS "drivenBy", r.wave, r.attempt, r.node_id AS "nodeId", n.hostname, s.name AS site,
  r.state, r.overdue, r.intent, r.entered_at AS "enteredAt", r.created_at AS "createdAt", r.settled_at AS "settledAt" FROM node_run r JOIN node n ON n.node_id = r.node_id JOIN site s ON s.site_id = r.site_id`);

const verbs: readonly CampaignVerb[] = ['submit', 'approve', 'deny', 'start', 'pause', 'hold', 'halt', 'resume', 'cancel', 'retry', 'revise'];

export const createCampaignViews = (database: Database): CampaignViews => {
  const { db } = database;
  return {
    async list(filter, page) {
      const size = pageSize(page);
      const after = decodeCursor(page.after, 2);
      const { rows } = await sql<CampaignViewRow>`/* campaignViews.list */ ${campaignSelect} WHERE ${campaignFilter(filter)}
        AND ${after === null ? sql`true` : sql`(date_trunc('milliseconds', c.created_at), c.campaign_id) < (to_timestamp(${after[0]}::double precision / 1000), ${after[1]})`}
        ORDER BY date_trunc('milliseconds', c.created_at) DESC, c.campaign_id DESC LIMIT ${size + 1}`.execute(db);
      return pageOf(rows.map(campaignViewOf), size, (row) => [row.createdAt.getTime(), row.campaignId]);
    },
    async count(filter) {
      return (await sql<{ rows: number }>`/* campaignViews.count */ SELECT count(*)::int AS rows FROM campaign c WHERE ${campaignFilter(filter)}`.execute(db)).rows[0]?.rows ?? 0;
    },
    async get(campaignId) {
      const { rows: [row] } = await sql<CampaignViewRow>`/* campaignViews.get */ ${campaignSelect} WHERE c.campaign_id = ${campaignId}`.execute(db);
      return row === undefined ? null : campaignViewOf(row);
    },
    async can(principal, campaign) {
      const context = await readContext(db, campaign, false);
      const authors = { authorId: campaign.author.personId, lastEditorId: campaign.lastEditor.personId };
      const answers = verbs.map((verb) => {
        const decided = verbRefusal(verb, principal, authors) ?? decideCampaign(verb, campaign.state, context);
        return [verb, isRefusal(decided) ? decided : null] as const;
      });
      const ran = campaign.kind === 'migrate' && campaign.startedAt !== null;
      const rollback = verbRefusal('rollback', principal, authors) ?? (ran ? null : refuse('nothingToRollBack', campaign.kind === 'rollback' ? 'a rollback is not rolled back' : 'nothing of this campaign ran'));
      return { ...Object.fromEntries(answers), rollback } as CampaignCan;
    },
    async waves(campaignId) {
      const { rows } = await sql<WaveView & { counts: WaveView['counts'] | null }>`/* campaignViews.waves */
        SELECT w.campaign_id AS "campaignId", w.number, w.state, w.entered_at AS "enteredAt", w.opened_at AS "openedAt", w.closed_at AS "closedAt",
          (SELECT count(*)::int FROM wave_member m WHERE m.campaign_id = w.campaign_id AND m.wave = w.number AND ((NOT m.alternate AND m.moved_to_wave IS NULL) OR m.stepped_in_for IS NOT NULL)) AS members,
          (SELECT jsonb_object_agg(k.state_kind, k.runs) FROM (SELECT r.state_kind, count(*) AS runs FROM node_run r WHERE r.campaign_id = w.campaign_id AND r.wave = w.number GROUP BY r.state_kind) k) AS counts,
          (SELECT count(*)::int FROM node_run r WHERE r.campaign_id = w.campaign_id AND r.wave = w.number AND r.overdue) AS overdue,
          (SELECT min(s.exposure_seconds) FROM node_run r JOIN soak s ON s.run_id = r.run_id WHERE r.campaign_id = w.campaign_id AND r.wave = w.number AND r.state_kind = 'SOAKING') AS "soakedSeconds"
        FROM wave w WHERE w.campaign_id = ${campaignId} ORDER BY w.number`.execute(db);
      return rows.map((row) => ({ ...row, counts: row.counts ?? {} }));
    },
    async verdicts(campaignId, wave, limit) {
      const { rows } = await sql<VerdictView>`/* campaignViews.verdicts */ SELECT gate_evaluation_id::text AS "gateEvaluationId", wave, verdict AS kind, detail, evidence, at
        FROM gate_evaluation WHERE campaign_id = ${campaignId} AND ${wave === null ? sql`true` : sql`wave = ${wave}`} ORDER BY gate_evaluation.gate_evaluation_id DESC LIMIT ${Math.min(Math.max(1, limit), 200)}`.execute(db);
      return rows;
    },
    async runs(filter, page) {
      const size = pageSize(page);
      const after = decodeCursor(page.after, 3);
      const { rows } = await sql<RunView>`/* campaignViews.runs */ ${runSelect} WHERE ${runFilter(filter)}
        AND ${after === null ? sql`true` : sql`(r.wave, n.hostname, r.run_id) > (${after[0]}::int, ${after[1]}, ${after[2]})`} ORDER BY r.wave, n.hostname, r.run_id LIMIT ${size + 1}`.execute(db);
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
    runLog: (runId, jobId, offset) => readLog(database, runId, jobId, offset),
    availability: (campaignId, page) => availabilityPage(database, campaignId, page),
    summary: (campaignId) => summarize(database, campaignId),
  };
};

async function readLog({ db }: Database, runId: string, jobId: string, offset: number): Promise<LogView | null> {
  const { rows: [job] } = await sql<{ total: number }>`/* runLog job */ SELECT log_bytes AS total FROM node_job WHERE job_id = ${jobId} AND run_id = ${runId}`.execute(db);
  if (job === undefined) return null;
  const { rows } = await sql<{ byte_offset: number; bytes: Buffer }>`/* runLog */ SELECT byte_offset, bytes FROM node_log WHERE job_id = ${jobId} AND byte_offset + length(bytes) > ${offset} AND byte_offset < ${offset + logSliceMax} ORDER BY byte_offset`.execute(db);
  const pieces = rows.map((row) => row.bytes.subarray(Math.max(0, offset - row.byte_offset)));
  const bytes = Buffer.concat(pieces).subarray(0, logSliceMax);
  const start = Math.max(offset, rows[0]?.byte_offset ?? offset);
  return { offset: start, nextOffset: start + bytes.length, totalBytes: job.total, bytes };
}
