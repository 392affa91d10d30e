import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../kernel/time.ts';
import { type AvailabilityInterval, type AvailabilityState } from './interval.ts';
import { mergeIntervals } from './merge-intervals.ts';
import { unavailableSeconds } from './unavailable-seconds.ts';

const at = (second: number): AvailabilityInterval['from'] => instant(second * 1000);
const interval = (from: number, to: number | null, state: AvailabilityState = 'UNAVAILABLE'): AvailabilityInterval => ({ from: at(from), to: to === null ? null : at(to), state });

describe('availability intervals', () => {
  it('join where they touch or overlap, and stay apart over a gap', () => {
    expect(mergeIntervals([interval(20, 30), interval(0, 10), interval(10, 15), interval(12, 18)])).toEqual([interval(0, 18), interval(20, 30)]);
  });

  it('let the worse state win: unavailable before unknown before available', () => {
    expect(mergeIntervals([interval(0, 100, 'AVAILABLE'), interval(20, 60, 'UNKNOWN'), interval(40, 50)])).toEqual([
      interval(0, 20, 'AVAILABLE'), interval(20, 40, 'UNKNOWN'), interval(40, 50), interval(50, 60, 'UNKNOWN'), interval(60, 100, 'AVAILABLE'),
    ]);
  });

  it('may last, and ignore what has no length', () => {
    expect(mergeIntervals([interval(5, null), interval(7, 9), interval(3, 3), interval(9, 8)])).toEqual([interval(5, null)]);
    expect(mergeIntervals([])).toEqual([]);
  });

  it('count half-open: the second in which one ends belongs to the next', () => {
    expect(unavailableSeconds([interval(0, 10), interval(10, 20, 'AVAILABLE')], at(0), at(20))).toEqual({ lower: 10, upper: 10 });
  });

  it('count overlaps once and doubt only in the upper bound', () => {
    expect(unavailableSeconds([interval(0, 60), interval(30, 90), interval(80, 120, 'UNKNOWN')], at(0), at(200))).toEqual({ lower: 90, upper: 120 });
  });

  it('are cut to the time that was asked for, and last to its end', () => {
    expect(unavailableSeconds([interval(0, null)], at(50), at(80))).toEqual({ lower: 30, upper: 30 });
    expect(unavailableSeconds([interval(0, 10)], at(50), at(80))).toEqual({ lower: 0, upper: 0 });
    expect(unavailableSeconds([interval(0, 10)], at(5), at(5))).toEqual({ lower: 0, upper: 0 });
  });

  const states: AvailabilityState[] = ['UNAVAILABLE', 'UNKNOWN', 'AVAILABLE'];
  const some = fc.array(fc.record({ from: fc.nat(40), length: fc.option(fc.nat(20)), state: fc.constantFrom(...states) }), { maxLength: 12 })
    .map((rows) => rows.map((row) => interval(row.from, row.length === null ? null : row.from + row.length, row.state)));
  const stateAt = (intervals: readonly AvailabilityInterval[], second: number): AvailabilityState | null =>
    states.find((state) => intervals.some((one) => one.state === state && one.from <= at(second) && (one.to === null || at(second) < one.to))) ?? null;

  it('say the same merged as unmerged, at every second (property)', () => {
    fc.assert(fc.property(some, (intervals) => {
      const merged = mergeIntervals(intervals);
      for (let second = 0; second < 70; second += 1) expect(stateAt(merged, second)).toBe(stateAt(intervals, second));
      for (const [index, one] of merged.entries()) {
        const next = merged[index + 1];
        if (next === undefined) continue;
        expect(one.to).not.toBeNull();
        expect((one.to ?? 0) <= next.from).toBe(true);
        if (one.to === next.from) expect(one.state).not.toBe(next.state);
      }
      expect(mergeIntervals(merged)).toEqual(merged);
    }));
  });

  it('bound the truth: the sum of seconds by state, lower never above upper (property)', () => {
    fc.assert(fc.property(some, (intervals) => {
      const seconds = Array.from({ length: 60 }, (_, second) => stateAt(intervals, second));
      const down = seconds.filter((state) => state === 'UNAVAILABLE').length;
      const doubt = seconds.filter((state) => state === 'UNKNOWN').length;
      expect(unavailableSeconds(intervals, at(0), at(60))).toEqual({ lower: down, upper: down + doubt });
    }));
  });
});
