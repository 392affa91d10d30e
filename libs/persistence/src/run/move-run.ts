import { mayFollow, type NodeFacts, type Refusal, refuse, runHoldsLease, runHoldsPermit, runTransitions, type RunState, type RunStateKind, type VerificationFacts } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { json } from '../database/transaction.ts';
import { type Claim, type MoveExtras, type NewJob } from './run-store.ts';

/**
 * When a driver should have shown itself again, were every poke lost: states in which it waits for somebody else are looked at by the
 * workflow itself every ten minutes, in the others it works and comes back within seconds. A soaking run has no driver: observations end
 * it, and whoever wants it back pokes.
 */
export const dueAfter = (stateKind: RawBuilder<unknown>): RawBuilder<Date> => sql`now() + CASE WHEN ${stateKind} = 'SOAKING' THEN NULL
  WHEN ${stateKind} IN ('PREFLIGHT', 'LEASED', 'DRAINING', 'PROTECTING', 'VERIFYING', 'UNDOING') THEN interval '75 s' ELSE interval '615 s' END`;

/**
 * Clauses of one statement that begins with `moved`: every change that belongs to the move stands on the row that it moved, so a stale
 * fence or another state changes nothing at all. One round trip, one commit.
 */
export async function moveRun(db: Queries, claim: Claim, from: RunStateKind, to: RunState, extras: MoveExtras & { readonly job?: NewJob } = {}): Promise<Refusal | null> {
  if (!mayFollow(runTransitions, from, to.kind)) return refuse('transitionNotAllowed', `a run does not go from ${from} to ${to.kind}`);
  const releases = (runHoldsLease(from) && !runHoldsLease(to.kind)) || extras.releaseLease === true;
  const endsPermit = runHoldsPermit(from) && !runHoldsPermit(to.kind);
  const clauses: RawBuilder<unknown>[] = [...(endsPermit ? [campaignClause(claim)] : []), sql`moved AS (
    UPDATE node_run SET state = ${json(to)}, entered_at = now(), due_at = ${dueAfter(sql`${to.kind}::text`)}
      ${to.kind === 'SOAKING' ? sql`, verified_at = now()` : sql``} ${to.kind === 'STAGED' ? sql`, permit_at = NULL, permit_epoch = NULL` : sql``} ${endsPermit ? sql`FROM campaign_now` : sql``}
    WHERE run_id = ${claim.runId} AND attempt = ${claim.attempt} AND fence = ${claim.fence.toString()}::bigint AND state_kind = ${from} AND settled_at IS NULL
    RETURNING run_id, campaign_id, driven_by, wave, node_id, site_id, attempt, fence)`];
  if (extras.facts !== undefined || extras.verification !== undefined) clauses.push(...factsClauses(extras.facts, extras.verification));
  if (extras.step !== undefined) clauses.push(stepClause(extras.step.name, extras.step.state, extras.step.detail));
  if (extras.job !== undefined) clauses.push(jobClause(extras.job));
  if (to.kind === 'SOAKING') clauses.push(soakClause(extras.soakSeconds ?? 0));
  if (extras.restorePointStale === true) clauses.push(sql`stale AS (UPDATE restore_point SET state = 'STALE' FROM moved WHERE restore_point.run_id = moved.run_id AND restore_point.attempt = moved.attempt AND restore_point.state = 'READY')`);
  if (endsPermit) clauses.push(sql`halting AS (INSERT INTO outbox (driver) SELECT 'campaign/' || driver_id FROM moved, campaign_now WHERE driver_kind = 'HALTING')`);
  if (releases) clauses.push(...releaseClauses);
  if (to.kind === 'DRAINING') clauses.push(unavailableClause);
  if (to.kind === 'STAGED' || to.kind === 'SOAKING' || releases) clauses.push(pokeWavesClause);
  const { rows } = await sql<{ run_id: string }>`/* runStore.move */ WITH ${sql.join(clauses)} SELECT run_id FROM moved`.execute(db);
  return rows.length === 1 ? null : whyNot(db, claim);
}

/**
 * A campaign that is HALTING waits for the last run with a permit, also for one that ends without an outcome: it soaks, or its node refused
 * the launch. Locked, and before the run, so that a halt either sees the run moved or the move sees the halt.
 */
const campaignClause = (claim: Claim): RawBuilder<unknown> => sql`campaign_now AS MATERIALIZED (SELECT c.campaign_id AS driver_id, c.state_kind AS driver_kind FROM campaign c
  WHERE c.campaign_id = (SELECT coalesce(driven_by, campaign_id) FROM node_run WHERE run_id = ${claim.runId}) FOR SHARE OF c)`;

