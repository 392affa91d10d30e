import { describe, expect, it } from 'vitest';
import { seededRandom } from '../kernel/seeded-random.ts';
import { detectFaults, faultPercents, fewerFailures } from './detect-faults.ts';
import { permitsAllowed, stopAt } from './gate-thresholds.ts';

const chanceAt = (percent: number, failurePercentMax: number, sizes: readonly number[]): number | undefined =>
  detectFaults({ failurePercentMax }, sizes).at(-1)?.chances.find(({ truePercent }) => truePercent === percent)?.stopProbability;

describe('what a wave can notice', () => {
  it.each([
    // One failure of ten stops: 1 − 0.9¹⁰.
    [10, 10, [10], 0.6513215599],
    // Two of twenty stop: 1 − 0.95²⁰ − 20 · 0.05 · 0.95¹⁹.
    [5, 10, [20], 0.2641604754],
    // A wave of one, then one of five, each stopped by one failure: 1 − 0.8⁶.
    [20, 12, [1, 5], 0.737856],
    // Half of the nodes fail, and four of four have to: 0.5⁴.
    [50, 100, [4], 0.0625],
  ])('a share of %d percent, stopping at %d percent in waves of %j: by hand %d', (percent, failurePercentMax, sizes, expected) => {
    expect(chanceAt(percent, failurePercentMax, sizes)).toBeCloseTo(expected, 9);
  });

  it.each([
    // 1 − (1 − q) ≥ 0.8.
    [10, [1], 80],
    // 1 − (1 − q)¹⁰ ≥ 0.8 from 14.87 percent on.
    [10, [10], 14.9],
    // 1 − (1 − q)⁶ ≥ 0.8 from 23.53 percent on.
    [12, [1, 5], 23.6],
  ])('stopping at %d percent, waves of %j notice a share of %d percent', (failurePercentMax, sizes, sees) => {
    expect(detectFaults({ failurePercentMax }, sizes).at(-1)?.seesPercent).toBe(sees);
  });

  it('never sees less in a later wave, nor a larger share worse', () => {
    const waves = detectFaults({ failurePercentMax: 10 }, [1, 20, 400, 20_000]);
    for (const [index, wave] of waves.entries()) {
      for (const [place, { stopProbability: chance }] of wave.chances.entries()) {
        expect(chance).toBeGreaterThanOrEqual(wave.chances[place - 1]?.stopProbability ?? 0);
        expect(chance).toBeGreaterThanOrEqual(waves[index - 1]?.chances[place]?.stopProbability ?? 0);
        expect(chance).toBeLessThanOrEqual(1);
      }
    }
    expect(waves[0]?.chances.map(({ truePercent }) => truePercent)).toEqual([...faultPercents]);
  });

  it('counts a wave of twenty thousand without losing the small numbers', () => {
    // The mean is 2000, so half of the chance lies below it, and nothing a tenth away from it.
    expect(fewerFailures(2000, 20_000, 0.1)).toBeCloseTo(0.497, 2);
    expect(fewerFailures(1800, 20_000, 0.1)).toBeLessThan(0.00001);
    expect(fewerFailures(2200, 20_000, 0.1)).toBeGreaterThan(0.99999);
  });

  it.each([[2, [1, 5, 30]], [8, [2, 12, 40]], [20, [1, 5]]])('agrees with campaigns played out run by run, with the first look, at %d percent', (percent, sizes) => {
    const gate = { failurePercentMax: 10, verifiedPercentMin: 0, soakSeconds: 0, firstLook: 5, inconclusiveSecondsMax: 60, lostMax: 1 };
    const random = seededRandom(20_261_121 + percent);
    const rounds = 20_000;
    let stopped = 0;
    for (let round = 0; round < rounds; round += 1) if (sizes.some((size) => waveStops(gate, size, percent / 100, random))) stopped += 1;
    // Three standard deviations of the simulation are at most 0.0106.
    expect(Math.abs(stopped / rounds - (chanceAt(percent, gate.failurePercentMax, sizes) ?? -1))).toBeLessThan(0.0106);
  });
});

/** As the wave does it: runs start while permits are allowed, and each that ends makes room for another. */
function waveStops(gate: Parameters<typeof permitsAllowed>[0], planned: number, share: number, random: () => number): boolean {
  let started = 0;
  let failed = 0;
  let verified = 0;
  while (started < planned) {
    const together = Math.min(planned - started, permitsAllowed(gate, { verified, planned }));
    started += together;
    for (let run = 0; run < together; run += 1) {
      if (random() < share) failed += 1;
      else verified += 1;
      if (failed >= stopAt(gate.failurePercentMax, planned)) return true;
    }
  }
  return false;
}
