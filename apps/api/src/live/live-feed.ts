import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type ChangeFeed } from '@skein/persistence';
import { type Logger } from 'pino';
import { LOG } from '../platform/injection-tokens.ts';
import { Persistence } from '../platform/persistence.ts';

/** What changed since the last look; `everything` after a look came too late to know. */
export interface LiveChange {
  readonly nodeIds: ReadonlySet<string>;
  readonly campaignIds: ReadonlySet<string>;
  readonly everything: boolean;
}

const lookMilliseconds = 500;
const freshMilliseconds = 2500;

/** Looks for changes twice a second, once for everybody who subscribes in this process, and not at all while nobody does. */
@Injectable()
export class LiveFeed implements OnModuleDestroy {
  readonly #listeners = new Set<(change: LiveChange) => void>();
  readonly #changes: ChangeFeed;
  #position: string | null = null;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #clockAheadMilliseconds = 0;

  constructor(private readonly persistence: Persistence, @Inject(LOG) private readonly log: Logger) {
    this.#changes = persistence.changes;
  }

  /** Resolves when every later change will be told. Call what it gives to listen no more. */
  async listen(listener: (change: LiveChange) => void): Promise<() => void> {
    this.#listeners.add(listener);
    const stop = (): void => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#rest();
    };
    if (!this.isFresh()) {
      try {
        await this.#look();
      } catch (cause) {
        stop();
        throw cause;
      }
    }
    this.#schedule();
    return stop;
  }

  /** False while PostgreSQL does not answer: what is shown may then be old, and no heartbeat may say otherwise. */
  isFresh(): boolean {
    return this.#position !== null && performance.now() - this.#lookedAt < freshMilliseconds;
  }

  /** The database server's time, as of the last look. */
  now(): Date {
    return new Date(Date.now() + this.#clockAheadMilliseconds);
  }

  onModuleDestroy(): void {
    this.#listeners.clear();
    this.#rest();
  }

  #rest(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#position = null;
  }

  #schedule(): void {
    if (this.#timer !== null || this.#listeners.size === 0) return;
    this.#timer = setTimeout(() => {
      void this.#look().catch((cause: unknown) => { this.log.warn({ err: cause }, 'changes could not be looked for'); }).finally(() => {
        this.#timer = null;
        this.#schedule();
      });
    }, lookMilliseconds);
  }

  /** One look at a time: two would tell the same changes twice, and the older position last. */
  #look(): Promise<void> {
    this.#looking ??= this.#lookOnce().finally(() => { this.#looking = null; });
    return this.#looking;
  }

  async #lookOnce(): Promise<void> {
    const from = this.#position;
    const askedAt = Date.now();
    const [changes, now] = await Promise.all([from === null ? null : this.#changes.since(from), this.persistence.databaseNow()]);
    const position = changes?.position ?? await this.#changes.position();
    this.#clockAheadMilliseconds = now.getTime() - (askedAt + Date.now()) / 2;
    this.#position = position;
    this.#lookedAt = performance.now();
    if (from === null) return;
    const everything = changes === null;
    if (!everything && changes.nodeIds.length + changes.campaignIds.length === 0) return;
    const change: LiveChange = { nodeIds: new Set(changes?.nodeIds), campaignIds: new Set(changes?.campaignIds), everything };
    for (const listener of this.#listeners) listener(change);
  }
}
