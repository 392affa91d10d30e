import { type Principal } from '@skein/core';
import { type WebSocket } from 'ws';
import { openRequestScope, type RequestScope, requestScope, type ScopeKey } from '../platform/request-scope.ts';
import { closeCodes, type CloseReason } from './close-codes.ts';

const slowMillisecondsMax = 15_000;
const closeMillisecondsMax = 2000;

/** One connection: who it belongs to, and whether it takes what it is sent. */
export class LiveSocket {
  /** What resolvers find the scope by. */
  readonly key: ScopeKey = { socket: 'live' };
  readonly #socket: WebSocket;
  #sendingSince: number | null = null;
  #answered = true;

  constructor(socket: WebSocket, scope: RequestScope) {
    this.#socket = socket;
    openRequestScope(this.key, scope);
    socket.on('pong', () => { this.#answered = true; });
  }

  get scope(): RequestScope {
    return requestScope(this.key);
  }

  get principal(): Principal | null {
    return this.scope.principal;
  }

  belongsTo(principal: Principal, tokenSha256: Uint8Array, carrier: 'bearer' | 'cookie'): void {
    openRequestScope(this.key, { ...this.scope, principal, tokenSha256, carrier });
  }

  /** Resolves when the message has left, so that nothing piles up here. */
  send(data: string): Promise<void> {
    if (this.#socket.readyState !== this.#socket.OPEN) return Promise.resolve();
    this.#sendingSince ??= performance.now();
    return new Promise((resolve) => {
      this.#socket.send(data, () => {
        if (this.#socket.bufferedAmount === 0) this.#sendingSince = null;
        resolve();
      });
    });
  }

  get isSlow(): boolean {
    return this.#sendingSince !== null && performance.now() - this.#sendingSince > slowMillisecondsMax;
  }

  /** False: it did not answer the last time, so nobody is there. */
  ping(): boolean {
    if (!this.#answered) return false;
    this.#answered = false;
    this.#socket.ping();
    return true;
  }

  close(reason: CloseReason): void {
    this.#socket.close(closeCodes[reason].code, reason);
    setTimeout(() => { this.#socket.terminate(); }, closeMillisecondsMax).unref();
  }

  terminate(): void {
    this.#socket.terminate();
  }
}
