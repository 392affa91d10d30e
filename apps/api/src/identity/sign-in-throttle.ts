interface Bucket {
  failures: number;
  since: number;
}

const windowMilliseconds = 5 * 60_000;
const keysMax = 10_000;

/**
 * Counts failed sign-ins per name and address, per address, and per name from anywhere, for five minutes. The last limit is high:
 * a stranger must not be able to lock an operator out with a handful of guesses. Kept in this process; a second api counts apart.
 */
export class SignInThrottle {
  readonly #buckets = new Map<string, Bucket>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  isOpen(name: string, address: string): boolean {
    return limits(name, address).every(([key, max]) => this.#failures(key) < max);
  }

  countFailure(name: string, address: string): void {
    for (const [key] of limits(name, address)) {
      const failures = this.#failures(key);
      const bucket = this.#buckets.get(key);
      if (failures > 0 && bucket !== undefined) bucket.failures += 1;
      else {
        this.#makeRoom();
        this.#buckets.set(key, { failures: 1, since: this.#now() });
      }
    }
  }

  /** A good password clears the pair, and nothing else: guesses at other names keep counting. */
  countSuccess(name: string, address: string): void {
    this.#buckets.delete(pairKey(name, address));
  }

  #failures(key: string): number {
    const bucket = this.#buckets.get(key);
    return bucket === undefined || this.#now() - bucket.since >= windowMilliseconds ? 0 : bucket.failures;
  }

  #makeRoom(): void {
    if (this.#buckets.size < keysMax) return;
    const oldest = this.#buckets.keys().next();
    if (oldest.done !== true) this.#buckets.delete(oldest.value);
  }
}

const pairKey = (name: string, address: string): string => `pair ${address} ${name.toLowerCase()}`;
const limits = (name: string, address: string): readonly (readonly [string, number])[] => [[pairKey(name, address), 5], [`address ${address}`, 30], [`name ${name.toLowerCase()}`, 100]];
