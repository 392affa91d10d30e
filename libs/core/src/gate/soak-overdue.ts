import { type Instant, secondsBetween } from '../kernel/time.ts';
import { type Gate } from '../plan/plan.ts';

/** Observations come in rounds, so a soak that goes well ends a few rounds after its seconds have passed. */
export const soakSlackSeconds = 30;

/**
 * Whether the observations of a wave should have been complete by now. From then on what is missing is an answer, not patience:
 * the wave is evaluated, found INCONCLUSIVE, and its bounded time begins. `since`: when its last run began to soak.
 */
export const soakIsOverdue = (gate: Gate, since: Instant | null, now: Instant): boolean => since !== null && secondsBetween(since, now) >= gate.soakSeconds + soakSlackSeconds;
