import { describe, expect, it } from 'vitest';
import { miniLadderShares } from './mini-ladder-shares.ts';

describe('the shares of a mini ladder', () => {
  it('keep a canary of 12 visible beside a wave of 3000', () => {
    const [canary = 0, rest = 1] = miniLadderShares([12, 3000]);
    expect(canary / rest).toBeGreaterThan(0.09);
    expect(canary / rest).toBeLessThan(0.11);
  });

  it('leave room for a wave without members', () => {
    expect(miniLadderShares([0])).toEqual([1]);
  });
});
