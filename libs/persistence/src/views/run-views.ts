import { type NodeFacts, type VerificationFacts } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { texts } from '../database/transaction.ts';
import { groupedBy } from './node-parts.ts';
import { runSelect, runViewOf, type RunViewRow } from './run-rows.ts';
import { type RunJobView, type RunOutcomeView, type RunStepView, type RunView } from './view.ts';

export interface RunFactsView { readonly facts: NodeFacts | null; readonly verification: VerificationFacts | null }

export interface StepDurationView { readonly step: string; readonly medianSeconds: number; readonly p95Seconds: number; readonly samples: number }

type ByKey<Value> = Promise<ReadonlyMap<string, Value>>;

/** Parts of several runs at once, by the id of the run: a list asks once, not once per row. */
export interface RunViews {
  runs(runIds: readonly string[]): ByKey<RunView>;
  /** By the id of the node; newest first, at most 50 a node. */
  runsOfNodes(nodeIds: readonly string[]): ByKey<readonly RunView[]>;
  steps(runIds: readonly string[]): ByKey<readonly RunStepView[]>;
  jobs(runIds: readonly string[]): ByKey<readonly RunJobView[]>;
  outcomes(runIds: readonly string[]): ByKey<readonly RunOutcomeView[]>;
  /** Of the last attempt that read any. */
  facts(runIds: readonly string[]): ByKey<RunFactsView>;
  /** How long steps take, by name; of one campaign, or everywhere. */
  stepDurations(campaignId: string | null): Promise<readonly StepDurationView[]>;
}

/** When step `s` began: its first effect outside of PostgreSQL has a row before it happens. */
const stepBegan = sql.raw(`coalesce((SELECT min(e.opened_at) FROM effect e WHERE e.run_id = s.run_id AND e.attempt = s.attempt AND e.step = s.step AND e.direction = 'do'), s.begun_at)`);
const runsOfNodeMax = 50;
const stepSamplesMax = 1000;

export function createRunViews({ db }: Database): RunViews {
  const selected = async (which: RawBuilder<unknown>): Promise<readonly RunView[]> => (await sql<RunViewRow>`/* runViews.runs */ ${runSelect} ${which}`.execute(db)).rows.map(runViewOf);
  return {
    async runs(runIds) {
      return new Map((await selected(sql`WHERE r.run_id = ANY (${texts(runIds)})`)).map((run) => [run.runId, run]));
    },
    async runsOfNodes(nodeIds) {
      const newest = sql`JOIN LATERAL (SELECT count(*) AS place FROM node_run x WHERE x.node_id = r.node_id AND (x.created_at, x.run_id) >= (r.created_at, r.run_id)) newer ON newer.place <= ${runsOfNodeMax}
        WHERE r.node_id = ANY (${texts(nodeIds)}) ORDER BY r.created_at DESC, r.run_id DESC`;
      return groupedBy(await selected(newest), (run) => [run.nodeId, run]);
    },
    async steps(runIds) {
      const { rows } = await sql<RunStepView & { runId: string }>`/* runViews.steps */ SELECT run_id AS "runId", attempt, step, state, detail, ${stepBegan} AS "begunAt", at FROM run_step s WHERE run_id = ANY (${texts(runIds)}) ORDER BY attempt, "begunAt", step`.execute(db);
      return groupedBy(rows, ({ runId, ...step }) => [runId, step]);
    },
    async jobs(runIds) {
      const { rows } = await sql<RunJobView & { runId: string }>`/* runViews.jobs */ SELECT run_id AS "runId", job_id AS "jobId", attempt, step, state, phase, exit_code AS "exitCode", reason, transactions, launched_at AS "launchedAt",
        last_seen_at AS "lastSeenAt", attachments, log_bytes AS "logBytes" FROM node_job WHERE run_id = ANY (${texts(runIds)}) ORDER BY launched_at, job_id`.execute(db);
      return groupedBy(rows, ({ runId, ...job }) => [runId, job]);
    },
    async outcomes(runIds) {
      const { rows } = await sql<RunOutcomeView & { runId: string }>`/* runViews.outcomes */ SELECT run_id AS "runId", attempt, kind, state, evidence, is_current AS current, recorded_at AS at
        FROM run_outcome WHERE run_id = ANY (${texts(runIds)}) ORDER BY run_outcome_id`.execute(db);
      return groupedBy(rows, ({ runId, ...outcome }) => [runId, outcome]);
    },
    async facts(runIds) {
      const { rows } = await sql<RunFactsView & { runId: string }>`/* runViews.facts */ SELECT DISTINCT ON (run_id) run_id AS "runId", facts, verification FROM run_facts WHERE run_id = ANY (${texts(runIds)}) ORDER BY run_id, attempt DESC`.execute(db);
      return new Map(rows.map(({ runId, ...facts }) => [runId, facts]));
    },
    async stepDurations(campaignId) {
      const ofCampaign = (runId: string): RawBuilder<unknown> => (campaignId === null ? sql`true`
        : sql`${sql.ref(runId)} IN (SELECT r.run_id FROM node_run r WHERE r.campaign_id = ${campaignId} OR r.driven_by = ${campaignId})`);
      // A step that was written down only when it was done says nothing about how long it took.
      const { rows } = await sql<StepDurationView>`/* runViews.stepDurations */
        SELECT names.step, d."medianSeconds", d."p95Seconds", d.samples FROM (SELECT step FROM run_step UNION SELECT step FROM node_job) names, LATERAL (
          SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS "medianSeconds", percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds) AS "p95Seconds", count(*)::int AS samples FROM (
            (SELECT extract(epoch FROM s.at - ${stepBegan})::double precision AS seconds FROM run_step s WHERE s.step = names.step AND s.state = 'done' AND ${ofCampaign('s.run_id')} ORDER BY s.at DESC LIMIT ${stepSamplesMax})
            UNION ALL
            (SELECT extract(epoch FROM j.last_seen_at - j.launched_at)::double precision FROM node_job j WHERE j.step = names.step AND (j.state = 'REBOOTED' OR (j.state = 'EXITED' AND j.exit_code = 0))
              AND ${ofCampaign('j.run_id')} ORDER BY j.launched_at DESC LIMIT ${stepSamplesMax})) newest WHERE seconds > 0) d WHERE d.samples > 0 ORDER BY names.step LIMIT 200`.execute(db);
      return rows;
    },
  };
}
