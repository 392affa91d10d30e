import { type NodeImportRow } from '@skein/persistence';
import { type ImportFormat, type ImportRowError } from '../generated/schema-types.ts';
import { ImportValueError, readAddress, readDomains, readExternalId, readFlag, readHostKeys, readHostname, readLabels, readMachineId, readName, readPort, readProbes } from './import-grammar.ts';
import { type ImportColumn, type ImportRecord, readImportRecords, requiredColumns } from './read-import-records.ts';

export interface ParsedImport {
  readonly rows: readonly NodeImportRow[];
  /** For each of `rows`, where a person finds it. */
  readonly rowNumbers: readonly number[];
  /** Records read, good or bad. */
  readonly recordCount: number;
  /** The first 1000. */
  readonly problems: readonly ImportRowError[];
  readonly problemCount: number;
}

export const shownProblemsMax = 1000;
export const importRowsMax = 100_000;

/** Every problem of every cell, not only the first: an operator corrects an inventory once. */
export async function parseNodeImport(format: ImportFormat, content: string): Promise<ParsedImport> {
  const problems: ImportRowError[] = [];
  let problemCount = 0;
  const report = (problem: ImportRowError): void => {
    problemCount += 1;
    if (problems.length < shownProblemsMax) problems.push(problem);
  };
  const rows: NodeImportRow[] = [];
  const rowNumbers: number[] = [];
  const seen = { externalId: new Map<string, number>(), hostname: new Map<string, number>() };
  let recordCount = 0;
  for await (const record of readImportRecords(format, content, report)) {
    recordCount += 1;
    if (recordCount > importRowsMax) {
      report({ row: record.row, column: null, code: 'tooManyRows', message: `an import has at most ${String(importRowsMax)} rows; split it` });
      break;
    }
    const row = readRow(record, report);
    if (row === null) continue;
    // Ids that differ only in case or in a final dot are one machine typed twice.
    reportTwin(seen.externalId, row.externalId.toLowerCase().replace(/\.$/, ''), 'externalId', record.row, report);
    // A host name may repeat in another site: networks overlap.
    reportTwin(seen.hostname, `${row.site}\n${row.hostname}`, 'hostname', record.row, report);
    rows.push(row);
    rowNumbers.push(record.row);
  }
  return { rows, rowNumbers, recordCount, problems, problemCount };
}

function reportTwin(seen: Map<string, number>, key: string, column: ImportColumn, row: number, report: (problem: ImportRowError) => void): void {
  const first = seen.get(key);
  if (first === undefined) seen.set(key, row);
  else report({ row, column, code: 'duplicate', message: `row ${String(first)} has the same ${column}` });
}

function readRow(record: ImportRecord, report: (problem: ImportRowError) => void): NodeImportRow | null {
  let good = true;
  const refuse = (column: ImportColumn, code: string, message: string): void => {
    good = false;
    report({ row: record.row, column, code, message });
  };
  /** `absent` where the cell is missing or empty; the reader throws ImportValueError, which becomes a problem of this cell. */
  const cell = <Value>(column: ImportColumn, absent: Value, read: (value: unknown) => Value): Value => {
    const value = record.values.get(column);
    if (value === undefined || value === null || value === '') {
      if (requiredColumns.includes(column)) refuse(column, 'missingValue', `${column} is missing`);
      return absent;
    }
    try {
      return read(value);
    } catch (cause) {
      if (!(cause instanceof ImportValueError)) throw cause;
      refuse(column, cause.code, cause.message);
      return absent;
    }
  };
  const row: NodeImportRow = {
    externalId: cell('externalId', '', (value) => readExternalId(asText(value))),
    hostname: cell('hostname', '', (value) => readHostname(asText(value))),
    site: cell('site', '', (value) => readName(asText(value))),
    address: cell('address', '', (value) => readAddress(asText(value))),
    port: cell('port', 22, (value) => readPort(typeof value === 'number' ? value : asText(value))),
    credential: cell('credential', null as string | null, (value) => readName(asText(value))),
    hostKeys: cell('hostKeys', [] as readonly string[], (value) => readHostKeys(asList(value))),
    machineId: cell('machineId', null as string | null, (value) => readMachineId(asText(value))),
    domains: cell('domains', [] as readonly string[], (value) => readDomains(asList(value))),
    labels: cell('labels', {}, (value) => readLabels(asPairs(value))),
    protected: cell('protected', false, (value) => readFlag(typeof value === 'boolean' ? value : asText(value))),
    role: cell('role', null as string | null, (value) => readName(asText(value))),
    probes: cell('probes', [], (value) => readProbes(asDocument(value))),
  };
  return good ? row : null;
}

// Control characters would forge lines in logs and screens; nothing that is imported needs one.
const controlCharacter = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u;

function asText(value: unknown): string {
  if (typeof value !== 'string') throw new ImportValueError('badType', 'the value is not a text');
  if (controlCharacter.test(value)) throw new ImportValueError('controlCharacter', 'the value contains a control or invisible character');
  return value;
}

function asList(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(asText);
  return asText(value).split(';').map((part) => part.trim()).filter((part) => part !== '');
}

function asPairs(value: unknown): readonly (readonly [string, string])[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value).map(([key, inner]) => [key, asText(inner)] as const);
  return asList(value).map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw new ImportValueError('badLabel', `${JSON.stringify(pair.slice(0, 60))} is not of the form key=value`);
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
}

function asDocument(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new ImportValueError('badProbes', 'probes are not a JSON array');
  }
}
