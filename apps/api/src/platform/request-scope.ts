import { type Principal } from '@skein/core';
import { type Request } from 'express';

/** What is known of a request before any resolver runs. */
export interface RequestScope {
  readonly correlationId: string;
  /** null: nobody signed in. */
  readonly principal: Principal | null;
  /** SHA-256 of the bearer token that was accepted; null: none. */
  readonly tokenSha256: Uint8Array | null;
  /** Address that the connection came from; for throttling and audit, never for trust. */
  readonly remoteAddress: string;
}

const scopes = new WeakMap<Request, RequestScope>();

export const openRequestScope = (request: Request, scope: RequestScope): void => {
  scopes.set(request, scope);
};

/** Throws when the middleware did not run: a route outside of it would be a hole. */
export function requestScope(request: Request): RequestScope {
  const scope = scopes.get(request);
  if (scope === undefined) throw new Error('the request was never opened');
  return scope;
}
