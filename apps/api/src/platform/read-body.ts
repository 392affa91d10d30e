import { apiLimits, can } from '@skein/core';
import express, { type Request, type RequestHandler } from 'express';
import { answerWithFailures } from './failure-answer.ts';
import { badRequest, GraphqlFailure } from './graphql-failure.ts';
import { type RequestScope, requestScope } from './request-scope.ts';

const strangerBytesMax = 16_384;
// An import of 8 MiB, escaped as a JSON string.
const importBytesMax = 16_777_216;

/** Reads what is sent to `/graphql`, each sender as much as may be sent. What is not a POST of JSON never reaches GraphQL. */
export function readBody(): RequestHandler {
  const readers = new Map([strangerBytesMax, apiLimits.BODY_TOO_LARGE.max, importBytesMax].map((max) => [max, express.raw({ limit: max, type: 'application/json' })]));
  return (request, response, next) => {
    const scope = requestScope(request);
    const refuse = (failure: GraphqlFailure, status?: number): void => { answerWithFailures(response, [failure], scope.correlationId, status); };
    if (request.method !== 'POST') {
      response.setHeader('Allow', 'POST');
      refuse(badRequest('GraphQL is asked by POST only'), 405);
      return;
    }
    if (request.is('application/json') === false) {
      refuse(badRequest('the content type is application/json'), 415);
      return;
    }
    if (scope.signInFailure !== null) {
      refuse(scope.signInFailure);
      return;
    }
    const max = bytesMax(scope);
    readers.get(max)?.(request, response, (problem?: unknown) => {
      const parsed = problem === undefined ? parseBody(request) : unread(problem, max);
      if (parsed instanceof GraphqlFailure) refuse(parsed);
      else {
        request.body = parsed;
        next();
      }
    });
  };
}

/** Before the body is read: a stranger gets 16 KiB of our memory, not 16 MiB. */
function bytesMax({ principal }: RequestScope): number {
  if (principal === null) return strangerBytesMax;
  return can(principal, 'inventory:write') === null ? importBytesMax : apiLimits.BODY_TOO_LARGE.max;
}

const tooLarge = (max: number): GraphqlFailure => new GraphqlFailure('BODY_TOO_LARGE', `the body is larger than ${String(max)} bytes`);

function unread(problem: unknown, max: number): GraphqlFailure {
  const tooMuch = typeof problem === 'object' && problem !== null && 'status' in problem && problem.status === 413;
  return tooMuch ? tooLarge(max) : badRequest('the body cannot be read');
}

/** What was sent, and whether only an import may be so large. */
export interface ReadBody {
  readonly json: unknown;
  readonly isLarge: boolean;
}

function parseBody(request: Request): ReadBody | GraphqlFailure {
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes)) return badRequest('the body is empty');
  // Looked for in the bytes, which takes a moment, where parsing sixteen megabytes would take many.
  const isLarge = bytes.length > apiLimits.BODY_TOO_LARGE.max;
  if (isLarge && !bytes.includes('nodesImport')) return tooLarge(apiLimits.BODY_TOO_LARGE.max);
  try {
    return { json: JSON.parse(bytes.toString('utf8')) as unknown, isLarge };
  } catch {
    return badRequest('the body is not JSON');
  }
}
