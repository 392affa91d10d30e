import { type failureCatalogue, type Refusal } from '@skein/core';
import { GraphQLError } from 'graphql';

/** Codes of GraphQL `errors`: transport, sign-in, limits and bugs. Everything else is a refusal in `userErrors`. */
export type FailureCode = keyof typeof failureCatalogue;

interface More {
  readonly retryable?: boolean;
  /** When trying again makes sense; only with `retryable`. */
  readonly retryAfterSeconds?: number;
  readonly refusal?: Refusal;
}

export class GraphqlFailure extends GraphQLError {
  readonly code: FailureCode;
  constructor(code: FailureCode, message: string, more: More = {}) {
    super(message, {
      extensions: {
        code, retryable: more.retryable ?? false, ...(more.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: more.retryAfterSeconds }),
        ...(more.refusal === undefined ? {} : { reason: more.refusal.code, hint: more.refusal.hint ?? null }),
      },
    });
    this.code = code;
  }
}

export const unauthenticated = (): GraphqlFailure => new GraphqlFailure('UNAUTHENTICATED', 'Sign in first: send `Authorization: Bearer <token>`, or the cookie of a session.');
export const forbidden = (refusal: Refusal): GraphqlFailure => new GraphqlFailure('FORBIDDEN', refusal.message, { refusal });
export const badRequest = (message: string): GraphqlFailure => new GraphqlFailure('BAD_REQUEST', message);
export const unavailable = (): GraphqlFailure => new GraphqlFailure('UNAVAILABLE', 'The database cannot be reached.', { retryable: true, retryAfterSeconds: 2 });
export const csrfRefused = (message: string): GraphqlFailure => new GraphqlFailure('CSRF_REFUSED', message);

/** HTTP status of a failure that ends a request before, or outside of, GraphQL. */
export function statusOf(code: FailureCode): number {
  if (code === 'UNAUTHENTICATED') return 401;
  if (code === 'FORBIDDEN' || code === 'CSRF_REFUSED') return 403;
  if (code === 'NOT_FOUND') return 404;
  if (code === 'BODY_TOO_LARGE') return 413;
  if (code === 'RATE_LIMITED' || code === 'TOO_MANY_STREAMS') return 429;
  if (code === 'UNAVAILABLE') return 503;
  if (code === 'OPERATION_TIMEOUT') return 504;
  return code === 'INTERNAL' ? 500 : 400;
}
