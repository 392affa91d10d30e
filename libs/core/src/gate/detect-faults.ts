import { type Gate } from '../plan/plan.ts';
import { stopAt } from './gate-thresholds.ts';

/** Shares of failing nodes that people think in, in percent. */
export const faultPercents = [1, 2, 5, 8, 10, 20, 30, 50] as const;

/** A fault is noticed when the campaign stops with this chance. */
export const faultChanceSeen = 0.8;

export interface FaultDetection {
  readonly chances: readonly { readonly truePercent: number; readonly stopProbability: number }[];
  /** Smallest share, in tenths of a percent, that is noticed with `faultChanceSeen`; null: none up to 100 percent. */
  readonly seesPercent: number | null;
}

/** Chance that fewer than `limit` of n independent nodes fail. Summed over logarithms, since the powers of a large wave are too small for a number. */
export function fewerFailures(limit: number, n: number, share: number): number {
  if (limit > n) return 1;
  if (share <= 0) return limit > 0 ? 1 : 0;
  if (share >= 1) return 0;
  let term = n * Math.log1p(-share);
  let sum = 0;
  for (let failures = 0; failures < limit; failures += 1) {
    sum += Math.exp(term);
    term += Math.log((n - failures) / (failures + 1)) + Math.log(share) - Math.log1p(-share);
  }
  return Math.min(1, sum);
}

/**
 * How likely the campaign has stopped by the end of each wave when every node fails with the same chance, independently: one minus the
 * chance that no wave so far reached its `stopAt`. The first look changes nothing here: a run that failed gives its place to the next, so
 * it bounds how many nodes are hurt before somebody knows, not whether the wave stops. What else may stop a campaign (`lostMax`, a gate
 * that stays inconclusive) is left out, so the true chance is not smaller.
 */
export function detectFaults(gate: Pick<Gate, 'failurePercentMax'>, waveSizes: readonly number[]): readonly FaultDetection[] {
  return waveSizes.map((_size, index) => {
    const passed = waveSizes.slice(0, index + 1);
    const chance = (percent: number): number => 1 - passed.reduce((unseen, n) => unseen * fewerFailures(stopAt(gate.failurePercentMax, n), n, percent / 100), 1);
    return { chances: faultPercents.map((truePercent) => ({ truePercent, stopProbability: chance(truePercent) })), seesPercent: smallestSeen(chance) };
  });
}

/** The chance grows with the share, so halving finds it. */
function smallestSeen(chance: (percent: number) => number): number | null {
  if (chance(100) < faultChanceSeen) return null;
  let unseen = 0;
  let seen = 1000;
  while (seen - unseen > 1) {
    const middle = Math.floor((unseen + seen) / 2);
    if (chance(middle / 10) >= faultChanceSeen) seen = middle;
    else unseen = middle;
  }
  return seen / 10;
}
