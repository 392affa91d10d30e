import { type ImportFormat, type ImportRowError } from '../generated/schema-types.ts';
import { decodeImport } from './decode-import.ts';
import { readYamlItem } from './read-yaml-item.ts';
import { splitCsv } from './split-csv.ts';
import { splitJson } from './split-json.ts';
import { splitYaml } from './split-yaml.ts';

/** One record of an import before its values are understood. `row` is what a person finds it by: the line of the CSV, the item of the JSON or YAML. */
export interface ImportRecord {
  readonly row: number;
  readonly values: ReadonlyMap<string, unknown>;
}

export const importColumns = ['externalId', 'hostname', 'site', 'address', 'port', 'credential', 'hostKeys', 'machineId', 'domains', 'labels', 'protected', 'role', 'probes'] as const;
export type ImportColumn = (typeof importColumns)[number];
export const requiredColumns: readonly ImportColumn[] = ['externalId', 'hostname', 'site', 'address'];
/** An export says more than an import may: so that it can be imported as it is, these are read over. */
export const exportOnlyColumns = ['state'] as const;
const known: ReadonlySet<string> = new Set([...importColumns, ...exportOnlyColumns]);

type Report = (problem: ImportRowError) => void;

/** Yields records one by one as the bytes come in; a problem of the file as a whole ends it. */
export async function* readImportRecords(format: ImportFormat, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, report: Report): AsyncGenerator<ImportRecord> {
  let broken = false;
  const text = decodeImport(chunks, (problem) => {
    broken = true;
    report(problem);
  });
  // Text that ends in the middle is no second problem when the first is why it ends.
  const unlessBroken: Report = (problem) => { if (!broken) report(problem); };
  if (format === 'CSV') yield* readCsv(text, unlessBroken);
  else if (format === 'JSON') yield* readJson(text, unlessBroken);
  else yield* readYaml(text, unlessBroken);
}

async function* readCsv(text: AsyncIterable<string>, report: Report): AsyncGenerator<ImportRecord> {
  let header: readonly string[] | null = null;
  for await (const record of splitCsv(text)) {
    if ('code' in record) return report({ row: record.line, column: null, code: record.code, message: record.message });
    const { line, cells } = record;
    if (header === null) {
      header = cells;
      if (!headerIsUsable(line, header, report)) return;
    } else if (cells.length !== header.length) {
      report({ row: line, column: null, code: 'columnCount', message: `the row has ${String(cells.length)} values, the header has ${String(header.length)}` });
    } else {
      const columns = header;
      yield { row: line, values: new Map(cells.map((value, index) => [columns[index] ?? '', value])) };
    }
  }
  if (header === null) report({ row: 1, column: null, code: 'empty', message: 'there is no header line' });
}

function headerIsUsable(row: number, header: readonly string[], report: Report): boolean {
  let usable = true;
  const refuse = (column: string | null, code: string, message: string): void => {
    usable = false;
    report({ row, column, code, message });
  };
  const separator = otherSeparator(header);
  if (separator !== null) {
    refuse(null, 'badSeparator', `columns are separated by ${separator} here; save the file with commas between them`);
    return false;
  }
  const seen = new Set<string>();
  for (const column of header) {
    if (!known.has(column)) refuse(shownColumn(column), 'unknownColumn', unknownColumn(column));
    else if (seen.has(column)) refuse(column, 'duplicateColumn', `column ${column} stands there twice`);
    seen.add(column);
  }
  for (const column of requiredColumns) if (!header.includes(column)) refuse(column, 'missingColumn', `column ${column} is missing`);
  return usable;
}

async function* readJson(text: AsyncIterable<string>, report: Report): AsyncGenerator<ImportRecord> {
  let row = 0;
  for await (const piece of splitJson(text)) {
    if (piece.kind === 'fault') return report({ row: row + 1, column: null, code: 'badJson', message: piece.message });
    row += 1;
    let item: unknown;
    try {
      item = JSON.parse(piece.text);
    } catch (cause) {
      return report({ row, column: null, code: 'badJson', message: cause instanceof Error ? cause.message.slice(0, 200) : 'the item is not JSON' });
    }
    const record = recordOf(row, typeof item === 'object' && item !== null && !Array.isArray(item) ? Object.entries(item) : null, report);
    if (record !== null) yield record;
  }
}

async function* readYaml(text: AsyncIterable<string>, report: Report): AsyncGenerator<ImportRecord> {
  let row = 0;
  for await (const piece of splitYaml(text)) {
    if (piece.kind === 'fault') return report({ row: row + 1, column: null, code: 'badYaml', message: `line ${String(piece.line)}: ${piece.message}` });
    row += 1;
    const item = readYamlItem(piece.text, piece.line);
    if (item.kind === 'fault') {
      report({ row, column: null, code: 'badYaml', message: item.message });
      continue;
    }
    const record = recordOf(row, item.entries, report);
    if (record !== null) yield record;
  }
}

/** The entries come as pairs and stay pairs: a key may be called `__proto__`. */
function recordOf(row: number, entries: readonly (readonly [string, unknown])[] | null, report: Report): ImportRecord | null {
  if (entries === null) {
    report({ row, column: null, code: 'notAnObject', message: 'the item is not an object with columns as keys' });
    return null;
  }
  const strange = entries.filter(([key]) => !known.has(key));
  for (const [column] of strange) report({ row, column: shownColumn(column), code: 'unknownColumn', message: unknownColumn(column) });
  return strange.length === 0 ? { row, values: new Map(entries) } : null;
}

/** What spreadsheets of many countries write instead of commas: one mistake, and not one for each column. */
function otherSeparator([only, ...others]: readonly string[]): string | null {
  if (only === undefined || others.length > 0) return null;
  for (const [sign, name] of [[';', 'semicolons'], ['\t', 'tabs']] as const) if (only.split(sign).some((part) => known.has(part))) return only.includes(sign) ? name : null;
  return null;
}

const shownColumn = (column: string): string => (column.length > 60 ? `${column.slice(0, 60)}…` : column);
const unknownColumn = (column: string): string => `there is no column ${JSON.stringify(shownColumn(column))}; there are ${importColumns.join(', ')}`;
