import { drawTable } from './draw-table.ts';
import { type ImportMeasure } from './measure-import.ts';

/** Ten times the rows may cost a larger heap, which is cleaned less often, and nothing that is kept for each row. */
export const growthMax = 3;

export const peakOverIdle = ({ idleMebibytes, dryRun, merge }: ImportMeasure): number => Math.max(dryRun.peakMebibytes, merge.peakMebibytes) - idleMebibytes;

/** How many times the memory of the smaller file the larger one took; null: there is none to compare with. */
export function growthOf(measure: ImportMeasure, all: readonly ImportMeasure[]): number | null {
  const smaller = all.find((one) => one.format === measure.format && one.rows < measure.rows);
  return smaller === undefined ? null : peakOverIdle(measure) / peakOverIdle(smaller);
}

/** Less than half of a file's own growth: what is kept for each row would show. */
export const isUnbounded = (measure: ImportMeasure, all: readonly ImportMeasure[]): boolean => (growthOf(measure, all) ?? 0) >= growthMax;

export function reportImports(measures: readonly ImportMeasure[]): readonly string[] {
  const mebibytes = (value: number): string => value.toFixed(0);
  return drawTable([
    ['', 'rows', 'idle MiB', 'peak dry run', 'peak merge', 'peak - idle', 'growth', 'dry run s', 'merge s', ''],
    ...measures.map((measure) => {
      const growth = growthOf(measure, measures);
      return [measure.format, String(measure.rows), mebibytes(measure.idleMebibytes), mebibytes(measure.dryRun.peakMebibytes), mebibytes(measure.merge.peakMebibytes), mebibytes(peakOverIdle(measure)),
        growth === null ? '' : growth.toFixed(2), measure.dryRun.seconds.toFixed(1), measure.merge.seconds.toFixed(1), isUnbounded(measure, measures) ? 'GROWS' : ''];
    }),
  ]);
}
