import { type Instant } from '../kernel/time.ts';
import { type AvailabilityInterval } from './interval.ts';

/** Seconds of [from, to) in which the node was certainly (`lower`) and possibly (`upper`, UNKNOWN included) unavailable. */
export function unavailableSeconds(_intervals: readonly AvailabilityInterval[], _from: Instant, _to: Instant): { readonly lower: number; readonly upper: number } {
  throw new Error('unavailableSeconds is not written yet');
}
