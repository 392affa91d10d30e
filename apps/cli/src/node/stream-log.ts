import { httpFailure, unreachable } from '../connection/http-failure.ts';

/** One message of a stream of server-sent events. */
export interface ServerSentEvent {
  readonly event: string;
  readonly id: string | null;
  readonly data: string;
}

/** Messages in the order they come; comments, which keep the connection awake, are left out. */
export async function* readServerSentEvents(chunks: AsyncIterable<string>): AsyncGenerator<ServerSentEvent> {
  let rest = '';
  for await (const chunk of chunks) {
    rest += chunk;
    for (;;) {
      const found = /\r\n\r\n|\n\n|\r\r/.exec(rest);
      if (found === null) break;
      const message = parseMessage(rest.slice(0, found.index));
      rest = rest.slice(found.index + found[0].length);
      if (message !== null) yield message;
    }
  }
}

function parseMessage(block: string): ServerSentEvent | null {
  let event = 'message';
  let id: string | null = null;
  const data: string[] = [];
  for (const line of block.split(/\r\n|\n|\r/)) {
    const at = line.indexOf(':');
    if (at === 0 || line === '') continue;
    const name = at === -1 ? line : line.slice(0, at);
    const value = at === -1 ? '' : line.slice(at + 1).replace(/^ /, '');
    if (name === 'data') data.push(value);
    else if (name === 'event') event = value;
    else if (name === 'id') id = value;
  }
  return data.length === 0 && event === 'message' ? null : { event, id, data: data.join('\n') };
}

export interface LogStreamOptions {
  readonly url: string;
  readonly token: string | null;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  /** Id of the last message that was printed; null: from the begin. */
  readonly lastEventId: string | null;
}

/** The events of one connection, until either side ends it. Throws an ApiError when there is none. */
export async function* openLogStream({ url, token, fetch, signal, lastEventId }: LogStreamOptions): AsyncGenerator<ServerSentEvent> {
  const answer = await fetch(url, {
    signal, headers: { accept: 'text/event-stream', ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...(lastEventId === null ? {} : { 'last-event-id': lastEventId }) },
  }).catch((cause: unknown) => { throw unreachable(cause); });
  if (!answer.ok || answer.body === null) throw await httpFailure(answer);
  const decoded = answer.body.pipeThrough(new TextDecoderStream());
  try {
    yield* readServerSentEvents(decoded);
  } catch (cause) {
    throw unreachable(cause);
  }
}
