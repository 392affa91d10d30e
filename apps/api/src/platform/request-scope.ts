import { apiLimits, type Principal } from '@skein/core';
import { type Request } from 'express';
import { type GraphqlFailure } from './graphql-failure.ts';

/** What is known of a request before any resolver runs. */
export interface RequestScope {
  readonly correlationId: string;
  /** null: nobody signed in. */
  readonly principal: Principal | null;
  /** SHA-256 of the bearer token or of the session in the cookie that was accepted; null: none. */
  readonly tokenSha256: Uint8Array | null;
  /** What carried it; null: nothing that was accepted. */
  readonly carrier: 'bearer' | 'cookie' | null;
  /** Address that the connection came from; for throttling and audit, never for trust. */
  readonly remoteAddress: string;
  /** Sets or clears the cookie of a session; null on a socket and for pages of another origin. */
  readonly sessionCookie: SessionCookie | null;
  /** Why nobody could be recognised although somebody tried; null: nothing went wrong. */
  readonly signInFailure: GraphqlFailure | null;
  /** By `performance.now()`: no field begins to be read afterwards; null: a change, which is whole or not at all. */
  readonly readUntil: number | null;
}

export interface SessionCookie {
  set(secret: string, seconds: number): void;
  clear(): void;
}

/** What a scope is found by: the request, or what stands for it on a socket. */
export type ScopeKey = Request | { readonly socket: 'live' };

const scopes = new WeakMap<ScopeKey, RequestScope>();

export const openRequestScope = (request: ScopeKey, scope: RequestScope): void => {
  scopes.set(request, scope);
};

/** Throws when the middleware did not run: a route outside of it would be a hole. */
export function requestScope(request: ScopeKey): RequestScope {
  const scope = scopes.get(request);
  if (scope === undefined) throw new Error('the request was never opened');
  return scope;
}

/** From now on the request may read as long as a query may. */
export const beginReading = (request: ScopeKey): void => {
  openRequestScope(request, { ...requestScope(request), readUntil: performance.now() + apiLimits.OPERATION_TIMEOUT.max * 1000 });
};
