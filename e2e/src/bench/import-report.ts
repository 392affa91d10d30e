import { drawTable } from './draw-table.ts';
import { type ImportMeasure } from './measure-import.ts';

export interface Growth { readonly rows: number; readonly memory: number }

export const peakOverIdle = ({ idleMebibytes, dryRun, merge }: ImportMeasure): number => Math.max(dryRun.peakMebibytes, merge.peakMebibytes) - idleMebibytes;

/** How many times the rows and the memory of the smallest file of the same format; null: it is that file. */
export function growthOf(measure: ImportMeasure, all: readonly ImportMeasure[]): Growth | null {
  const smaller = all.filter((one) => one.format === measure.format && one.rows < measure.rows).sort((one, other) => one.rows - other.rows)[0];
  return smaller === undefined ? null : { rows: measure.rows / smaller.rows, memory: peakOverIdle(measure) / peakOverIdle(smaller) };
}

/** Garbage is collected less often as the heap grows, so some growth is none of the file's: its square root is taken for that. */
export function growsWithFile(measure: ImportMeasure, all: readonly ImportMeasure[]): boolean {
  const growth = growthOf(measure, all);
  return growth !== null && growth.memory >= Math.sqrt(growth.rows);
}

export function reportImports(measures: readonly ImportMeasure[]): readonly string[] {
  const mebibytes = (value: number): string => value.toFixed(0);
  return drawTable([
    ['', 'rows', 'idle MiB', 'peak dry run', 'peak merge', 'peak - idle', 'times rows', 'times MiB', 'dry run s', 'merge s', ''],
    ...measures.map((measure) => {
      const growth = growthOf(measure, measures);
      return [measure.format, String(measure.rows), mebibytes(measure.idleMebibytes), mebibytes(measure.dryRun.peakMebibytes), mebibytes(measure.merge.peakMebibytes), mebibytes(peakOverIdle(measure)),
        growth?.rows.toFixed(1) ?? '', growth?.memory.toFixed(2) ?? '', measure.dryRun.seconds.toFixed(1), measure.merge.seconds.toFixed(1), growsWithFile(measure, measures) ? 'GROWS' : ''];
    }),
  ]);
}
