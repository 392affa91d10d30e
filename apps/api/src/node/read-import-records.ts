import { parse } from 'csv-parse';
import { type ImportFormat, type ImportRowError } from '../generated/schema-types.ts';

/** One record of an import before its values are understood. `row` is what a person finds it by: the line of the CSV, the index in the JSON. */
export interface ImportRecord {
  readonly row: number;
  readonly values: ReadonlyMap<string, unknown>;
}

export const importColumns = ['externalId', 'hostname', 'site', 'address', 'port', 'credential', 'hostKeys', 'machineId', 'domains', 'labels', 'protected', 'role', 'probes'] as const;
export type ImportColumn = (typeof importColumns)[number];
export const requiredColumns: readonly ImportColumn[] = ['externalId', 'hostname', 'site', 'address'];
const known: ReadonlySet<string> = new Set(importColumns);

/** Yields records one by one, so that a large import is never in memory twice; a problem of the file as a whole ends it. */
export async function* readImportRecords(format: ImportFormat, content: string, report: (problem: ImportRowError) => void): AsyncGenerator<ImportRecord> {
  if (content.includes('\0')) {
    const row = format === 'CSV' ? content.slice(0, content.indexOf('\0')).split('\n').length : 1;
    return report({ row, column: null, code: 'nulCharacter', message: 'the text contains a NUL character; save it as UTF-8, not as UTF-16' });
  }
  if (format === 'CSV') yield* readCsv(content, report);
  else yield* readJson(content, report);
}

async function* readCsv(content: string, report: (problem: ImportRowError) => void): AsyncGenerator<ImportRecord> {
  let linesParsed = 0;
  let broken: { readonly row: number; readonly code: string } | null = null;
  const records = parse({
    bom: true, info: true, trim: true, relax_column_count: true, skip_records_with_error: true, max_record_size: 65_536,
    // Runs ahead of the loop below, so it knows where a record began that could not be parsed.
    on_record: (record: string[], { lines }) => {
      linesParsed = lines;
      return record;
    },
    // One stray quotation mark makes nonsense of everything behind it: only the first is worth telling.
    on_skip: (error) => { broken ??= { row: linesParsed + 1, code: error?.code ?? '' }; },
  });
  records.end(content);
  let header: readonly string[] | null = null;
  let next = 1;
  for await (const { record, info } of records as AsyncIterable<{ readonly record: readonly string[]; readonly info: { readonly lines: number } }>) {
    const row = next;
    next = info.lines + 1;
    if (record.length === 1 && record[0] === '') continue;
    if (header === null) {
      if (!headerIsUsable(row, record, report)) return;
      header = record;
    } else if (record.length !== header.length) {
      report({ row, column: null, code: 'columnCount', message: `the row has ${String(record.length)} values, the header has ${String(header.length)}` });
    } else {
      const columns = header;
      yield { row, values: new Map(record.map((value, index) => [columns[index] ?? '', value])) };
    }
  }
  const end = broken as { readonly row: number; readonly code: string } | null;
  if (end !== null) report({ row: end.row, column: null, code: 'badCsv', message: csvMessages[end.code] ?? 'the line is not CSV' });
  else if (header === null) report({ row: 1, column: null, code: 'empty', message: 'there is no header line' });
}

const csvMessages: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark that opens here is never closed',
  CSV_INVALID_CLOSING_QUOTE: 'a quotation mark closes in the middle of a value; write it twice inside of quotes',
  INVALID_OPENING_QUOTE: 'a quotation mark stands in the middle of a value; put the whole value in quotes',
  CSV_MAX_RECORD_SIZE: 'the row is longer than 65536 characters',
};

function headerIsUsable(row: number, header: readonly string[], report: (problem: ImportRowError) => void): boolean {
  let usable = true;
  const refuse = (column: string | null, code: string, message: string): void => {
    usable = false;
    report({ row, column, code, message });
  };
  header.forEach((column, index) => {
    if (!known.has(column)) refuse(column, 'unknownColumn', `there is no column ${JSON.stringify(column)}; there are ${importColumns.join(', ')}`);
    else if (header.indexOf(column) !== index) refuse(column, 'duplicateColumn', `column ${column} stands there twice`);
  });
  for (const column of requiredColumns) if (!header.includes(column)) refuse(column, 'missingColumn', `column ${column} is missing`);
  return usable;
}

function* readJson(content: string, report: (problem: ImportRowError) => void): Generator<ImportRecord> {
  let document: unknown;
  try {
    document = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (cause) {
    return report({ row: 1, column: null, code: 'badJson', message: cause instanceof Error ? cause.message.slice(0, 200) : 'the text is not JSON' });
  }
  if (!Array.isArray(document)) return report({ row: 1, column: null, code: 'badJson', message: 'the text is not an array of objects' });
  for (const [index, item] of (document as readonly unknown[]).entries()) {
    const row = index + 1;
    if (typeof item !== 'object' || item === null || Array.isArray(item)) {
      report({ row, column: null, code: 'notAnObject', message: 'the item is not an object' });
      continue;
    }
    const values = new Map<string, unknown>(Object.entries(item));
    const strange = [...values.keys()].filter((key) => !known.has(key));
    for (const column of strange) report({ row, column, code: 'unknownColumn', message: `there is no column ${JSON.stringify(column)}; there are ${importColumns.join(', ')}` });
    if (strange.length === 0) yield { row, values };
  }
}
