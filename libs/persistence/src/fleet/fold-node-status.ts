import { sql } from 'kysely';
import { changeMinutesMax } from '../change/change-feed.ts';
import { type Database, type Queries } from '../database/database.ts';
import { type Tx } from '../database/transaction.ts';
import { reachedSince } from './reached-since.ts';

/** How often old rows of the log are removed. */
const pruneSeconds = 60;

/**
 * Brings `node_status` up to everything that was committed before this call. Whoever reads calls it first; while nothing changed it costs
 * one small statement. Callers that come while it runs share the next turn, since the one that runs may have looked too early for them.
 * Is another process at it, nothing is done: that one is a moment ahead or behind.
 */
export function foldNodeStatus(database: Database): Promise<void> {
  let folding = foldings.get(database.folding);
  if (folding === undefined) foldings.set(database.folding, folding = { now: null, next: null });
  const turn = folding;
  const begin = (): Promise<void> => {
    const now = foldOnce(database.folding).finally(() => { if (turn.now === now) turn.now = null; });
    turn.now = now;
    return now;
  };
  if (turn.now === null) return begin();
  turn.next ??= turn.now.catch(() => undefined).then(() => {
    turn.next = null;
    return begin();
  });
  return turn.next;
}

interface Folding { now: Promise<void> | null; next: Promise<void> | null }
const foldings = new WeakMap<Database['folding'], Folding>();

async function foldOnce(db: Database['folding']): Promise<void> {
  if (!(await isBehind(db))) return;
  await db.transaction().execute(async (tx) => {
    const { rows: [lock] } = await sql<{ taken: boolean }>`/* foldNodeStatus lock */ SELECT pg_try_advisory_xact_lock(7305, 3) AS taken`.execute(tx);
    if (lock?.taken !== true) return;
    const { position, touched } = await readTouched(tx);
    await fold(tx, position, touched);
    // Until autovacuum comes by, the planner would take the table for empty.
    if (touched === null) await sql`/* foldNodeStatus analyze */ ANALYZE node_status`.execute(tx);
    await prune(tx);
  });
}

// From a database that was copied into a younger one, whose transactions have not come that far: begin anew.
const neverFolded = sql.raw(`(p.folded IS NULL OR pg_snapshot_xmax(p.folded) > pg_snapshot_xmax(pg_current_snapshot()))`);
// The upper bound holds for every row that can be seen. It is there for the planner, which takes a range with two ends for narrow and then uses the index.
const notFolded = sql.raw(`(l.xid >= pg_snapshot_xmin(p.folded) AND l.xid < pg_snapshot_xmax(pg_current_snapshot()) AND NOT pg_visible_in_snapshot(l.xid, p.folded))`);

async function isBehind(db: Queries): Promise<boolean> {
  const { rows: [row] } = await sql<{ behind: boolean }>`/* foldNodeStatus behind */
    SELECT ${neverFolded} OR EXISTS (SELECT FROM change_log l WHERE ${notFolded}) AS behind FROM node_status_position p`.execute(db);
  return row?.behind ?? false;
}

interface Touched { readonly nodeIds: readonly string[]; readonly changedAt: readonly Date[] }

/** What is not folded yet, and up to where that reaches; null: everything. Rows that are read later may be newer: they are folded once more the next time. */
async function readTouched(tx: Tx): Promise<{ readonly position: string; readonly touched: Touched | null }> {
  const { rows: [row] } = await sql<{ position: string; anew: boolean; node_ids: string[] | null; changed_at: Date[] | null }>`/* foldNodeStatus touched */
    SELECT pg_current_snapshot()::text AS position, ${neverFolded} AS anew, changed.* FROM node_status_position p, LATERAL (SELECT array_agg(node_id) AS node_ids, array_agg(at) AS changed_at FROM (
      SELECT l.object_id AS node_id, max(l.at) AS at FROM change_log l WHERE l.kind = 'node' AND ${notFolded} GROUP BY l.object_id) logged) changed`.execute(tx);
  if (row === undefined) throw new Error('node_status has no position');
  return { position: row.position, touched: row.anew ? null : { nodeIds: row.node_ids ?? [], changedAt: row.changed_at ?? [] } };
}

