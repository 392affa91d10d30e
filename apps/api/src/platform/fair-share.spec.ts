import { apiLimits } from '@skein/core';
import { describe, expect, it } from 'vitest';
import { FairShare } from './fair-share.ts';
import { GraphqlFailure } from './graphql-failure.ts';

const enterAll = (shares: FairShare, sender: string, count: number): Promise<(GraphqlFailure | (() => void))[]> => Promise.all(Array.from({ length: count }, () => shares.enter(sender)));

describe('a sender\'s share', () => {
  it('is so many operations at a time, and nobody else\'s business', async () => {
    const shares = new FairShare(20);
    const mine = await enterAll(shares, 'olga', apiLimits.RATE_LIMITED.max);
    expect(mine.some((place) => place instanceof GraphqlFailure)).toBe(false);
    const [refused] = await enterAll(shares, 'olga', 1);
    expect((refused as GraphqlFailure).extensions).toEqual({ code: 'RATE_LIMITED', retryable: true, retryAfterSeconds: 1 });
    expect((await enterAll(shares, 'vera', 1))[0]).toBeTypeOf('function');
  });

  it('hands a place on to who waits', async () => {
    const shares = new FairShare(5000);
    const [first] = await enterAll(shares, 'olga', apiLimits.RATE_LIMITED.max);
    const waiting = shares.enter('olga');
    (first as () => void)();
    (first as () => void)();
    expect(await waiting).toBeTypeOf('function');
  });

  it('refuses at once when many wait already', async () => {
    const shares = new FairShare(50);
    const begun = performance.now();
    const answers = enterAll(shares, 'olga', apiLimits.RATE_LIMITED.max + 32 + 1);
    const refused = await shares.enter('olga');
    expect(refused).toBeInstanceOf(GraphqlFailure);
    expect(performance.now() - begun).toBeLessThan(45);
    await answers;
  });
});
