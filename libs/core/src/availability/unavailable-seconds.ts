import { type Instant } from '../kernel/time.ts';
import { type AvailabilityInterval } from './interval.ts';
import { mergeIntervals } from './merge-intervals.ts';

/**
 * Seconds of [from, to) in which the node was certainly (`lower`) and possibly (`upper`, UNKNOWN included) unavailable. Overlapping
 * intervals count once. Time that no interval covers counts to neither: who stops watching writes UNKNOWN, or nobody will know.
 */
export function unavailableSeconds(intervals: readonly AvailabilityInterval[], from: Instant, to: Instant): { readonly lower: number; readonly upper: number } {
  let lower = 0;
  let unknown = 0;
  for (const interval of mergeIntervals(intervals)) {
    const seconds = Math.max(0, Math.min(interval.to ?? to, to) - Math.max(interval.from, from)) / 1000;
    if (interval.state === 'UNAVAILABLE') lower += seconds;
    if (interval.state === 'UNKNOWN') unknown += seconds;
  }
  return { lower, upper: lower + unknown };
}
