import { randomUUID } from 'node:crypto';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { type Logger } from 'pino';
import { bearerTokenOf, bearerTokenSha256 } from '../identity/bearer-token.ts';
import { type FailureCode } from './graphql-failure.ts';
import { type Persistence } from './persistence.ts';
import { openRequestScope, requestScope } from './request-scope.ts';

const anonymousBodyMax = '16kb';
// An import of 8 MiB, escaped as a JSON string.
const signedInBodyMax = '16mb';

/** Gives every request its correlation id, and says who sent it. What is not a POST of JSON never reaches GraphQL. */
export function openRequest(persistence: Persistence, log: Logger): RequestHandler {
  const parsers = { anonymous: bodyParser(anonymousBodyMax), signedIn: bodyParser(signedInBodyMax) };
  return (request, response, next) => {
    const correlationId = correlationIdOf(request);
    response.setHeader('X-Correlation-Id', correlationId);
    const remoteAddress = request.socket.remoteAddress ?? 'unknown';
    if (request.path !== '/graphql') {
      openRequestScope(request, { correlationId, principal: null, tokenSha256: null, remoteAddress });
      next();
      return;
    }
    if (request.method !== 'POST') {
      response.setHeader('Allow', 'POST');
      refuseRequest(response, 405, 'BAD_REQUEST', 'GraphQL is asked by POST only', correlationId);
      return;
    }
    if (request.is('application/json') === false) {
      refuseRequest(response, 415, 'BAD_REQUEST', 'the content type is application/json', correlationId);
      return;
    }
    const secret = bearerTokenOf(request.headers.authorization);
    const tokenSha256 = secret === null ? null : bearerTokenSha256(secret);
    // Before the body is read: a stranger gets 16 KiB of our memory, not 16 MiB.
    (tokenSha256 === null ? Promise.resolve(null) : persistence.tokens.principalByToken(tokenSha256)).then(
      (principal) => {
        openRequestScope(request, { correlationId, principal, tokenSha256: principal === null ? null : tokenSha256, remoteAddress });
        (principal === null ? parsers.anonymous : parsers.signedIn)(request, response, next);
      },
      (cause: unknown) => {
        log.error({ err: cause, correlationId }, 'a bearer token could not be looked up');
        refuseRequest(response, 503, 'UNAVAILABLE', 'The database cannot be reached.', correlationId);
      },
    );
  };
}

/** A client's own id is kept when it is harmless, so that its log and ours can be joined. */
function correlationIdOf(request: Request): string {
  const sent = request.headers['x-correlation-id'];
  return typeof sent === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(sent) ? sent : randomUUID();
}

function bodyParser(limit: string): RequestHandler {
  const parse = express.json({ limit, strict: true, type: 'application/json' });
  return (request: Request, response: Response, next: NextFunction) => {
    parse(request, response, (problem?: unknown) => {
      if (problem === undefined) {
        next();
        return;
      }
      const status = typeof problem === 'object' && problem !== null && 'status' in problem && typeof problem.status === 'number' ? problem.status : 400;
      const message = status === 413 ? `the body is larger than ${limit}` : 'the body is not JSON';
      refuseRequest(response, status, 'BAD_REQUEST', message, requestScope(request).correlationId);
    });
  };
}

function refuseRequest(response: Response, status: number, code: FailureCode, message: string, correlationId: string): void {
  response.status(status).json({ errors: [{ message, extensions: { code, retryable: status === 503, correlationId } }] });
}
