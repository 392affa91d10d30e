import { type PartName } from '@skein/local';
import { drawTable } from './draw-table.ts';
import { type Measurement } from './measure-campaign.ts';
import { type StackCounters } from './stack-counters.ts';

/** What users pay for a migration: PostgreSQL and Temporal are part of it, the nodes are not. */
const controlPlane: readonly PartName[] = ['worker', 'api', 'temporal', 'postgres'];
const parts: readonly PartName[] = [...controlPlane, 'fleet'];
const partLabels: Readonly<Record<PartName, string>> = { worker: 'worker', api: 'api', temporal: 'Temporal', postgres: 'PostgreSQL', fleet: 'simulated fleet' };

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const eventsOf = (counters: StackCounters): number => sum(Object.values(counters.events));

/** Time-driven work per minute, as an idle stack with an open campaign shows it. */
export interface TimeDriven {
  readonly activities: number;
  readonly events: number;
  readonly statements: number;
  readonly pokes: number;
  readonly cpuMilliseconds: number;
}

export function timeDrivenOf({ idle }: Measurement): TimeDriven | null {
  if (idle === null) return null;
  const minutes = (idle.after.atMilliseconds - idle.before.atMilliseconds) / 60_000;
  const rate = (of: (counters: StackCounters) => number): number => (of(idle.after) - of(idle.before)) / minutes;
  return {
    activities: rate((counters) => counters.activities), events: rate(eventsOf), statements: rate((counters) => counters.statements), pokes: rate((counters) => counters.pokes),
    cpuMilliseconds: rate((counters) => sum(controlPlane.map((part) => counters.cpuMilliseconds[part]))),
  };
}

/** One line of the table: label, then a number per measurement. */
interface Line {
  readonly label: string;
  readonly of: (measurement: Measurement, timeDriven: TimeDriven | null) => number;
  /** Counts are compared between sizes. */
  readonly isCount?: boolean;
  readonly digits: number;
}

const perNode = (of: (counters: StackCounters) => number, timeDriven: (rates: TimeDriven) => number = () => 0) => (measurement: Measurement, rates: TimeDriven | null): number => {
  const { before, after, nodes } = measurement;
  const minutes = (after.atMilliseconds - before.atMilliseconds) / 60_000;
  return (of(after) - of(before) - (rates === null ? 0 : timeDriven(rates) * minutes)) / nodes;
};

const lines: readonly Line[] = [
  { label: 'activities per node', of: perNode((counters) => counters.activities, (rates) => rates.activities), isCount: true, digits: 2 },
  { label: 'workflow events per node', of: perNode(eventsOf, (rates) => rates.events), isCount: true, digits: 1 },
  { label: 'SQL statements per node', of: perNode((counters) => counters.statements, (rates) => rates.statements), isCount: true, digits: 1 },
  { label: 'pokes per node', of: perNode((counters) => counters.pokes, (rates) => rates.pokes), isCount: true, digits: 2 },
  ...parts.map((part): Line => ({ label: `CPU ms per node: ${partLabels[part]}`, of: perNode((counters) => counters.cpuMilliseconds[part]), digits: 1 })),
  { label: 'CPU ms per node: control plane', of: perNode((counters) => sum(controlPlane.map((part) => counters.cpuMilliseconds[part]))), digits: 0 },
  { label: 'nodes per minute', of: ({ nodes, seconds }) => (nodes * 60) / seconds, digits: 0 },
  ...parts.map((part): Line => ({ label: `peak memory, MiB: ${partLabels[part]}`, of: ({ peakMebibytes }) => peakMebibytes[part], digits: 0 })),
];

const timeDrivenLines: readonly { readonly label: string; readonly of: (rates: TimeDriven) => number }[] = [
  { label: 'activities', of: (rates) => rates.activities }, { label: 'workflow events', of: (rates) => rates.events }, { label: 'SQL statements', of: (rates) => rates.statements },
  { label: 'pokes', of: (rates) => rates.pokes }, { label: 'CPU ms', of: (rates) => rates.cpuMilliseconds },
];

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

export interface Report {
  readonly lines: readonly string[];
  /** By how much the worst count per node grew from the smallest to the largest campaign; 1: not at all. */
  readonly growth: number;
}

/** Medians over the runs of each size. Time-driven work is taken off the counts, since it belongs to the clock and not to a node; CPU is all in. */
export function report(measurements: readonly Measurement[], sizes: readonly number[]): Report {
  const ofSize = (size: number): readonly Measurement[] => measurements.filter((measurement) => measurement.nodes === size);
  const ratesOf = (size: number): TimeDriven | null => ofSize(size).map(timeDrivenOf).find((rates) => rates !== null) ?? null;
  const [smallest = 0, largest = 0] = [Math.min(...sizes), Math.max(...sizes)];
  const growths: number[] = [];
  const rows = lines.map((line): string[] => {
    const valueAt = (size: number): number => median(ofSize(size).map((measurement) => line.of(measurement, ratesOf(size))));
    const growth = line.isCount === true && sizes.length > 1 ? growthOf(valueAt(smallest), valueAt(largest)) : null;
    if (growth !== null) growths.push(growth);
    return [line.label, ...sizes.map((size) => valueAt(size).toFixed(line.digits)), growth === null ? '' : growth.toFixed(3)];
  });
  const timeDriven = timeDrivenLines.map((line): string[] => [`  ${line.label}`, ...sizes.map((size) => {
    const rates = ratesOf(size);
    return rates === null ? '-' : line.of(rates).toFixed(0);
  }), '']);
  const header = ['nodes', ...sizes.map(String), sizes.length > 1 ? `${String(largest)} / ${String(smallest)}` : ''];
  return { lines: drawTable([header, ...rows, ['time-driven, per minute, all nodes watched', ...sizes.map(() => ''), ''], ...timeDriven]), growth: Math.max(...growths, 1) };
}

const growthOf = (small: number, large: number): number => (small === 0 && large === 0 ? 1 : large / small);

/** What activities and statements there were, the most frequent first; for finding what costs. */
export function detailOf({ nodes, before, after }: Measurement): string[] {
  const counts = Object.entries(after.detail).map(([name, count]) => [name, count - (before.detail[name] ?? 0)] as const).filter(([, count]) => count > 0);
  const events = Object.entries(after.events).map(([name, count]) => [`events ${name}`, count - (before.events[name] ?? 0)] as const);
  return [...counts, ...events].sort((left, right) => right[1] - left[1]).map(([name, count]) => `${String(count).padStart(8)}  ${(count / nodes).toFixed(2).padStart(7)}  ${name}`);
}
