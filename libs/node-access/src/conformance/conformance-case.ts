import { setTimeout as sleep } from 'node:timers/promises';

/** One sentence that must be true of every adapter. Plain assertions, so that any test runner can run it. */
export interface ConformanceCase<World> {
  readonly name: string;
  run(world: World): Promise<void>;
}

const waitSecondsMax = 90;
const askAgainMilliseconds = 50;

/** The first answer that is not null; fails with `what` when none came. */
export async function eventually<Answer>(what: string, ask: () => Promise<Answer | null>): Promise<Answer> {
  for (const until = performance.now() + waitSecondsMax * 1000; performance.now() < until;) {
    const answer = await ask();
    if (answer !== null) return answer;
    await sleep(askAgainMilliseconds);
  }
  throw new Error(`waited ${String(waitSecondsMax)} s for: ${what}`);
}
