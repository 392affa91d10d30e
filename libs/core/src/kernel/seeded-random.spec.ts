import { describe, expect, it } from 'vitest';
import { seededRandom, seededRank } from './seeded-random.ts';

const first = (seed: number, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
};

describe('seeded randomness', () => {
  it('repeats itself for the same seed and not for another', () => {
    expect(first(7, 20)).toEqual(first(7, 20));
    expect(first(7, 20)).not.toEqual(first(8, 20));
  });

  it('stays in [0, 1) and fills it evenly', () => {
    const values = first(42, 10_000);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    const inFirstTenth = values.filter((value) => value < 0.1).length;
    expect(inFirstTenth).toBeGreaterThan(900);
    expect(inFirstTenth).toBeLessThan(1100);
  });

  it('ranks a text by nothing but the seed and the text', () => {
    expect(seededRank(1, 'node-1')).toBe(seededRank(1, 'node-1'));
    const ranks = Array.from({ length: 10_000 }, (_, index) => seededRank(1, `node-${index}`));
    expect(new Set(ranks).size).toBe(10_000);
    expect(ranks.every((rank) => rank >= 0 && rank < 1)).toBe(true);
    expect(ranks.filter((rank) => rank < 0.5).length).toBeGreaterThan(4800);
    expect(ranks.filter((rank) => rank < 0.5).length).toBeLessThan(5200);
  });

  it('shuffles differently for another seed', () => {
    const order = (seed: number): string[] => ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].sort((left, right) => seededRank(seed, left) - seededRank(seed, right));
    expect(new Set([1, 2, 3, 4, 5].map((seed) => order(seed).join(''))).size).toBe(5);
  });
});
