import { can, refuse } from '@skein/core';
import { sql } from 'kysely';
import { appendAudit } from '../audit/append-audit.ts';
import { idempotent } from '../campaign/idempotent.ts';
import { type Database } from '../database/database.ts';
import { inTransaction, json, texts, type Tx } from '../database/transaction.ts';
import { type ImportProblem, type ImportReport, type InventoryCommands, type NodeImportRow } from './inventory-command.ts';

const rowsMax = 100_000;
const problemsShown = 1000;
/** What a fleet hangs on; a row may not say that it is an ordinary node. */
const protectedRoles: readonly string[] = ['control', 'bastion', 'mirror', 'provider', 'loadBalancer', 'controlPlane'];

/** All or nothing, merged by (source, externalId): what an import does not name stays as it is. */
export const importNodes = (database: Database): InventoryCommands['importNodes'] => async (request) => {
  const refusal = can(request.principal, 'inventory:write')
    ?? (request.rows.length === 0 ? refuse('importEmpty', 'the import names no node') : null)
    ?? (request.rows.length > rowsMax ? refuse('importTooLarge', `an import has at most ${String(rowsMax)} rows`) : null);
  if (refusal !== null) return refusal;
  // A dry run is the import itself, taken back: it cannot answer anything else.
  if (request.dryRun) {
    let report: ImportReport | null = null;
    await inTransaction(database.db, async (tx) => {
      report = await merge(tx, request.source, request.rows);
      return refuse('dryRun', 'taken back');
    });
    if (report === null) throw new Error('a dry run gave no report');
    return report;
  }
  return idempotent<ImportReport>(database.db, 'node.import', request, async (tx) => {
    const report = await merge(tx, request.source, request.rows);
    if (report.problemCount > 0) return report;
    await appendAudit(tx, request.principal, { action: 'node.import', objectKind: 'inventory', objectId: request.source, after: { rows: report.rows, created: report.created, updated: report.updated }, reason: request.reason });
    return report;
  });
};

async function merge(tx: Tx, source: string, rows: readonly NodeImportRow[]): Promise<ImportReport> {
  const problems = await problemsOf(tx, rows);
  if (problems.length > 0) return { rows: rows.length, created: 0, updated: 0, unchanged: 0, problems: problems.slice(0, problemsShown), problemCount: problems.length };
  const given = rows.map((row) => ({ ...row, role: row.role === 'member' || row.role === '' ? null : row.role, protected: row.protected || (row.role !== null && protectedRoles.includes(row.role)) }));
  const { rows: [counted] } = await sql<{ created: number; updated: number }>`/* importNodes */
    WITH given AS (SELECT g."externalId", g.hostname, s.site_id, g.address, g.port, c.credential_id, g."hostKeys", g."machineId", g.labels, g.domains, g.role, g.protected, g.probes
      FROM jsonb_to_recordset(${json(given)}) AS g ("externalId" text, hostname text, site text, address text, port int, credential text, "hostKeys" jsonb, "machineId" text, domains jsonb, labels jsonb, role text, protected boolean, probes jsonb)
      JOIN site s ON s.name = g.site LEFT JOIN credential c ON c.name = g.credential),
    saved AS (
      INSERT INTO node AS n (source, external_id, hostname, site_id, address, port, credential_id, host_keys, machine_id, labels, failure_domains, role, protected, probes)
      SELECT ${source}, "externalId", hostname, site_id, address, port, credential_id, ARRAY(SELECT jsonb_array_elements_text("hostKeys")), "machineId", labels,
        ARRAY(SELECT jsonb_array_elements_text(domains)), role, protected, probes FROM given ORDER BY "externalId"
      -- An import adds protection; only a person takes it away, and a pinned machine id is not unpinned by leaving it out.
      ON CONFLICT (source, external_id) DO UPDATE SET hostname = excluded.hostname, site_id = excluded.site_id, address = excluded.address, port = excluded.port, credential_id = excluded.credential_id,
        host_keys = excluded.host_keys, machine_id = coalesce(excluded.machine_id, n.machine_id), labels = excluded.labels, failure_domains = excluded.failure_domains, role = excluded.role,
        protected = n.protected OR excluded.protected, probes = excluded.probes, missing = false, version = n.version + 1, updated_at = now()
      WHERE (n.hostname, n.site_id, n.address, n.port, n.credential_id, n.host_keys, n.labels, n.failure_domains, n.role, n.probes, n.missing)
          IS DISTINCT FROM (excluded.hostname, excluded.site_id, excluded.address, excluded.port, excluded.credential_id, excluded.host_keys, excluded.labels, excluded.failure_domains, excluded.role, excluded.probes, false)
        OR (excluded.machine_id IS NOT NULL AND n.machine_id IS DISTINCT FROM excluded.machine_id) OR (excluded.protected AND NOT n.protected)
      RETURNING version)
    SELECT count(*) FILTER (WHERE version = 1)::int AS created, count(*) FILTER (WHERE version > 1)::int AS updated FROM saved`.execute(tx);
  const created = counted?.created ?? 0;
  const updated = counted?.updated ?? 0;
  return { rows: rows.length, created, updated, unchanged: rows.length - created - updated, problems: [], problemCount: 0 };
}

async function problemsOf(tx: Tx, rows: readonly NodeImportRow[]): Promise<ImportProblem[]> {
  const known = async (table: 'site' | 'credential', names: readonly string[]): Promise<Set<string>> => {
    const { rows: found } = await sql<{ name: string }>`/* importNodes names */ SELECT name FROM ${sql.table(table)} WHERE name = ANY (${texts([...new Set(names)])})`.execute(tx);
    return new Set(found.map(({ name }) => name));
  };
  const sites = await known('site', rows.map((row) => row.site));
  const credentials = await known('credential', rows.flatMap((row) => (row.credential === null ? [] : [row.credential])));
  const seen = new Map<string, number>();
  return rows.flatMap((row, index): ImportProblem[] => {
    const problem = (column: string, code: string, message: string): ImportProblem => ({ row: index + 1, column, code, message });
    const problems: ImportProblem[] = [];
    for (const column of ['externalId', 'hostname', 'site', 'address'] as const) if (row[column].trim() === '') problems.push(problem(column, 'required', `${column} is empty`));
    if (!Number.isInteger(row.port) || row.port < 1 || row.port > 65535) problems.push(problem('port', 'portInvalid', `${String(row.port)} is not a port`));
    if (row.site.trim() !== '' && !sites.has(row.site)) problems.push(problem('site', 'siteUnknown', `there is no site named ${row.site}`));
    if (row.credential !== null && !credentials.has(row.credential)) problems.push(problem('credential', 'credentialUnknown', `there is no credential named ${row.credential}`));
    const first = seen.get(row.externalId);
    if (first !== undefined) problems.push(problem('externalId', 'externalIdTwice', `row ${String(first)} has the same external id`));
    else seen.set(row.externalId, index + 1);
    const badDomain = row.domains.find((domain) => !/^[A-Za-z0-9._:-]+(\/[A-Za-z0-9._:-]+)*$/.test(domain));
    if (badDomain !== undefined) problems.push(problem('domains', 'domainInvalid', `"${badDomain}" is not a path such as sz/az1/rack-07`));
    return problems;
  });
}

