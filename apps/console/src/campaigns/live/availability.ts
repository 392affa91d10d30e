import { bandPath, type ChartBox, linePath, timeScale, valueScale } from '../../kit/chart-parts.tsx';
import { phrase, type Phrase } from '../phrase.ts';
import { type ChartTick, timeTicks } from './chart-box.ts';

export interface AvailabilityPoint {
  readonly from: string;
  readonly until: string;
  readonly lowerPercent: number;
  readonly upperPercent: number;
}

export interface AvailabilityWave {
  readonly number: number;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

export interface AvailabilityDrawing {
  /** How long the axis is. */
  readonly seconds: number;
  readonly lower: string;
  /** Time that nobody observed: between certainly available and perhaps available. */
  readonly unknown: string;
  readonly bands: readonly { readonly number: number; readonly x: number; readonly width: number; readonly current: boolean }[];
  readonly xTicks: readonly ChartTick<Date>[];
  readonly yTicks: readonly ChartTick<number>[];
}

export function drawAvailability(points: readonly AvailabilityPoint[], waves: readonly AvailabilityWave[], now: Date, box: ChartBox): AvailabilityDrawing | null {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const begin = new Date(first.from);
  const end = new Date(Math.max(new Date(last.until).getTime(), begin.getTime() + 1000));
  const x = timeScale(begin, end, box);
  const worst = Math.min(...points.map(({ lowerPercent }) => lowerPercent));
  // All of it at 100 % still deserves an axis that tells 100 from 99.
  const y = valueScale(Math.min(worst, 99), 100, box).nice(4);
  const along = points.flatMap((point) => [point.from, point.until].map((moment) => ({ x: x(new Date(moment)), lower: y(point.lowerPercent), upper: y(point.upperPercent) })));
  return {
    seconds: (end.getTime() - begin.getTime()) / 1000,
    lower: linePath(along.map((one) => ({ x: one.x, y: one.lower }))), unknown: bandPath(along),
    bands: waves.flatMap(({ number, startedAt, endedAt }) => {
      if (startedAt === null) return [];
      const from = Math.max(x(new Date(startedAt)), box.left);
      return [{ number, x: from, width: Math.max(1, Math.min(x(endedAt === null ? now : new Date(endedAt)), box.right) - from), current: endedAt === null }];
    }),
    xTicks: timeTicks(x, begin, end),
    yTicks: y.ticks(4).filter((value) => value <= 100).map((value) => ({ value, position: y(value) })),
  };
}

/** Of the whole time, weighted by how long each span is; never rounded up, so 100 means all of it. */
export function overallAvailability(points: readonly AvailabilityPoint[]): { readonly lower: number; readonly upper: number } | null {
  const spans = points.map((point) => ({ ...point, length: new Date(point.until).getTime() - new Date(point.from).getTime() }));
  const length = spans.reduce((sum, span) => sum + span.length, 0);
  if (length <= 0) return null;
  const mean = (value: (point: AvailabilityPoint) => number): number => Math.floor((spans.reduce((sum, span) => sum + value(span) * span.length, 0) / length) * 1000 + 1e-6) / 1000;
  return { lower: mean((point) => point.lowerPercent), upper: mean((point) => point.upperPercent) };
}

const percentText = (value: number): string => `${String(value)} %`;

export function availabilityHeading(points: readonly AvailabilityPoint[]): Phrase {
  const overall = overallAvailability(points);
  if (overall === null) return phrase('campaigns.availability.title');
  return overall.lower === overall.upper ? phrase('campaigns.availability.exact', { percent: percentText(overall.lower) }) : phrase('campaigns.availability.between', { lower: percentText(overall.lower), upper: percentText(overall.upper) });
}
