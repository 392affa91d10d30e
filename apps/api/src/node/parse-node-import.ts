import { setImmediate } from 'node:timers/promises';
import { holdsInvisible } from '@skein/core';
import { type ImportEntry, importRowsMax, type NodeImportRow } from '@skein/persistence';
import { type ImportFormat, type ImportRowError } from '../generated/schema-types.ts';
import { ImportValueError, readAddress, readDomains, readExternalId, readFlag, readHostKeys, readHostname, readLabels, readMachineId, readName, readPort, readProbes } from './import-grammar.ts';
import { type ImportColumn, type ImportRecord, readImportRecords, requiredColumns } from './read-import-records.ts';

export interface ParsedImport {
  /** Good rows and everything that is wrong with the others, as the bytes come in. To be read once. */
  readonly entries: AsyncIterable<ImportEntry>;
  /** Records read so far, good or bad. */
  recordCount(): number;
}

/** A person's other requests are answered while a large file is read. */
const recordsPerTurn = 50;
const valueLengthMax = { hostKeys: 16_384, domains: 8192, labels: 32_768, probes: 32_768, other: 1024 } as const;

/** Every problem of every cell, not only the first: an operator corrects an inventory once. */
export function parseNodeImport(format: ImportFormat, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): ParsedImport {
  let recordCount = 0;
  async function* entries(): AsyncGenerator<ImportEntry> {
    let problems: ImportRowError[] = [];
    const report = (problem: ImportRowError): void => { problems.push(problem); };
    for await (const record of readImportRecords(format, chunks, report)) {
      recordCount += 1;
      if (recordCount > importRowsMax) {
        report({ row: record.row, column: null, code: 'tooManyRows', message: `an import has at most ${String(importRowsMax)} rows; split it` });
        break;
      }
      const row = readRow(record, report);
      yield* problems.map(toProblem);
      problems = [];
      if (row !== null) yield row;
      if (recordCount % recordsPerTurn === 0) await setImmediate();
    }
    yield* problems.map(toProblem);
  }
  return { entries: entries(), recordCount: () => recordCount };
}

const toProblem = ({ row, column, code, message }: ImportRowError): ImportEntry => ({ row, column: column ?? null, code, message });

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
      if (typeof value === 'string') checkText(value, column === 'hostKeys' || column === 'domains' || column === 'labels' || column === 'probes' ? valueLengthMax[column] : valueLengthMax.other);
      return read(value);
    } catch (cause) {
      if (!(cause instanceof ImportValueError)) throw cause;
      refuse(column, cause.code, cause.message);
      return absent;
    }
  };
  const row: NodeImportRow = {
    row: record.row,
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

function checkText(text: string, lengthMax: number): void {
  if (text.length > lengthMax) throw new ImportValueError('tooLong', `the value has ${String(text.length)} characters, at most ${String(lengthMax)} are allowed`);
  // A spreadsheet would run it, here or in an export. A number with a sign is none.
  if (/^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(?:\.\d+)?$/.test(text)) throw new ImportValueError('formulaCell', `the value begins with ${JSON.stringify(text[0])}, which spreadsheets take for a formula`);
}

function asText(value: unknown): string {
  if (typeof value !== 'string') throw new ImportValueError('badType', 'the value is not a text');
  // They would forge lines in logs and screens; nothing that is imported needs one.
  if (holdsInvisible(value)) throw new ImportValueError('controlCharacter', 'the value contains a control or invisible character');
  return value;
}

function asList(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(asText);
  return asText(value).split(';').map((part) => part.trim()).filter((part) => part !== '');
}

function asPairs(value: unknown): readonly (readonly [string, string])[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value).map(([key, inner]) => [key, asText(inner)] as const);
  // A JSON object, for values that contain a semicolon.
  if (typeof value === 'string' && value.startsWith('{')) return asPairs(parsedOr(value, 'badLabel', 'labels are not a JSON object'));
  return asList(value).map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw new ImportValueError('badLabel', `${JSON.stringify(pair.slice(0, 60))} is not of the form key=value`);
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
}

const asDocument = (value: unknown): unknown => (typeof value === 'string' ? parsedOr(value, 'badProbes', 'probes are not a JSON array') : value);

function parsedOr(text: string, code: string, message: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportValueError(code, message);
  }
}
