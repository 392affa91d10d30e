import { type FleetDelta } from '../generated/schema-types.ts';
import { type LiveChange, type LiveFeed } from './live-feed.ts';
import { type LiveTopic, topicName, touches } from './live-topic.ts';

/** One message before its payload is read. */
export interface LiveMessage {
  readonly topic: string;
  readonly seq: number;
  readonly at: string;
  /** null: a heartbeat. */
  readonly about: LiveTopic | null;
  readonly fleet: FleetDelta | null;
}

/** What changed on the fleet map since it was last asked; null: nothing. */
export type FleetWatch = () => Promise<FleetDelta | null>;

/** By the name of the subscription's field, as GraphQL wants its roots. */
type LiveResult = IteratorResult<{ readonly live: LiveMessage }, undefined>;

interface Watched {
  readonly topic: LiveTopic;
  dirty: boolean;
  sentAt: number;
  /** When it is read once more after a change, though nothing else changed; null: it was. */
  againAt: number | null;
  /** How long its last message took to be read and sent. */
  tookMilliseconds: number;
}

const heartbeatMilliseconds = 2000;
/** `now` is one reading of the whole fleet, and changes with every node: twice a second would cost much and tell nobody more. */
const pauseMilliseconds = { fleet: 500, campaign: 500, node: 500, now: 2000 } as const satisfies Record<LiveTopic['kind'], number>;
const nowPauseMillisecondsMax = 6000;
/** Another process may be about to fold a change into what is shown just when this one reads it, and nothing may change afterwards. */
const againMilliseconds = 1000;
/** Tokens end and sites go unattended without any row that changes. */
const nowRefreshMilliseconds = 30_000;

/**
 * The messages of one subscription, made only when the last one has left. Nothing is queued for a slow reader: what changes meanwhile is a
 * mark at its topic, and becomes one message with the state at the time it is sent.
 */
export class LiveStream implements AsyncIterableIterator<{ readonly live: LiveMessage }> {
  readonly #watched: readonly Watched[];
  readonly #feed: LiveFeed;
  readonly #fleet: FleetWatch;
  #stop: (() => void) | null = null;
  #wake: (() => void) | null = null;
  #ended = false;
  #seq = 0;
  #beatAt = performance.now();
  #given: Watched | null = null;

  /** `beforeEach` is called before a message is given, and its payload read. */
  constructor(topics: readonly LiveTopic[], feed: LiveFeed, fleet: FleetWatch, private readonly beforeEach: () => void) {
    this.#watched = topics.map((topic) => ({ topic, dirty: true, sentAt: Number.NEGATIVE_INFINITY, againAt: null, tookMilliseconds: 0 }));
    this.#feed = feed;
    this.#fleet = fleet;
  }

  /** Before the first message is read, or a change in between would be missed. */
  async begin(): Promise<void> {
    const stop = await this.#feed.listen((change) => { this.#mark(change); });
    if (this.#ended) stop();
    else this.#stop = stop;
  }

  async next(): Promise<LiveResult> {
    // Whoever asks for the next message has sent the last one.
    if (this.#given !== null) this.#given.tookMilliseconds = performance.now() - this.#given.sentAt;
    this.#given = null;
    for (;;) {
      if (this.#ended) return { done: true, value: undefined };
      const now = performance.now();
      for (const watched of this.#watched) if (isDueAgain(watched, now)) Object.assign(watched, { dirty: true, againAt: null });
      const due = this.#watched.find((watched) => watched.dirty && now >= dueAt(watched));
      if (due !== undefined) {
        const message = await this.#take(due, now);
        if (message !== null) this.#given = due;
        if (message !== null) return { done: false, value: { live: message } };
      } else if (now >= this.#beatAt + heartbeatMilliseconds && this.#feed.isFresh()) {
        this.#beatAt = now;
        return { done: false, value: { live: this.#message('HEARTBEAT', null, null) } };
      } else {
        await this.#sleep(now);
      }
    }
  }

  return(): Promise<LiveResult> {
    this.#ended = true;
    this.#stop?.();
    this.#stop = null;
    this.#wake?.();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #mark(change: LiveChange): void {
    const againAt = performance.now() + againMilliseconds;
    for (const watched of this.#watched) if (touches(watched.topic, change)) Object.assign(watched, { dirty: true, againAt });
    this.#wake?.();
  }

  /** null: the map did not change after all. The first message always comes: it says from where changes are counted. */
  async #take(watched: Watched, now: number): Promise<LiveMessage | null> {
    const isFirst = watched.sentAt === Number.NEGATIVE_INFINITY;
    watched.dirty = false;
    watched.sentAt = now;
    if (watched.topic.kind !== 'fleet') return this.#message(topicName(watched.topic), watched.topic, null);
    const delta = await this.#fleet().catch((cause: unknown) => {
      watched.dirty = true;
      throw cause;
    });
    return isFirst || delta !== null ? this.#message('fleet', watched.topic, delta) : null;
  }

  #message(topic: string, about: LiveTopic | null, fleet: FleetDelta | null): LiveMessage {
    this.beforeEach();
    this.#seq += 1;
    return { topic, seq: this.#seq, at: this.#feed.now().toISOString(), about, fleet };
  }

  async #sleep(now: number): Promise<void> {
    const next = Math.min(this.#beatAt + heartbeatMilliseconds, ...this.#watched.map((watched) => (watched.dirty ? dueAt(watched) : watched.againAt ?? Number.POSITIVE_INFINITY)));
    // While PostgreSQL is away the heartbeat is overdue all the time; it is looked at again in a while.
    const milliseconds = Math.max(next - now, this.#feed.isFresh() ? 1 : 250);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
  }
}

const isDueAgain = ({ topic, sentAt, againAt }: Watched, now: number): boolean => (againAt !== null && now >= againAt) || (topic.kind === 'now' && now >= sentAt + nowRefreshMilliseconds);

/** `now` is read less often while it takes long, so that a subscription keeps nothing busy for more than a fifth of the time. */
const dueAt = ({ topic, sentAt, tookMilliseconds }: Watched): number =>
  sentAt + (topic.kind === 'now' ? Math.max(pauseMilliseconds.now, Math.min(5 * tookMilliseconds, nowPauseMillisecondsMax)) : pauseMilliseconds[topic.kind]);
