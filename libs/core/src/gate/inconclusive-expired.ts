import { type Instant, secondsBetween } from '../kernel/time.ts';
import { type Gate } from '../plan/plan.ts';

/** Whether a wave has been INCONCLUSIVE for so long that the campaign pauses and a person is asked. */
export const inconclusiveExpired = (gate: Gate, inconclusiveSince: Instant | null, now: Instant): boolean =>
  inconclusiveSince !== null && secondsBetween(inconclusiveSince, now) >= gate.inconclusiveSecondsMax;