/** `moved` found no row: was it another execution, or another state? */
export async function whyNot(db: Queries, claim: Claim): Promise<Refusal> {
  const { rows: [row] } = await sql<{ fence: string; attempt: number; state_kind: string; settled: boolean }>`/* runStore.whyNot */
    SELECT fence, attempt, state_kind, settled_at IS NOT NULL AS settled FROM node_run WHERE run_id = ${claim.runId}`.execute(db);
  if (row === undefined) return refuse('runNotFound', `run ${claim.runId} does not exist`);
  if (row.settled && row.attempt === claim.attempt) return refuse('outcomeAlreadyRecorded', `attempt ${String(claim.attempt)} of run ${claim.runId} has ended ${row.state_kind}`);
  if (row.attempt !== claim.attempt || BigInt(row.fence) !== claim.fence) return refuse('fenceSuperseded', `run ${claim.runId} was claimed by a newer execution`);
  return refuse('stateChanged', `run ${claim.runId} is ${row.state_kind}`);
}

/** What the inventory shows of a node is what was seen last, before or after its change. */
export function factsClauses(facts: NodeFacts | undefined, verification: VerificationFacts | undefined): RawBuilder<unknown>[] {
  const seen = verification ?? facts;
  const machineId = facts?.machineId ?? null;
  return [
    sql`facts AS (INSERT INTO run_facts (run_id, attempt, facts, verification)
      SELECT run_id, attempt, ${facts === undefined ? null : json(facts)}::jsonb, ${verification === undefined ? null : json(verification)}::jsonb FROM moved
      ON CONFLICT (run_id, attempt) DO UPDATE SET facts = coalesce(excluded.facts, run_facts.facts), verification = coalesce(excluded.verification, run_facts.verification))`,
    sql`node_seen AS (UPDATE node SET os_id = ${seen?.osId ?? null}, os_version = ${seen?.osVersion ?? null}, os_minor = ${facts?.osMinor ?? null}, kernel = ${seen?.kernelRunning ?? null},
      facts_at = now(), machine_id = coalesce(node.machine_id, ${machineId}) FROM moved WHERE node.node_id = moved.node_id)`,
  ];
}

export const stepClause = (step: string, state: string, detail: Readonly<Record<string, unknown>>): RawBuilder<unknown> => sql`step AS (
  INSERT INTO run_step (run_id, attempt, step, state, detail, fence) SELECT run_id, attempt, ${step}, ${state}, ${json(detail)}, fence FROM moved
  ON CONFLICT (run_id, attempt, step) DO UPDATE SET state = excluded.state, detail = excluded.detail, fence = excluded.fence, at = now() RETURNING run_id)`;

export const jobClause = (job: NewJob): RawBuilder<unknown> => sql`job AS (
  INSERT INTO node_job (job_id, run_id, node_id, site_id, attempt, step, state, incarnation, launch_boot_id, not_after_uptime_seconds)
  SELECT ${job.jobId}, moved.run_id, moved.node_id, moved.site_id, moved.attempt, ${job.step}, 'UNCONFIRMED', node.incarnation, ${job.launchBootId}, ${job.notAfterUptimeSeconds}
  FROM moved JOIN node ON node.node_id = moved.node_id ON CONFLICT (job_id) DO NOTHING)`;

const soakClause = (seconds: number): RawBuilder<unknown> => sql`soak AS (
  INSERT INTO soak (run_id, attempt, node_id, site_id, required_seconds) SELECT run_id, attempt, node_id, site_id, ${seconds} FROM moved
  ON CONFLICT (run_id) DO UPDATE SET attempt = excluded.attempt, from_at = now(), required_seconds = excluded.required_seconds, exposure_seconds = 0, last_good_at = NULL, ended_at = NULL)`;

export const releaseClauses: readonly RawBuilder<unknown>[] = [
  sql`released AS (UPDATE lease SET released_at = now() FROM moved WHERE lease.run_id = moved.run_id AND lease.released_at IS NULL RETURNING lease.run_id)`,
  sql`available AS (UPDATE availability_interval SET until_at = now() FROM moved
    WHERE availability_interval.node_id = moved.node_id AND availability_interval.source = 'lease' AND availability_interval.until_at IS NULL)`,
];

export const unavailableClause = sql`unavailable AS (
  INSERT INTO availability_interval (node_id, campaign_id, run_id, status, source) SELECT node_id, campaign_id, run_id, 'UNAVAILABLE', 'lease' FROM moved ON CONFLICT DO NOTHING)`;

/** The run's own wave, and every other wave that admits and has somebody waiting: a lease that was given back may be theirs. */
export const pokeWavesClause = sql`poked AS (INSERT INTO outbox (driver)
  SELECT 'wave/' || campaign_id || '/' || wave FROM moved
  UNION SELECT 'wave/' || w.campaign_id || '/' || w.number FROM moved, wave w WHERE w.state_kind = 'ADMITTING'
    AND EXISTS (SELECT FROM node_run x WHERE x.campaign_id = w.campaign_id AND x.wave = w.number AND x.state_kind = 'STAGED'))`;
