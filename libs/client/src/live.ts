import { type Client, createClient } from 'graphql-ws';
import { refusalOf, refusalOfClose, type Refused } from './live-refusal.ts';
import { type TypedDocument } from './typed-document.ts';

/** What every live message has, whatever else a document selects. */
export interface LiveMessage {
  readonly topic: string;
  /** Counts the messages of one subscription from 1, without gaps. */
  readonly seq: number;
}

/** `stale`: nothing was heard for longer than the api ever stays silent, so what is shown may be wrong. */
export type LiveState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'reconnecting'; readonly since: number }
  | { readonly kind: 'stale'; readonly since: number }
  | { readonly kind: 'signedOut' };

export interface LiveOptions<Message extends LiveMessage, Topic> {
  /** `wss://skein.example/graphql`. */
  readonly url: string;
  /** Bearer token; null: the browser's cookie says who asks. */
  readonly token: string | null;
  readonly document: TypedDocument<{ readonly live: Message }, { readonly topics: readonly Topic[] }>;
  /** The browser's own, or that of `ws`. */
  readonly webSocketImpl: unknown;
  readonly onMessage: (message: Message) => void;
  /** Messages were missed, or the connection is new after a loss: ask anew for everything shown. */
  readonly onGap: () => void;
  readonly onState: (state: LiveState) => void;
  /** The api said no, for good: a topic that may not be seen, too many of them. What may pass is asked again and told by `onState` alone. */
  readonly onRefused: (message: string, code: string | null) => void;
}

export interface Live<Topic> {
  /** Replaces what is watched; nothing: the socket is closed. */
  watch(topics: readonly Topic[]): void;
  /** Connects again now, instead of after the pause. */
  retry(): void;
  close(): void;
}

/** The api says something at least every two seconds. */
const staleAfterMilliseconds = 4500;
const reconnectPauseMillisecondsMax = 5000;
/** Close codes of graphql-ws and of the api that end a sign-in. */
const signedOutCodes: readonly number[] = [4401, 4403];

/**
 * One socket with one subscription. It survives what networks do: silence makes it stale and is ended, a loss is followed by another try, and
 * after either everything is asked for anew, since nobody knows what was missed.
 */
export function createLive<Message extends LiveMessage, Topic>(options: LiveOptions<Message, Topic>): Live<Topic> {
  let topics: readonly Topic[] = [];
  let client: Client | null = null;
  let generation = 0;
  let state: LiveState | { readonly kind: 'refused' } = { kind: 'connecting' };
  let pause = 0;
  let wasLive = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let attempt: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;

  const enter = (next: LiveState): void => {
    if (state.kind === next.kind) return;
    state = next;
    options.onState(next);
  };
  // One clock for silence, whatever is tried meanwhile: an attempt that fails is no news.
  const awaitNews = (): void => {
    silence ??= setTimeout(() => {
      silence = undefined;
      enter({ kind: 'stale', since: Date.now() - staleAfterMilliseconds });
    }, staleAfterMilliseconds);
  };
  const heard = (): void => {
    clearTimeout(silence);
    silence = undefined;
    awaitNews();
    giveUpLater();
  };
  // A socket whose network is gone neither opens nor closes.
  const giveUpLater = (): void => {
    clearTimeout(attempt);
    attempt = setTimeout(() => { reconnect(); }, staleAfterMilliseconds);
  };
  const drop = (): void => {
    generation += 1;
    clearTimeout(attempt);
    clearTimeout(again);
    const old = client;
    client = null;
    old?.terminate();
  };
  const rest = (): void => {
    drop();
    clearTimeout(silence);
    silence = undefined;
  };
  const reconnect = (askedMilliseconds = 0): void => {
    drop();
    if (topics.length === 0) return;
    if (state.kind === 'live') enter({ kind: 'reconnecting', since: Date.now() });
    again = setTimeout(connect, Math.max(pause, askedMilliseconds));
    pause = Math.min(reconnectPauseMillisecondsMax, pause === 0 ? 250 + Math.random() * 250 : pause * 2);
  };

  const connect = (): void => {
    const mine = (generation += 1);
    let expected = 1;
    if (state.kind === 'refused') enter({ kind: 'connecting' });
    const created = createClient({
      url: options.url, webSocketImpl: options.webSocketImpl, lazy: false, retryAttempts: 0, onNonLazyError: () => undefined,
      ...(options.token === null ? {} : { connectionParams: { authorization: `Bearer ${options.token}` } }),
      on: {
        closed: (event) => {
          if (mine !== generation) return;
          const code = typeof event === 'object' && event !== null && 'code' in event ? event.code : null;
          if (typeof code === 'number' && signedOutCodes.includes(code)) {
            rest();
            enter({ kind: 'signedOut' });
            return;
          }
          const refused = refusalOfClose(code);
          if (refused === null) reconnect();
          else refuse([refused]);
        },
      },
    });
    client = created;
    created.subscribe<{ readonly live: Message }>({ query: options.document.text, operationName: options.document.name, variables: { topics } }, {
      next: ({ data, errors }) => {
        if (mine !== generation) return;
        if (data === null || data === undefined) return refuse(errors);
        heard();
        const { live } = data;
        const missed = live.seq !== expected;
        expected = live.seq + 1;
        pause = 0;
        const gap = missed || (wasLive && state.kind !== 'live');
        wasLive = true;
        enter({ kind: 'live' });
        if (gap) options.onGap();
        options.onMessage(live);
      },
      error: (cause) => {
        if (mine !== generation) return;
        // What the protocol answers to the subscription comes as a list; everything else is a connection that ended.
        if (Array.isArray(cause)) refuse(cause as readonly Refused[]);
      },
      complete: () => { if (mine === generation) reconnect(); },
    });
    awaitNews();
    giveUpLater();
  };
  const refuse = (errors: readonly Refused[] | undefined): void => {
    const refusal = refusalOf(errors);
    // What may pass is no answer: whoever looks is told that what is shown grows old, as with any other loss.
    if (refusal.retryable) return reconnect(refusal.retryAfterMilliseconds);
    rest();
    state = { kind: 'refused' };
    options.onRefused(refusal.message, refusal.code);
  };

  return {
    watch(next) {
      if (JSON.stringify(next) === JSON.stringify(topics)) return;
      topics = next;
      if (topics.length === 0) return rest();
      drop();
      connect();
    },
    retry() {
      if (topics.length === 0 || state.kind === 'live') return;
      drop();
      pause = 0;
      connect();
    },
    close() {
      topics = [];
      rest();
    },
  };
}
