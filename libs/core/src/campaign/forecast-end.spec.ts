import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, secondsBetween } from '../kernel/time.ts';
import { forecastEnd, type ForecastQuestion } from './forecast-end.ts';

const startedAt = instant(1_000_000_000);
const after = (seconds: number) => instant(startedAt + seconds * 1000);
const question = (ends: readonly number[], remaining: number, more: Partial<ForecastQuestion> = {}): ForecastQuestion =>
  ({ startedAt, endedAt: ends.map(after), remaining, now: after(Math.max(0, ...ends)), seed: 1, ...more });

describe('the forecast of a campaign', () => {
  it('says nothing while fewer than five runs have ended, nor when none is left', () => {
    expect(forecastEnd(question([10, 20, 30, 40], 100))).toBeNull();
    expect(forecastEnd(question([10, 20, 30, 40, 50], 0))).toBeNull();
  });

  it('continues an even pace exactly', () => {
    const ends = Array.from({ length: 10 }, (_unused, index) => (index + 1) * 60);
    expect(forecastEnd(question(ends, 30))).toEqual({ p50: after(600 + 30 * 60), p90: after(600 + 30 * 60), samples: 10 });
  });

  it('is wider when the pace is uneven, and surer with more ended runs', () => {
    const uneven = (count: number) => Array.from({ length: count }, (_unused, index) => index * 60 + (index % 2 === 0 ? 1 : 59));
    const width = (count: number): number => {
      const forecast = forecastEnd(question(uneven(count), 200));
      return forecast === null ? 0 : secondsBetween(forecast.p50, forecast.p90);
    };
    expect(width(8)).toBeGreaterThan(width(80));
    expect(width(80)).toBeGreaterThan(0);
  });

  it('does not depend on the order of the runs, gives the same answer twice, and never ends before now (property)', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 5, maxLength: 60 }), fc.integer({ min: 1, max: 5000 }), fc.integer(), (ends, remaining, seed) => {
      const forecast = forecastEnd(question(ends, remaining, { seed }));
      expect(forecastEnd(question([...ends].reverse(), remaining, { seed }))).toEqual(forecast);
      expect(forecast?.p50).toBeGreaterThanOrEqual(after(Math.max(...ends)));
      expect(forecast?.p90).toBeGreaterThanOrEqual(forecast?.p50 ?? Number.POSITIVE_INFINITY);
    }), { numRuns: 40 });
  });
});
