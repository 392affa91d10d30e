import { type RawBuilder, sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { decodeCursor, pageOf, pageOffset, pageSize } from '../database/page.ts';
import { texts } from '../database/transaction.ts';
import { availabilityPage } from './availability-view.ts';
import { campaignCanContexts } from './campaign-can.ts';
import { classesOfCampaigns, domainsOfWaves } from './campaign-classes.ts';
import { campaignKey, campaignOrder, campaignsAfter, newestFirst } from './campaign-order.ts';
import { campaignSelect, campaignViewOf, type CampaignViewRow } from './campaign-rows.ts';
import { listWaves } from './list-waves.ts';
import { readRunLog } from './read-run-log.ts';
import { permitHolders } from './permit-holders.ts';
import { runFilter, runSelect, runsWithNode, runViewOf, type RunViewRow } from './run-rows.ts';
import { summarize } from './summarize.ts';
import { verdictsOfWaves } from './verdicts-of-waves.ts';
import { type CampaignFilter, type CampaignViews, type VerdictView } from './view.ts';

const campaignFilter = (filter: CampaignFilter): RawBuilder<unknown> => sql`${filter.states ? sql`c.state_kind = ANY (${texts(filter.states)})` : sql`true`} AND ${filter.kind ? sql`c.kind = ${filter.kind}` : sql`true`}
  AND ${filter.text ? sql`position(lower(${filter.text}) IN lower(c.name)) > 0` : sql`true`} AND ${filter.parentId ? sql`c.parent_id = ${filter.parentId}` : sql`true`} AND ${filter.authorId ? sql`c.author_id = ${filter.authorId}` : sql`true`}`;

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
    canContexts: (campaignIds) => campaignCanContexts(database, campaignIds),
    waves: async (campaignId) => (await listWaves(database, [campaignId])).get(campaignId) ?? [],
    wavesOf: (campaignIds) => listWaves(database, campaignIds),
    classes: (campaignIds) => classesOfCampaigns(database, campaignIds),
    waveDomains: (campaignIds) => domainsOfWaves(database, campaignIds),
    async verdicts(campaignId, limit) {
      const { rows } = await sql<VerdictView>`/* campaignViews.verdicts */ SELECT gate_evaluation_id::text AS "gateEvaluationId", wave, verdict AS kind, detail, evidence, at
        FROM gate_evaluation WHERE campaign_id = ${campaignId} ORDER BY gate_evaluation.gate_evaluation_id DESC LIMIT ${Math.min(Math.max(1, limit), 200)}`.execute(db);
      return rows;
    },
    verdictsOf: (campaignIds, limit) => verdictsOfWaves(database, campaignIds, limit),
    permitHolders: (campaignIds) => permitHolders(database, campaignIds),
    async runs(filter, page) {
      const size = pageSize(page);
      const after = decodeCursor(page.after, ['number', 'text', 'text']);
      const { rows } = await sql<RunViewRow>`/* campaignViews.runs */ ${runSelect} WHERE ${runFilter(filter)}
        AND ${after === null ? sql`true` : sql`(r.wave, n.hostname, r.run_id) > (${after[0]}::bigint, ${after[1]}, ${after[2]})`} ORDER BY r.wave, n.hostname, r.run_id LIMIT ${size + 1} OFFSET ${pageOffset(page)}`.execute(db);
      return pageOf(rows.map(runViewOf), size, (row) => [row.wave, row.hostname, row.runId]);
    },
    async countRuns(filter) {
      return (await sql<{ rows: number }>`/* campaignViews.countRuns */ SELECT count(*)::int AS rows FROM ${runsWithNode} WHERE ${runFilter(filter)}`.execute(db)).rows[0]?.rows ?? 0;
    },
    async run(runId) {
      const { rows: [row] } = await sql<RunViewRow>`/* campaignViews.run */ ${runSelect} WHERE r.run_id = ${runId}`.execute(db);
      return row === undefined ? null : runViewOf(row);
    },
    runLog: (runId, jobId, offset) => readRunLog(database, runId, jobId, offset),
    availability: (campaignId, page) => availabilityPage(database, campaignId, page),
    summary: (campaignId) => summarize(database, campaignId),
  };
};
