import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LiveChange, type LiveFeed } from './live-feed.ts';
import { type LiveMessage, LiveStream } from './live-stream.ts';
import { type LiveTopic } from './live-topic.ts';

const feed = { fresh: true, listeners: new Set<(change: LiveChange) => void>() };
const asFeed = {
  listen: (listener: (change: LiveChange) => void) => {
    feed.listeners.add(listener);
    return Promise.resolve(() => { feed.listeners.delete(listener); });
  },
  isFresh: () => feed.fresh,
  now: () => new Date(0),
} satisfies Partial<LiveFeed> as unknown as LiveFeed;
const change = (...nodeIds: readonly string[]): void => {
  for (const listener of feed.listeners) listener({ nodeIds: new Set(nodeIds), campaignIds: new Set(), everything: false });
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  feed.fresh = true;
  feed.listeners.clear();
});
afterEach(() => { vi.useRealTimers(); });

async function begin(topics: readonly LiveTopic[], fleet: ConstructorParameters<typeof LiveStream>[2] = () => Promise.resolve(null)): Promise<LiveStream> {
  const stream = new LiveStream(topics, asFeed, fleet, () => undefined);
  await stream.begin();
  return stream;
}

/** The next message, if it comes within so many milliseconds. */
async function next(stream: LiveStream, milliseconds = 0): Promise<LiveMessage | null> {
  const waiting = stream.next();
  let answer: LiveMessage | null = null;
  void waiting.then(({ value }) => { answer = value?.live ?? null; });
  await vi.advanceTimersByTimeAsync(milliseconds);
  if (answer === null) await stream.return();
  return answer;
}

describe('the messages of a subscription', () => {
  it('tell a slow reader the state and not the story', async () => {
    const stream = await begin([{ kind: 'node', id: 'n' }]);
    expect(await next(stream)).toMatchObject({ topic: 'node:n', seq: 1 });
    for (let time = 0; time < 100; time += 1) {
      change('n');
      await vi.advanceTimersByTimeAsync(100);
    }
    // Ten seconds of changes that nobody read: one message, and the heartbeat that is due.
    expect([(await next(stream))?.topic, (await next(stream))?.topic]).toEqual(['node:n', 'HEARTBEAT']);
    expect(await next(stream, 400)).toBeNull();
  });

  it('come half a second apart for a topic, and at once for another', async () => {
    const stream = await begin([{ kind: 'node', id: 'a' }, { kind: 'node', id: 'b' }]);
    expect([(await next(stream))?.topic, (await next(stream))?.topic]).toEqual(['node:a', 'node:b']);
    await vi.advanceTimersByTimeAsync(500);
    change('a');
    expect((await next(stream))?.topic).toBe('node:a');
    change('a', 'b');
    expect((await next(stream))?.topic).toBe('node:b');
    const second = stream.next();
    await vi.advanceTimersByTimeAsync(499);
    change('a');
    await vi.advanceTimersByTimeAsync(1);
    expect((await second).value?.live).toMatchObject({ topic: 'node:a', seq: 5 });
  });

  it('come less often when they take long to read', async () => {
    const stream = await begin([{ kind: 'now' }]);
    await next(stream);
    // The reader comes back after 800 ms: that is how long the message took.
    await vi.advanceTimersByTimeAsync(800);
    change('n');
    const topics: (string | undefined)[] = [];
    const read = (async () => { for (let count = 0; count < 3; count += 1) topics.push((await stream.next()).value?.live.topic); })();
    await vi.advanceTimersByTimeAsync(3100);
    expect(topics).toEqual(['HEARTBEAT']);
    await vi.advanceTimersByTimeAsync(200);
    await read;
    expect(topics).toEqual(['HEARTBEAT', 'now', 'HEARTBEAT']);
  });

  it('do not beat while nobody knows what changed', async () => {
    const stream = await begin([{ kind: 'node', id: 'a' }]);
    await next(stream);
    feed.fresh = false;
    const waiting = stream.next();
    let told = false;
    void waiting.then(() => { told = true; });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told).toBe(false);
    feed.fresh = true;
    await vi.advanceTimersByTimeAsync(300);
    expect((await waiting).value?.live).toMatchObject({ topic: 'HEARTBEAT', seq: 2 });
  });

  it('say in the first from where changes of the fleet are counted, and nothing when no class changed', async () => {
    const delta = { layout: 'l', fromRevision: 1, revision: 2, changes: 'AAAAAAE=', byStateClass: [] };
    const begins = { ...delta, revision: 1, changes: '' };
    const deltas = [begins, null, delta];
    const stream = await begin([{ kind: 'fleet' }], () => Promise.resolve(deltas.shift() ?? null));
    expect(await next(stream)).toMatchObject({ topic: 'fleet', seq: 1, fleet: begins });
    await vi.advanceTimersByTimeAsync(500);
    change('n');
    const waiting = stream.next();
    await vi.advanceTimersByTimeAsync(500);
    change('n');
    await vi.advanceTimersByTimeAsync(500);
    expect((await waiting).value?.live).toMatchObject({ topic: 'fleet', seq: 2, fleet: delta });
  });

  it('end at once, and are listened for no more', async () => {
    const stream = await begin([{ kind: 'node', id: 'a' }]);
    await next(stream);
    const waiting = stream.next();
    await stream.return();
    expect([(await waiting).done, (await stream.next()).done, feed.listeners.size]).toEqual([true, true, 0]);
  });
});
