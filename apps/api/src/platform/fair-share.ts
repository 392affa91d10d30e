import { apiLimits } from '@skein/core';
import { GraphqlFailure } from './graphql-failure.ts';

interface Share {
  running: number;
  readonly waiting: Set<(admitted: boolean) => void>;
}

const waitingMax = 32;
const waitSecondsMax = 5;

/** How many operations of one sender run at a time; a few more wait, and the rest is refused before it costs anything. */
export class FairShare {
  readonly #shares = new Map<string, Share>();
  readonly #waitMilliseconds: number;

  constructor(waitMilliseconds = waitSecondsMax * 1000) {
    this.#waitMilliseconds = waitMilliseconds;
  }

  /** What gives the place back; or why there was none. */
  async enter(sender: string): Promise<(() => void) | GraphqlFailure> {
    const share = this.#shares.get(sender) ?? { running: 0, waiting: new Set() };
    this.#shares.set(sender, share);
    if (share.running < apiLimits.RATE_LIMITED.max) share.running += 1;
    else if (share.waiting.size >= waitingMax || !await this.#wait(share)) {
      return new GraphqlFailure('RATE_LIMITED', `${String(apiLimits.RATE_LIMITED.max)} of your operations run already, and others wait`, { retryable: true, retryAfterSeconds: 1 });
    }
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#leave(sender, share);
    };
  }

  #wait(share: Share): Promise<boolean> {
    return new Promise((resolve) => {
      const decide = (admitted: boolean): void => {
        clearTimeout(timer);
        share.waiting.delete(decide);
        resolve(admitted);
      };
      const timer = setTimeout(() => { decide(false); }, this.#waitMilliseconds);
      share.waiting.add(decide);
    });
  }

  #leave(sender: string, share: Share): void {
    const [next] = share.waiting;
    if (next !== undefined) {
      // The place is handed over, so the count stays.
      next(true);
      return;
    }
    share.running -= 1;
    if (share.running === 0) this.#shares.delete(sender);
  }
}
