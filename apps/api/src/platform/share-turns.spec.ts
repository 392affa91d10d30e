import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { shareTurns } from './share-turns.ts';

describe('work that is shared', () => {
  it('is done once for all who come while it works, and begins after they came', async () => {
    let begun = 0;
    let underWay = 0;
    const shared = shareTurns(async () => {
      begun += 1;
      underWay += 1;
      expect(underWay).toBe(1);
      await turn();
      underWay -= 1;
      return begun;
    });
    const first = shared();
    const others = [shared(), shared(), shared()];
    expect([await first, ...await Promise.all(others)]).toEqual([1, 2, 2, 2]);
    expect(await shared()).toBe(3);
  });

  it('goes on after a failure, which only those hear who waited for it', async () => {
    let times = 0;
    const shared = shareTurns(() => {
      times += 1;
      return times === 1 ? Promise.reject(new Error('away')) : Promise.resolve(times);
    });
    const answers = await Promise.allSettled([shared(), shared()]);
    expect(answers.map((answer) => answer.status)).toEqual(['rejected', 'fulfilled']);
  });
});
