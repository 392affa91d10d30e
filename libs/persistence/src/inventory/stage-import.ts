import { type Kysely, sql } from 'kysely';
import { createHash } from 'node:crypto';
import { type DB } from '../generated/schema.ts';
import { type ImportEntry, type ImportProblem, type NodeImportRow } from './inventory-command.ts';

export const importRowsMax = 100_000;
export const problemsShownMax = 1000;
/** Rows per statement: what is in memory at once. */
const batchRows = 1000;
/** What a fleet hangs on; a row may not say that it is an ordinary node. */
const protectedRoles: readonly string[] = ['control', 'bastion', 'mirror', 'provider', 'loadBalancer', 'controlPlane'];

export interface StagedImport {
  /** Rows that came, without those of which only problems came. */
  readonly rows: number;
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  /** SHA-256 over all rows: the same text gives the same digest. */
  readonly digest: string;
}

/**
 * Writes rows as they come into the staging table, a batch at a time and each batch on its own: while a slow client sends, no transaction
 * is open and no more than a batch is in memory.
 */
export async function stageImport(db: Kysely<DB>, importId: string, entries: AsyncIterable<ImportEntry> | Iterable<ImportEntry>): Promise<StagedImport> {
  // What a process that was killed left behind.
  await sql`/* stageImport sweep */ DELETE FROM node_import_row WHERE staged_at < now() - interval '1 hour'`.execute(db);
  const digest = createHash('sha256');
  const problems: ImportProblem[] = [];
  let problemCount = 0;
  let rows = 0;
  let batch: object[] = [];
  const report = (problem: ImportProblem): void => {
    problemCount += 1;
    if (problems.length < problemsShownMax) problems.push(problem);
  };
  const write = async (): Promise<void> => {
    const text = JSON.stringify(batch);
    digest.update(text);
    await insertRows(db, importId, text);
    batch = [];
  };
  for await (const entry of entries) {
    if ('code' in entry) {
      report(entry);
      continue;
    }
    rows += 1;
    const place = entry.row ?? rows;
    if (rows > importRowsMax) {
      report({ row: place, column: null, code: 'tooManyRows', message: `an import has at most ${String(importRowsMax)} rows; split it` });
      break;
    }
    const found = problemsOfRow(entry, place);
    for (const problem of found) report(problem);
    if (found.length === 0) batch.push({ ...entry, row: place, role: entry.role === 'member' || entry.role === '' ? null : entry.role, protected: entry.protected || (entry.role !== null && protectedRoles.includes(entry.role)) });
    if (batch.length === batchRows) await write();
  }
  if (batch.length > 0) await write();
  return { rows, problems, problemCount, digest: digest.digest('hex') };
}

export async function dropStaged(db: Kysely<DB>, importId: string): Promise<void> {
  await sql`/* stageImport drop */ DELETE FROM node_import_row WHERE import_id = ${importId}`.execute(db);
}

/** What PostgreSQL could not store or would store as nonsense; what a text may look like is asked where it is read. */
function problemsOfRow(node: NodeImportRow, row: number): ImportProblem[] {
  const problems: ImportProblem[] = [];
  for (const column of ['externalId', 'hostname', 'site', 'address'] as const) if (node[column].trim() === '') problems.push({ row, column, code: 'missingValue', message: `${column} is missing` });
  if (!Number.isInteger(node.port) || node.port < 1 || node.port > 65_535) problems.push({ row, column: 'port', code: 'badPort', message: `${String(node.port)} is not a port between 1 and 65535` });
  const badDomain = node.domains.find((domain) => !/^[A-Za-z0-9._:-]+(\/[A-Za-z0-9._:-]+)*$/.test(domain));
  if (badDomain !== undefined) problems.push({ row, column: 'domains', code: 'badDomain', message: `"${badDomain}" is not a path such as sz/az1/rack-07` });
  return problems;
}

async function insertRows(db: Kysely<DB>, importId: string, rows: string): Promise<void> {
  await sql`/* stageImport */ INSERT INTO node_import_row (import_id, place, external_id, hostname, site, address, port, credential, host_keys, machine_id, labels, failure_domains, role, protected, probes)
    SELECT ${importId}, "row", "externalId", hostname, site, address, port, credential, ARRAY(SELECT jsonb_array_elements_text("hostKeys")), "machineId", labels,
      ARRAY(SELECT jsonb_array_elements_text(domains)), role, protected, probes
    FROM jsonb_to_recordset(${rows}::jsonb) AS g ("row" int, "externalId" text, hostname text, site text, address text, port int, credential text, "hostKeys" jsonb, "machineId" text, domains jsonb, labels jsonb, role text, protected boolean, probes jsonb)`.execute(db);
}
