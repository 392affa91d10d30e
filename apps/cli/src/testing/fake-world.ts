import { paintWith } from '../output/paint.ts';
import { type World } from '../world.ts';

/** What an operation answers: its data, or how the request fails. */
export type FakeAnswer = (variables: Readonly<Record<string, unknown>>) => unknown;

export interface FakeWorld {
  readonly world: World;
  /** Lines of standard output. */
  readonly data: string[];
  /** Lines of standard error, and questions. */
  readonly said: string[];
  /** Operations that were asked for, in order. */
  readonly asked: { readonly name: string; readonly variables: Readonly<Record<string, unknown>>; readonly headers: Readonly<Record<string, string>> }[];
  readonly slept: number[];
}

export interface FakeWorldOptions {
  readonly answers?: Readonly<Record<string, FakeAnswer>>;
  /** What a person types, in order; without it nobody can be asked. */
  readonly typed?: readonly string[];
  readonly configFile?: string;
  readonly token?: string | null;
  readonly endpoint?: string | null;
  readonly input?: string;
}

/** A connection that never opens. */
class SilentSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly readyState = SilentSocket.CONNECTING;
  close(): void {}
}

/** A world whose api is a table of answers, and whose terminal is a list of lines. */
export function fakeWorld({ answers = {}, typed, configFile = '/nonexistent/skein/config.yaml', token = 'a-token', endpoint = 'http://127.0.0.1:1', input = '' }: FakeWorldOptions = {}): FakeWorld {
  const data: string[] = [];
  const said: string[] = [];
  const asked: FakeWorld['asked'] = [];
  const slept: number[] = [];
  const left = [...(typed ?? [])];
  const answerTo = (question: string): Promise<string | null> => {
    said.push(question);
    return Promise.resolve(left.shift() ?? null);
  };
  const fakeFetch: typeof fetch = async (_url, init) => {
    const { operationName, variables } = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as { readonly operationName: string; readonly variables: Readonly<Record<string, unknown>> };
    asked.push({ name: operationName, variables, headers: init?.headers as Readonly<Record<string, string>> });
    const answer = answers[operationName];
    if (answer === undefined) throw new Error(`nobody answers ${operationName}`);
    const body = answer(variables);
    return body instanceof Response ? body : Response.json({ data: body });
  };
  return {
    data, said, asked, slept,
    world: {
      environment: { context: null, endpoint, token, allowHttp: false, configFile, noColour: true },
      terminal: {
        data: (line) => { data.push(line); }, raw: (text) => { data.push(text); }, say: (line) => { said.push(line); },
        isInteractive: false, canAsk: typed !== undefined, columns: 120, rows: 40, paintData: paintWith(false), paintMessage: paintWith(false), ask: answerTo, askSecret: answerTo,
        readInput: () => Promise.resolve(new TextEncoder().encode(input)),
      },
      fetch: fakeFetch, webSocketImpl: SilentSocket, signal: new AbortController().signal, now: () => Date.parse('2026-03-01T12:00:00Z'),
      sleep: (milliseconds) => {
        slept.push(milliseconds);
        return Promise.resolve();
      },
    },
  };
}

/** An answer that never came. */
export const lostAnswer: FakeAnswer = () => { throw new TypeError('fetch failed'); };

export const failingAnswer = (status: number, code: string, message: string): FakeAnswer => () => Response.json({ errors: [{ message, extensions: { code, correlationId: 'c-1', retryable: false } }] }, { status });
