import { csvLine } from './csv-line.ts';
import { type ReportHead, type ReportNode } from './campaign-report.ts';

type Batches = AsyncIterable<readonly ReportNode[]>;

export const reportColumns = [
  'hostname', 'externalId', 'site', 'wave', 'state', 'reason', 'failureClass', 'attempts', 'startedAt', 'endedAt', 'unavailableSecondsLower', 'unavailableSecondsUpper', 'remediation',
] as const satisfies readonly (keyof ReportNode)[];

/** What happened to which node; the rest of a report has no place in one table. */
export async function* reportCsv(batches: Batches): AsyncGenerator<string> {
  yield csvLine(reportColumns);
  for await (const batch of batches) yield batch.map((node) => csvLine(reportColumns.map((column) => node[column]))).join('');
}

/** One object; `nodes` and `totals` come last, since they are written while they are read. */
export async function* reportJson(head: ReportHead, batches: Batches): AsyncGenerator<string> {
  const totals = openTotals();
  yield `${JSON.stringify(head).slice(0, -1)},"nodes":[`;
  let separator = '\n';
  for await (const batch of batches) {
    let piece = '';
    for (const node of batch) {
      totals.add(node);
      piece += separator + JSON.stringify(node);
      separator = ',\n';
    }
    yield piece;
  }
  yield `\n],"totals":${JSON.stringify(totals.sum())}}\n`;
}

export interface ReportTotals {
  readonly nodes: number;
  readonly unavailableSecondsLower: number;
  readonly unavailableSecondsUpper: number;
}

export function openTotals(): { add(node: ReportNode): void; sum(): ReportTotals } {
  let nodes = 0;
  let [lower, upper] = [0, 0];
  return {
    add(node) {
      nodes += 1;
      lower += node.unavailableSecondsLower;
      upper += node.unavailableSecondsUpper;
    },
    sum: () => ({ nodes, unavailableSecondsLower: Math.round(lower * 10) / 10, unavailableSecondsUpper: Math.round(upper * 10) / 10 }),
  };
}
