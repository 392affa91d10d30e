import { randomUUID } from 'node:crypto';
import { type Principal } from '@skein/core';
import { type Request, type RequestHandler } from 'express';
import { type Logger } from 'pino';
import { bearerTokenSha256 } from '../identity/bearer-token.ts';
import { comesFromElsewhere, credentialsOf, csrfHeader, remoteAddressOf, sessionCookie } from './credentials.ts';
import { answerWithFailures } from './failure-answer.ts';
import { csrfRefused, type GraphqlFailure, unavailable } from './graphql-failure.ts';
import { type Persistence } from './persistence.ts';
import { openRequestScope } from './request-scope.ts';
import { type WebSettings } from './web-settings.ts';

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Gives every request its correlation id, and says who sent it. A session in a cookie counts only for pages of our own, and changes
 * nothing without a header that pages of others cannot send; GraphQL decides later what is a change (`take-operation.ts`).
 */
export function openRequest(persistence: Persistence, log: Logger, web: WebSettings): RequestHandler {
  return (request, response, next) => {
    const correlationId = correlationIdOf(request);
    response.setHeader('X-Correlation-Id', correlationId);
    const credentials = credentialsOf(request, web);
    const open = (principal: Principal | null, tokenSha256: Uint8Array | null, signInFailure: GraphqlFailure | null): void => {
      openRequestScope(request, {
        correlationId, principal, tokenSha256: principal === null ? null : tokenSha256, carrier: principal === null ? null : credentials?.carrier ?? null,
        remoteAddress: remoteAddressOf(request, web), sessionCookie: comesFromElsewhere(request, web) ? null : sessionCookie(response, web), signInFailure, readUntil: null,
      });
      next();
    };
    if (credentials === null) {
      open(null, null, null);
      return;
    }
    if (credentials.carrier === 'cookie') {
      const refusal = cookieRefusal(request, web);
      if (refusal !== null) {
        answerWithFailures(response, [refusal], correlationId);
        return;
      }
    }
    const tokenSha256 = bearerTokenSha256(credentials.secret);
    persistence.tokens.principalByToken(tokenSha256).then((principal) => { open(principal, tokenSha256, null); }, (cause: unknown) => {
      log.error({ err: cause, correlationId }, 'a bearer token could not be looked up');
      // The console itself still loads, and says that the database is away.
      open(null, null, unavailable());
    });
  };
}

function cookieRefusal(request: Request, web: WebSettings): GraphqlFailure | null {
  const navigates = request.headers['sec-fetch-mode'] === 'navigate' && request.method === 'GET';
  if (!navigates && comesFromElsewhere(request, web)) return csrfRefused('a session in a cookie is not taken from pages of another origin');
  if (request.path === '/graphql' || safeMethods.includes(request.method) || request.headers[csrfHeader] === '1') return null;
  return csrfRefused(`a change that is signed in by a cookie needs the header ${csrfHeader}: 1`);
}

/** A client's own id is kept when it is harmless, so that its log and ours can be joined. */
function correlationIdOf(request: Request): string {
  const sent = request.headers['x-correlation-id'];
  return typeof sent === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(sent) ? sent : randomUUID();
}
