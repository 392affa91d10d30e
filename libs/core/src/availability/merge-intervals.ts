import { type AvailabilityInterval } from './interval.ts';

/** Sorted, without overlaps and without neighbours of the same state. Where states overlap, UNAVAILABLE beats UNKNOWN beats AVAILABLE. */
export function mergeIntervals(_intervals: readonly AvailabilityInterval[]): readonly AvailabilityInterval[] {
  throw new Error('mergeIntervals is not written yet');
}
