import { drawTable } from './draw-table.ts';

/** What was measured of one thing, all samples of it. */
export interface Reading {
  readonly part: string;
  readonly what: string;
  readonly unit: 'ms' | 'kB' | 'times' | 'ms CPU';
  readonly samples: readonly number[];
  /** What the 95th percentile must stay below; null: shown, and not judged. */
  readonly below: number | null;
}

/** The smallest sample that at least `share` of all samples do not exceed. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** A reading without a number is missed, too: what was not measured has not been met. */
export const isMissed = ({ samples, below }: Reading): boolean => below !== null && !(percentile(samples, 0.95) < below);

const shown = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(value < 100 ? 1 : 0));

/** `small`: the same readings of a fleet of `smallNodes`, for how much things grow; none: it was not measured. */
export function reportConsole(readings: readonly Reading[], small: readonly Reading[], smallNodes: number): readonly string[] {
  const rows: string[][] = [['', 'samples', 'p50', 'p95', 'limit', '', ...(small.length === 0 ? ['', ''] : [`p50 at ${String(smallNodes)}`, 'growth'])]];
  let part = '';
  for (const reading of readings) {
    if (reading.part !== part) rows.push([part = reading.part, '', '', '', '', '', '', '']);
    const other = small.find((one) => one.part === reading.part && one.what === reading.what);
    const [p50, p95] = [percentile(reading.samples, 0.5), percentile(reading.samples, 0.95)];
    const before = other === undefined ? null : percentile(other.samples, 0.5);
    rows.push([`  ${reading.what}`, String(reading.samples.length), shown(p50), shown(p95), reading.below === null ? '' : `< ${String(reading.below)}`, `${reading.unit}${isMissed(reading) ? '  MISSED' : ''}`,
      before === null ? '' : shown(before), before === null ? '' : (p50 / before).toFixed(2)]);
  }
  return drawTable(rows);
}
