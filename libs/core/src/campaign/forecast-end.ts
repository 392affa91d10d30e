import { seededRandom } from '../kernel/seeded-random.ts';
import { type Instant, plusSeconds } from '../kernel/time.ts';

/** With fewer ended runs there is no pace to speak of. */
export const forecastRunsMin = 5;

// More guesses move the quantiles less than a new ended run does; older gaps say little about the pace now.
const guessesMax = 400;
const gapsMax = 500;
const drawsMax = 200;

export interface ForecastQuestion {
  readonly startedAt: Instant;
  /** When runs ended, in any order. */
  readonly endedAt: readonly Instant[];
  /** Members that have not ended. */
  readonly remaining: number;
  readonly now: Instant;
  readonly seed: number;
}

export interface Forecast {
  readonly p50: Instant;
  readonly p90: Instant;
  /** Ended runs that the pace rests on. */
  readonly samples: number;
}

/**
 * When a campaign ends if the rest goes as what has ended. A bootstrap of the gaps between one ended run and the next: each guess first
 * draws a pace from the gaps, then the remaining gaps from that pace, so that both few samples and an uneven pace widen the answer. Soaks
 * and the waits between waves are gaps too. The same question gets the same answer.
 */
export function forecastEnd({ startedAt, endedAt, remaining, now, seed }: ForecastQuestion): Forecast | null {
  if (endedAt.length < forecastRunsMin || remaining <= 0) return null;
  const ends = [...endedAt].sort((left, right) => left - right);
  const gaps = ends.map((end, index) => Math.max(0, end - (ends[index - 1] ?? startedAt)) / 1000).slice(-gapsMax);
  const random = seededRandom(seed);
  const draw = (from: readonly number[]): number => from[Math.floor(random() * from.length)] ?? 0;
  const guesses = Array.from({ length: guessesMax }, () => {
    const pace = gaps.map(() => draw(gaps));
    const draws = Math.min(remaining, drawsMax);
    let seconds = 0;
    for (let step = 0; step < draws; step += 1) seconds += draw(pace);
    return (seconds * remaining) / draws;
  }).sort((left, right) => left - right);
  // The time since the last end has been waited for already, but nobody knows for what: guesses begin now.
  const at = (share: number): Instant => plusSeconds(now, Math.round(guesses[Math.min(guesses.length - 1, Math.ceil(guesses.length * share) - 1)] ?? 0));
  return { p50: at(0.5), p90: at(0.9), samples: gaps.length };
}
