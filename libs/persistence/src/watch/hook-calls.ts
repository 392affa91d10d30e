import { type RunId, type SiteId } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { json } from '../database/transaction.ts';

/** A hook that is owed because an attempt ended. */
export interface HookCall {
  readonly runId: RunId;
  readonly campaignId: string;
  readonly attempt: number;
  readonly hook: 'afterRun' | 'needsPerson';
  readonly outcome: string;
  /** Name of the hook set of the campaign. */
  readonly hooks: string;
  /** With this one. */
  readonly tries: number;
  readonly node: { readonly hostname: string; readonly externalId: string; readonly address: string };
}

/** Longer than a hook may take: nobody else asks meanwhile. Doubled with each try, up to ten minutes. */
const againSecondsMin = 30;
const againSecondsMax = 600;

export interface HookCallStore {
  /** Takes what is due at a site; whoever dies with it in hand has only put it off. */
  take(siteId: SiteId, limit: number): Promise<readonly HookCall[]>;
  /** It answered for good; the run's steps keep what it said. */
  close(call: HookCall, state: 'done' | 'failed', detail: Readonly<Record<string, unknown>>): Promise<void>;
}

export const createHookCallStore = (database: Database): HookCallStore => ({
  take: (siteId, limit) => take(database, siteId, limit),
  close: (call, state, detail) => close(database, call, state, detail),
});

async function take({ db }: Database, siteId: SiteId, limit: number): Promise<readonly HookCall[]> {
  const { rows } = await sql<HookCall>`/* hookCalls.take */
    WITH taken AS (
      UPDATE hook_call h SET tries = h.tries + 1, due_at = now() + make_interval(secs => least(${againSecondsMax}, ${againSecondsMin} * power(2, least(h.tries, 10))))
      FROM (SELECT run_id, attempt, hook FROM hook_call WHERE site_id = ${siteId} AND due_at <= now() ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED) due
      WHERE h.run_id = due.run_id AND h.attempt = due.attempt AND h.hook = due.hook RETURNING h.*)
    SELECT t.run_id AS "runId", r.campaign_id AS "campaignId", t.attempt, t.hook, t.outcome, c.spec ->> 'hooks' AS hooks, t.tries,
      jsonb_build_object('hostname', n.hostname, 'externalId', n.external_id, 'address', n.address) AS node
    FROM taken t JOIN node_run r ON r.run_id = t.run_id JOIN node n ON n.node_id = r.node_id JOIN campaign c ON c.campaign_id = r.campaign_id`.execute(db);
  return rows;
}

async function close({ db }: Database, call: HookCall, state: 'done' | 'failed', detail: Readonly<Record<string, unknown>>): Promise<void> {
  await sql`/* hookCalls.close */
    WITH gone AS (DELETE FROM hook_call WHERE run_id = ${call.runId} AND attempt = ${call.attempt} AND hook = ${call.hook} RETURNING run_id, attempt, hook)
    INSERT INTO run_step (run_id, attempt, step, state, detail, fence)
    SELECT gone.run_id, gone.attempt, gone.hook, ${state}, ${json(detail)}, r.fence FROM gone JOIN node_run r ON r.run_id = gone.run_id
    ON CONFLICT (run_id, attempt, step) DO UPDATE SET state = excluded.state, detail = excluded.detail, at = now()`.execute(db);
}
