import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { texts } from '../database/transaction.ts';
import { type RestorePointView, type ServiceView } from './fleet-view.ts';

const restorePointsMax = 50;
const servicesMax = 200;

const serviceColumns = sql`s.service_id AS "serviceId", s.name, s.owner, s.floor, (SELECT count(*)::int FROM service_member x WHERE x.service_id = s.service_id) AS "memberCount"`;

export async function listServices({ db }: Database): Promise<readonly ServiceView[]> {
  return (await sql<ServiceView>`/* fleetViews.services */ SELECT ${serviceColumns} FROM service s ORDER BY s.name LIMIT ${servicesMax}`.execute(db)).rows;
}

/** Parts of several nodes at once: a list of nodes asks once, not once per row. */
export async function servicesOfNodes({ db }: Database, nodeIds: readonly string[]): Promise<ReadonlyMap<string, readonly ServiceView[]>> {
  const { rows } = await sql<ServiceView & { nodeId: string }>`/* fleetViews.servicesOf */ SELECT m.node_id AS "nodeId", ${serviceColumns} FROM service_member m JOIN service s ON s.service_id = m.service_id
    WHERE m.node_id = ANY (${texts(nodeIds)}) ORDER BY s.name`.execute(db);
  return groupedBy(rows, ({ nodeId, ...service }) => [nodeId, service]);
}

export async function restorePointsOfNodes({ db }: Database, nodeIds: readonly string[]): Promise<ReadonlyMap<string, readonly RestorePointView[]>> {
  const { rows } = await sql<RestorePointView>`/* fleetViews.restorePointsOf */ SELECT p.restore_point_id::text AS "restorePointId", p.node_id AS "nodeId", p.run_id AS "runId", p.attempt, p.snapshot_id AS "snapshotId", p.state, p.taken_at AS "takenAt"
    FROM unnest(${texts(nodeIds)}) AS wanted (node_id), LATERAL (SELECT x.* FROM restore_point x WHERE x.node_id = wanted.node_id ORDER BY x.taken_at DESC, x.restore_point_id DESC LIMIT ${restorePointsMax}) p
    ORDER BY p.taken_at DESC, p.restore_point_id DESC`.execute(db);
  return groupedBy(rows, (row) => [row.nodeId, row]);
}

/** What was read last, by a run or by an assessment. */
export async function factsOfNodes({ db }: Database, nodeIds: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const { rows } = await sql<{ node_id: string; facts: Readonly<Record<string, unknown>> }>`/* fleetViews.factsOf */ SELECT wanted.node_id, last.facts FROM unnest(${texts(nodeIds)}) AS wanted (node_id), LATERAL (
    (SELECT f.facts, r.created_at AS at FROM node_run r JOIN run_facts f ON f.run_id = r.run_id WHERE r.node_id = wanted.node_id AND f.facts IS NOT NULL ORDER BY r.created_at DESC, r.run_id, f.attempt DESC LIMIT 1)
    UNION ALL (SELECT a.facts, a.ended_at FROM assessment a WHERE a.node_id = wanted.node_id AND a.facts IS NOT NULL ORDER BY a.requested_at DESC, a.assessment_id DESC LIMIT 1)
    ORDER BY at DESC LIMIT 1) last`.execute(db);
  return new Map(rows.map((row) => [row.node_id, row.facts]));
}

/** Rows by their key, in the order in which they came. */
export function groupedBy<Row, Value>(rows: readonly Row[], entryOf: (row: Row) => readonly [string, Value]): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const [key, value] = entryOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
