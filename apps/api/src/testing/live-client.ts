import { WebSocket } from 'ws';

export interface LiveEventSeen {
  readonly topic: string;
  readonly seq: number;
  readonly at: string;
  readonly node?: { readonly id: string; readonly held?: boolean } | null;
  readonly fleet?: object | null;
}

export interface Received {
  readonly at: number;
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** graphql-ws by hand, so that a test can break its rules. */
export class LiveClient {
  readonly received: Received[] = [];
  closed: { readonly code: number; readonly reason: string } | null = null;
  readonly #socket: WebSocket;
  readonly #watchers = new Set<() => void>();

  constructor(address: string, headers: Readonly<Record<string, string>> = {}) {
    this.#socket = new WebSocket(`${address.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', { headers });
    this.#socket.on('message', (data: Buffer) => {
      this.received.push({ at: performance.now(), ...JSON.parse(data.toString('utf8')) as Omit<Received, 'at'> });
      this.#tell();
    });
    this.#socket.on('close', (code, reason) => {
      this.closed = { code, reason: String(reason) };
      this.#tell();
    });
    this.#socket.on('error', () => undefined);
  }

  async begin(payload?: object): Promise<this> {
    await this.until(() => this.#socket.readyState !== WebSocket.CONNECTING || this.closed !== null ? true : null, 'the socket opens');
    this.send({ type: 'connection_init', ...(payload === undefined ? {} : { payload }) });
    await this.until(() => this.closed !== null || this.received.some(({ type }) => type === 'connection_ack') ? true : null, 'the connection is acknowledged');
    return this;
  }

  send(message: object | string): void {
    this.#socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  subscribe(query: string, variables: object = {}, id = '1'): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Messages of a subscription, errors left out. */
  events(id = '1'): readonly (LiveEventSeen & { readonly receivedAt: number })[] {
    return this.received.filter((message) => message.type === 'next' && message.id === id).flatMap(({ at, payload }) => {
      const { live } = (payload as { readonly data: { readonly live: LiveEventSeen } | null }).data ?? { live: null };
      return live === null ? [] : [{ ...live, receivedAt: at }];
    });
  }

  /** Codes of what was refused or failed. */
  codes(id = '1'): readonly unknown[] {
    return this.failures(id).map(({ code }) => code);
  }

  /** The same, as programs read it. */
  failures(id = '1'): readonly Readonly<Record<string, unknown>>[] {
    return this.received.filter((message) => message.id === id).flatMap(({ type, payload }) => {
      const errors = type === 'error' ? payload : type === 'next' ? (payload as { readonly errors?: unknown }).errors : [];
      return ((errors ?? []) as readonly { readonly extensions: Readonly<Record<string, unknown>> }[]).map(({ extensions }) => extensions);
    });
  }

  async until<T>(found: () => T | null, what: string, milliseconds = 10_000): Promise<T> {
    const end = performance.now() + milliseconds;
    for (;;) {
      const value = found();
      if (value !== null) return value;
      if (performance.now() > end) throw new Error(`waited in vain until ${what}; received ${JSON.stringify(this.received.slice(-3))}, closed ${JSON.stringify(this.closed)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 50);
        this.#watchers.add(() => { clearTimeout(timer); resolve(); });
      });
    }
  }

  close(): void {
    this.#socket.terminate();
  }

  #tell(): void {
    const watchers = [...this.#watchers];
    this.#watchers.clear();
    for (const watcher of watchers) watcher();
  }
}
