import { type Instant } from '../kernel/time.ts';

export type AvailabilityState = 'AVAILABLE' | 'UNAVAILABLE' | 'UNKNOWN';

/** Half-open: `from` belongs to it, `to` does not. */
export interface AvailabilityInterval {
  readonly from: Instant;
  /** null: it lasts. */
  readonly to: Instant | null;
  readonly state: AvailabilityState;
}
