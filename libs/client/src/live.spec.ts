import { type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { createLive, type Live, type LiveMessage, type LiveState } from './live.ts';
import { type TypedDocument } from './typed-document.ts';

type Topic = { readonly campaign: string };
const document: TypedDocument<{ readonly live: LiveMessage }, { readonly topics: readonly Topic[] }> = { id: 'd', name: 'Live', text: 'subscription Live($topics: [LiveTopicInput!]!) { live(topics: $topics) { topic seq } }' };

/** An api as far as the protocol goes: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
class Server {
  readonly #server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'graphql-transport-ws' });
  readonly subscriptions: { readonly topics: readonly Topic[]; readonly say: (seq: number) => void; readonly refuse: (code: string, more?: object) => void; readonly socket: WebSocket }[] = [];
  /** Takes connections and answers nothing, like a network that swallows everything. */
  mute = false;

  constructor() {
    this.#server.on('connection', (socket) => {
      socket.on('message', (raw: Buffer) => {
        if (this.mute) return;
        const message = JSON.parse(raw.toString('utf8')) as { readonly type: string; readonly id?: string; readonly payload?: { readonly variables: { readonly topics: readonly Topic[] } } };
        const send = (body: object): void => { socket.send(JSON.stringify(body)); };
        if (message.type === 'connection_init') send({ type: 'connection_ack' });
        if (message.type === 'subscribe') {
          this.subscriptions.push({
            topics: message.payload?.variables.topics ?? [], socket,
            say: (seq) => { send({ id: message.id, type: 'next', payload: { data: { live: { topic: 'HEARTBEAT', seq } } } }); },
            refuse: (code, more = {}) => { send({ id: message.id, type: 'error', payload: [{ message: 'no', extensions: { code, ...more } }] }); },
          });
        }
      });
    });
  }

  opened(): Promise<void> {
    return new Promise((resolve) => { this.#server.once('listening', resolve); });
  }

  get url(): string {
    return `ws://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async subscription(number: number): Promise<Server['subscriptions'][number]> {
    return vi.waitFor(() => {
      const found = this.subscriptions[number - 1];
      if (found === undefined) throw new Error(`there is no subscription ${String(number)}`);
      return found;
    }, { timeout: 15_000, interval: 20 });
  }

  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }
}

let server: Server;
let live: Live<Topic>;
let states: LiveState['kind'][];
let seqs: number[];
let gaps: number;
let refusals: (string | null)[];
beforeEach(async () => {
  server = new Server();
  await server.opened();
  [states, seqs, gaps, refusals] = [[], [], 0, []];
  live = createLive({
    url: server.url, token: null, document, webSocketImpl: WebSocket,
    onMessage: ({ seq }) => { seqs.push(seq); }, onGap: () => { gaps += 1; }, onState: ({ kind }) => { states.push(kind); }, onRefused: (_message, code) => { refusals.push(code); },
  });
});
afterEach(() => {
  live.close();
  server.close();
});

const heard = (count: number): Promise<void> => vi.waitFor(() => { expect(seqs).toHaveLength(count); }, { timeout: 10_000, interval: 10 });

describe('the live connection', () => {
  it('is live with the first message, and asks for nothing anew while none is missed', async () => {
    live.watch([{ campaign: 'c1' }]);
    const subscription = await server.subscription(1);
    expect(states).toEqual([]);
    subscription.say(1);
    subscription.say(2);
    await heard(2);
    expect([states, gaps]).toEqual([['live'], 0]);
  });

  it('asks for everything anew when a message is missed', async () => {
    live.watch([{ campaign: 'c1' }]);
    const subscription = await server.subscription(1);
    subscription.say(1);
    subscription.say(3);
    await heard(2);
    expect(gaps).toBe(1);
  });

  it('connects again after a loss, and asks for everything anew then', async () => {
    live.watch([{ campaign: 'c1' }]);
    const first = await server.subscription(1);
    first.say(1);
    await heard(1);
    first.socket.terminate();
    (await server.subscription(2)).say(1);
    await heard(2);
    expect([states, gaps]).toEqual([['live', 'reconnecting', 'live'], 1]);
  });

  it('says within five seconds of silence that what is shown is stale, however often it tries, and recovers by itself', async () => {
    live.watch([{ campaign: 'c1' }]);
    (await server.subscription(1)).say(1);
    await heard(1);
    const silentSince = Date.now();
    server.mute = true;
    await vi.waitFor(() => { expect(states.at(-1)).toBe('stale'); }, { timeout: 8000, interval: 10 });
    // The promise is five seconds; the rest is for a machine that is busy.
    expect(Date.now() - silentSince).toBeLessThan(7000);
    server.mute = false;
    (await server.subscription(2)).say(1);
    await heard(2);
    expect([states.at(-1), gaps]).toEqual(['live', 1]);
  });

  it('grows stale when there is nobody to connect to from the beginning', async () => {
    server.close();
    live.watch([{ campaign: 'c1' }]);
    await vi.waitFor(() => { expect(states).toEqual(['stale']); }, { timeout: 8000, interval: 10 });
  });

  it('watches other topics over a subscription of its own, and hears nothing of the old one', async () => {
    live.watch([{ campaign: 'c1' }]);
    const first = await server.subscription(1);
    first.say(1);
    await heard(1);
    live.watch([{ campaign: 'c2' }]);
    const second = await server.subscription(2);
    expect(second.topics).toEqual([{ campaign: 'c2' }]);
    second.say(1);
    await heard(2);
    expect([states, gaps]).toEqual([['live'], 0]);
  });

  it('stays away once it was signed out', async () => {
    live.watch([{ campaign: 'c1' }]);
    const first = await server.subscription(1);
    first.say(1);
    await heard(1);
    first.socket.close(4401, 'signed out');
    await vi.waitFor(() => { expect(states.at(-1)).toBe('signedOut'); }, { timeout: 5000, interval: 10 });
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(server.subscriptions).toHaveLength(1);
  });

  it('hands on a refusal, and does not ask again', async () => {
    live.watch([{ campaign: 'secret' }]);
    (await server.subscription(1)).refuse('FORBIDDEN');
    await vi.waitFor(() => { expect(refusals).toEqual(['FORBIDDEN']); }, { timeout: 5000, interval: 10 });
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(server.subscriptions).toHaveLength(1);
  });

  it('is told that what is shown grows old while a refusal may pass, asks again no sooner than it was told to, and is live when it has passed', async () => {
    live.watch([{ campaign: 'c1' }]);
    const first = await server.subscription(1);
    first.say(1);
    await heard(1);
    first.refuse('UNAVAILABLE', { retryable: true, retryAfterSeconds: 1 });
    const refusedAt = Date.now();
    await vi.waitFor(() => { expect(states).toEqual(['live', 'reconnecting']); }, { timeout: 5000, interval: 10 });
    const second = await server.subscription(2);
    expect(Date.now() - refusedAt).toBeGreaterThanOrEqual(950);
    second.refuse('RATE_LIMITED', { retryable: true, retryAfterSeconds: 4 });
    // Nothing was heard since the refusal before that, so it is stale before the next try.
    await vi.waitFor(() => { expect(states).toEqual(['live', 'reconnecting', 'stale']); }, { timeout: 8000, interval: 10 });
    expect(server.subscriptions).toHaveLength(2);
    (await server.subscription(3)).say(1);
    await heard(2);
    expect([states, gaps, refusals]).toEqual([['live', 'reconnecting', 'stale', 'live'], 1, []]);
  }, 20_000);

  it('grows more patient with refusals that do not say how long they last', async () => {
    live.watch([{ campaign: 'c1' }]);
    const at: number[] = [];
    for (let number = 1; number <= 5; number += 1) {
      (await server.subscription(number)).refuse('TOO_MANY_SUBSCRIPTIONS', { retryable: true });
      at.push(Date.now());
    }
    expect((at[4] ?? 0) - (at[3] ?? 0)).toBeGreaterThan(900);
    expect(refusals).toEqual([]);
  }, 20_000);

  it('begins anew after a refusal when something else is watched, or when somebody asks for it', async () => {
    live.watch([{ campaign: 'c1' }]);
    const first = await server.subscription(1);
    first.say(1);
    await heard(1);
    first.refuse('FORBIDDEN', { retryable: false });
    await vi.waitFor(() => { expect(refusals).toEqual(['FORBIDDEN']); }, { timeout: 5000, interval: 10 });
    live.retry();
    (await server.subscription(2)).refuse('FORBIDDEN');
    await vi.waitFor(() => { expect(refusals).toEqual(['FORBIDDEN', 'FORBIDDEN']); }, { timeout: 5000, interval: 10 });
    live.watch([{ campaign: 'c2' }]);
    (await server.subscription(3)).say(1);
    await heard(2);
    // What was missed in between is asked for.
    expect([states, gaps]).toEqual([['live', 'connecting', 'connecting', 'live'], 1]);
  });

  it.each([[4413, 'BODY_TOO_LARGE'], [4400, 'BAD_REQUEST']])('takes a socket that is closed with %i for a refusal', async (close, code) => {
    live.watch([{ campaign: 'c1' }]);
    (await server.subscription(1)).socket.close(close, code);
    await vi.waitFor(() => { expect(refusals).toEqual([code]); }, { timeout: 5000, interval: 10 });
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(server.subscriptions).toHaveLength(1);
  });
});
