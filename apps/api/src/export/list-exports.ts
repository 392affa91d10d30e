import { type AuditView, type NodeExportRow } from '@skein/persistence';
import { exportOnlyColumns, importColumns } from '../node/read-import-records.ts';
import { csvLine, type CsvValue } from './csv-line.ts';

const nodeColumns = [...importColumns, ...exportOnlyColumns];

export async function* nodesCsv(batches: AsyncIterable<readonly NodeExportRow[]>): AsyncGenerator<string> {
  yield csvLine(nodeColumns);
  for await (const batch of batches) yield batch.map((row) => csvLine(nodeColumns.map((column) => nodeCell(row, column)))).join('');
}

/** Written as an import reads it: importing it again changes nothing. */
function nodeCell(row: NodeExportRow, column: (typeof nodeColumns)[number]): CsvValue {
  switch (column) {
    case 'hostKeys': return row.hostKeys.join(';');
    case 'domains': return row.domains.join(';');
    case 'labels': return labelsCell(row.labels);
    case 'probes': return row.probes.length === 0 ? '' : JSON.stringify(row.probes);
    case 'state': return row.stateClass;
    default: return row[column];
  }
}

/** A value with a semicolon, or with blanks around it, would not be read back as it is. */
function labelsCell(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels);
  return pairs.some(([, value]) => value.includes(';') || value !== value.trim()) ? JSON.stringify(labels) : pairs.map(([key, value]) => `${key}=${value}`).join(';');
}

const auditColumns = ['seq', 'at', 'actor', 'via', 'action', 'objectKind', 'objectId', 'reason', 'before', 'after', 'hash'];

export async function* auditCsv(batches: AsyncIterable<readonly AuditView[]>): AsyncGenerator<string> {
  yield csvLine(auditColumns);
  for await (const batch of batches) {
    yield batch.map((row) => csvLine([row.seq, row.at.toISOString(), row.actorName, row.via, row.action, row.objectKind, row.objectId, row.reason, jsonCell(row.before), jsonCell(row.after), row.hash])).join('');
  }
}

const jsonCell = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));
