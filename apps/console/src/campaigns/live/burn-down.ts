import { type ChartBox, linePath, type Point, timeScale, valueScale } from '../../kit/chart-parts.tsx';
import { type Phrase, phrase } from '../phrase.ts';
import { type ChartTick, timeTicks } from './chart-box.ts';

export interface BurnDownInput {
  readonly points: readonly { readonly at: string; readonly remaining: number }[];
  readonly forecast: { readonly p50: string; readonly p90: string; readonly samples: number } | null;
  readonly now: Date;
}

export interface BurnDownDrawing {
  /** How long the axis is. */
  readonly seconds: number;
  readonly actual: string;
  readonly middle: string | null;
  /** Between the guess that half of the runs support and the one that nine of ten do. */
  readonly cone: string | null;
  readonly now: { readonly x: number; readonly y: number };
  readonly left: number;
  readonly p50: { readonly x: number } | null;
  readonly p90: { readonly x: number } | null;
  readonly xTicks: readonly ChartTick<Date>[];
  readonly yTicks: readonly ChartTick<number>[];
}

/** Where everything of the burn-down stands; null before there is anything to draw. */
export function drawBurnDown({ points, forecast, now }: BurnDownInput, box: ChartBox): BurnDownDrawing | null {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const begin = new Date(first.at);
  const until = new Date(Math.max(now.getTime(), new Date(last.at).getTime()));
  const end = new Date(Math.max(until.getTime(), new Date(forecast?.p90 ?? last.at).getTime(), begin.getTime() + 60_000));
  const x = timeScale(begin, end, box);
  const y = valueScale(0, Math.max(1, ...points.map(({ remaining }) => remaining)), box).nice(4);
  const at = (moment: Date | string, remaining: number): Point => ({ x: x(new Date(moment)), y: y(remaining) });
  const here = at(until, last.remaining);
  const [p50, p90] = [forecast?.p50, forecast?.p90].map((moment) => (moment === undefined || new Date(moment) < now ? null : { x: x(new Date(moment)) }));
  return {
    seconds: (end.getTime() - begin.getTime()) / 1000,
    // A count stays as it is until the next one: steps, not slopes.
    actual: linePath([...points.map((point) => at(point.at, point.remaining)), here], true),
    middle: p50 === null || p50 === undefined ? null : linePath([here, { x: p50.x, y: y(0) }]),
    cone: p50 === null || p50 === undefined || p90 === null || p90 === undefined ? null : `${linePath([here, { x: p50.x, y: y(0) }, { x: p90.x, y: y(0) }])}Z`,
    now: here, left: last.remaining, p50: p50 ?? null, p90: p90 ?? null,
    xTicks: timeTicks(x, begin, end),
    yTicks: y.ticks(4).filter(Number.isInteger).map((value) => ({ value, position: y(value) })),
  };
}

/** The finding over the burn-down: when it would be done, or why nobody can say. */
export function burnDownHeading({ points, forecast }: Pick<BurnDownInput, 'points' | 'forecast'>, endedAt: string | null): Phrase {
  if (endedAt !== null) return phrase('campaigns.burnDown.ended', { at: new Date(endedAt) });
  const left = points.at(-1)?.remaining;
  if (left === undefined) return phrase('campaigns.burnDown.notStarted');
  return forecast === null ? phrase('campaigns.burnDown.left', { count: left }) : phrase('campaigns.burnDown.doneBy', { at: new Date(forecast.p50) });
}

export function burnDownSubline({ points, forecast }: Pick<BurnDownInput, 'points' | 'forecast'>, endedAt: string | null): Phrase | null {
  const left = points.at(-1)?.remaining;
  if (left === undefined || endedAt !== null) return null;
  return forecast === null ? phrase('campaigns.burnDown.tooFew') : phrase('campaigns.burnDown.sure', { count: left, at: new Date(forecast.p90), samples: forecast.samples });
}