const shown = ['state_class', 'run_id', 'run_state', 'site', 'rack', 'region', 'hostname', 'search', 'os', 'protected', 'held', 'quarantined', 'missing', 'retired'] as const;
const of = (row: string, columns: readonly string[]): string => `(${columns.map((column) => `${row}.${column}`).join(', ')})`;
const differs = (columns: readonly string[]): string => `(was.node_id IS NULL OR ${of('new', columns)} IS DISTINCT FROM ${of('was', columns)})`;

/** One statement. A list of ids is taken for short by the planner, so a few changes cost a few look-ups and never a reading of the whole fleet. */
async function fold(tx: Tx, position: string, touched: Touched | null): Promise<void> {
  const columns = sql.raw(shown.join(', '));
  const which = touched === null ? sql`SELECT node_id, NULL::timestamptz AS at FROM node` : sql`SELECT * FROM unnest(${touched.nodeIds}::text[], ${touched.changedAt}::timestamptz[]) AS t (node_id, at)`;
  await sql`/* foldNodeStatus */
    WITH touched AS (${which}),
    new AS (
      SELECT n.node_id, state_class(r.state, r.overdue, n.quarantined, ${sql.raw(reachedSince)}) AS state_class, r.run_id, r.state_kind AS run_state, s.name AS site, deepest_domain(n.failure_domains) AS rack,
        split_part(coalesce(n.failure_domains[1], ''), '/', 1) AS region, n.hostname, lower(n.hostname || E'\n' || n.external_id) AS search, coalesce(n.os_id || '-' || coalesce(n.os_minor, n.os_version, ''), 'unknown') AS os,
        n.protected, n.held, n.quarantined, n.missing, n.retired, coalesce(touched.at, r.entered_at, n.created_at) AS at
      FROM touched JOIN node n ON n.node_id = touched.node_id JOIN site s ON s.site_id = n.site_id LEFT JOIN node_health h ON h.node_id = n.node_id
      LEFT JOIN LATERAL (SELECT x.run_id, x.state, x.state_kind, x.overdue, x.entered_at FROM node_run x WHERE x.node_id = n.node_id ORDER BY (x.settled_at IS NULL) DESC, x.created_at DESC, x.run_id LIMIT 1) r ON true),
    changed AS MATERIALIZED (
      SELECT new.*, ${sql.raw(differs(['state_class']))} AS reclassed, ${sql.raw(differs(['site', 'rack', 'hostname', 'retired']))} AS moved, was.state_since AS was_since, was.revision AS was_revision
      FROM new LEFT JOIN node_status was ON was.node_id = new.node_id WHERE ${sql.raw(differs(shown))}),
    gone AS (DELETE FROM node_status t WHERE ${touched === null ? sql`true` : sql`t.node_id = ANY (${touched.nodeIds}::text[])`} AND NOT EXISTS (SELECT FROM node n WHERE n.node_id = t.node_id) RETURNING t.node_id),
    written AS (
      INSERT INTO node_status (node_id, state_since, revision, ${columns})
      SELECT node_id, CASE WHEN reclassed THEN at ELSE was_since END, CASE WHEN reclassed THEN p.revision + 1 ELSE was_revision END, ${columns} FROM changed, node_status_position p ORDER BY node_id
      ON CONFLICT (node_id) DO UPDATE SET ${sql.raw(['state_since', 'revision', ...shown].map((column) => `${column} = excluded.${column}`).join(', '))})
    UPDATE node_status_position p SET folded = ${position}::pg_snapshot, revision = p.revision + (SELECT count(*) FROM (SELECT FROM changed WHERE reclassed LIMIT 1) any_one),
      layout = CASE WHEN EXISTS (SELECT FROM changed WHERE moved) OR EXISTS (SELECT FROM gone) THEN gen_random_uuid()::text ELSE p.layout END`.execute(tx);
}

async function prune(tx: Tx): Promise<void> {
  await sql`/* foldNodeStatus prune */
    WITH due AS MATERIALIZED (SELECT p.folded FROM node_status_position p WHERE p.pruned_at < now() - make_interval(secs => ${pruneSeconds})),
    removed AS (DELETE FROM change_log l USING due WHERE l.at < now() - make_interval(mins => ${changeMinutesMax}) AND pg_visible_in_snapshot(l.xid, due.folded) RETURNING l.xid)
    UPDATE node_status_position p SET pruned_at = now(), pruned = greatest(p.pruned, (SELECT max(xid) FROM removed)) FROM due`.execute(tx);
}
