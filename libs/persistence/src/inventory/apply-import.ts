import { type RawBuilder, sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { type Tx } from '../database/transaction.ts';
import { inKinds, openKinds } from '../run/run-kinds.ts';
import { type ImportProblem } from './inventory-command.ts';

export interface ImportDifference {
  readonly created: number;
  readonly updated: number;
  /** Nodes that would be marked as missing now; those that are already are not counted again. */
  readonly missing: number;
  /** Nodes of the source before the import, retired ones left out. */
  readonly inSource: number;
}

/** False: somebody else applies an import of this source. Two at once would each see the other's nodes as new. */
export async function lockSource(tx: Tx, source: string): Promise<boolean> {
  const { rows: [row] } = await sql<{ locked: boolean }>`/* lockSource */ SELECT pg_try_advisory_xact_lock(7307, hashtext(${source})) AS locked`.execute(tx);
  return row?.locked === true;
}

/** What only the whole import shows (twins), and what only the inventory knows (names of sites and credentials). */
export async function problemsOfImport(db: Queries, importId: string, shownMax: number): Promise<{ readonly problems: readonly ImportProblem[]; readonly problemCount: number }> {
  // A final dot and case do not make another host or another id; a host name may repeat in another site, since networks overlap.
  const { rows } = await sql<ImportProblem & { readonly total: number }>`/* importNodes problems */
    WITH staged AS (SELECT place, external_id, hostname, site, credential FROM node_import_row WHERE import_id = ${importId}),
    found AS (
      SELECT place, 'site' AS "column", 'siteUnknown' AS code, 'there is no site named ' || site AS message FROM staged WHERE NOT EXISTS (SELECT FROM site s WHERE s.name = staged.site)
      UNION ALL SELECT place, 'credential', 'credentialUnknown', 'there is no credential named ' || credential FROM staged WHERE credential IS NOT NULL AND NOT EXISTS (SELECT FROM credential c WHERE c.name = staged.credential)
      UNION ALL SELECT place, 'externalId', 'duplicate', 'row ' || earlier || ' has the same externalId'
        FROM (SELECT place, min(place) OVER (PARTITION BY rtrim(lower(external_id), '.')) AS earlier FROM staged) ids WHERE place > earlier
      UNION ALL SELECT place, 'hostname', 'duplicate', 'row ' || earlier || ' has the same hostname'
        FROM (SELECT place, min(place) OVER (PARTITION BY site, rtrim(lower(hostname), '.')) AS earlier FROM staged) names WHERE place > earlier)
    SELECT place AS "row", "column", code, message, count(*) OVER ()::int AS total FROM found ORDER BY place, "column" LIMIT ${shownMax}`.execute(db);
  return { problems: rows.map(({ row, column, code, message }) => ({ row, column, code, message })), problemCount: rows[0]?.total ?? 0 };
}

const given = (importId: string): RawBuilder<unknown> => sql`given AS (
  SELECT i.*, s.site_id, c.credential_id FROM node_import_row i JOIN site s ON s.name = i.site LEFT JOIN credential c ON c.name = i.credential WHERE i.import_id = ${importId})`;

/** An import adds protection; only a person takes it away, and a pinned machine id is not unpinned by leaving it out. */
const differs = sql`((n.hostname, n.site_id, n.address, n.port, n.credential_id, n.host_keys, n.labels, n.failure_domains, n.role, n.probes, n.missing)
    IS DISTINCT FROM (g.hostname, g.site_id, g.address, g.port, g.credential_id, g.host_keys, g.labels, g.failure_domains, g.role, g.probes, false)
  OR (g.machine_id IS NOT NULL AND n.machine_id IS DISTINCT FROM g.machine_id) OR (g.protected AND NOT n.protected))`;

const gone = (importId: string, source: string): RawBuilder<unknown> => sql`n.source = ${source} AND NOT n.retired AND NOT n.missing
  AND NOT EXISTS (SELECT FROM node_import_row i WHERE i.import_id = ${importId} AND i.external_id = n.external_id)`;

export async function compareImport(db: Queries, importId: string, source: string, mirror: boolean): Promise<ImportDifference> {
  const { rows: [row] } = await sql<ImportDifference>`/* importNodes compare */
    WITH ${given(importId)}
    SELECT count(*) FILTER (WHERE n.node_id IS NULL)::int AS created, count(*) FILTER (WHERE n.node_id IS NOT NULL AND ${differs})::int AS updated,
      ${mirror ? sql`(SELECT count(*)::int FROM node n WHERE ${gone(importId, source)})` : sql`0`} AS missing,
      (SELECT count(*)::int FROM node n WHERE n.source = ${source} AND NOT n.retired) AS "inSource"
    FROM given g LEFT JOIN node n ON n.source = ${source} AND n.external_id = g.external_id`.execute(db);
  return row ?? { created: 0, updated: 0, missing: 0, inSource: 0 };
}

/** Rows are locked in the order that every writer of several nodes uses. */
export async function updateChanged(tx: Tx, importId: string, source: string): Promise<number> {
  const { numAffectedRows } = await sql`/* importNodes update */
    WITH ${given(importId)},
    changed AS MATERIALIZED (SELECT n.node_id AS changed_id, g.* FROM given g JOIN node n ON n.source = ${source} AND n.external_id = g.external_id WHERE ${differs} ORDER BY n.source, n.external_id FOR NO KEY UPDATE OF n)
    UPDATE node n SET hostname = g.hostname, site_id = g.site_id, address = g.address, port = g.port, credential_id = g.credential_id, host_keys = g.host_keys, machine_id = coalesce(g.machine_id, n.machine_id),
      labels = g.labels, failure_domains = g.failure_domains, role = g.role, protected = n.protected OR g.protected, probes = g.probes, missing = false, version = n.version + 1, updated_at = now()
    FROM changed g WHERE n.node_id = g.changed_id`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

export async function insertNew(tx: Tx, importId: string, source: string): Promise<number> {
  const { numAffectedRows } = await sql`/* importNodes insert */
    WITH ${given(importId)}
    INSERT INTO node (source, external_id, hostname, site_id, address, port, credential_id, host_keys, machine_id, labels, failure_domains, role, protected, probes)
    SELECT ${source}, g.external_id, g.hostname, g.site_id, g.address, g.port, g.credential_id, g.host_keys, g.machine_id, g.labels, g.failure_domains, g.role, g.protected, g.probes
    FROM given g WHERE NOT EXISTS (SELECT FROM node n WHERE n.source = ${source} AND n.external_id = g.external_id) ORDER BY g.external_id`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Gone from the inventory is not gone from the world: the row stays, and what already changes the node goes on. */
export async function markMissing(tx: Tx, importId: string, source: string): Promise<number> {
  const { rows: [row] } = await sql<{ marked: number }>`/* importNodes missing */
    WITH absent AS MATERIALIZED (SELECT n.node_id FROM node n WHERE ${gone(importId, source)} ORDER BY n.source, n.external_id FOR NO KEY UPDATE OF n),
    marked AS (UPDATE node n SET missing = true, version = n.version + 1, updated_at = now() FROM absent WHERE n.node_id = absent.node_id RETURNING n.node_id),
    poked AS (INSERT INTO outbox (driver) SELECT 'nodeRun/' || r.run_id FROM node_run r JOIN marked ON marked.node_id = r.node_id WHERE r.state_kind ${inKinds(openKinds)})
    SELECT count(*)::int AS marked FROM marked`.execute(tx);
  return row?.marked ?? 0;
}
