import { type Refusal } from '@skein/core';
import { GraphQLError } from 'graphql';

/** Codes of GraphQL `errors`: transport, sign-in and bugs. Everything else is a refusal in `userErrors`. */
export type FailureCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'BAD_REQUEST' | 'TOO_COMPLEX' | 'UNAVAILABLE' | 'INTERNAL';

export class GraphqlFailure extends GraphQLError {
  constructor(code: FailureCode, message: string, more: { readonly retryable?: boolean; readonly refusal?: Refusal } = {}) {
    super(message, { extensions: { code, retryable: more.retryable ?? false, ...(more.refusal === undefined ? {} : { reason: more.refusal.code, hint: more.refusal.hint ?? null }) } });
  }
}

export const unauthenticated = (): GraphqlFailure => new GraphqlFailure('UNAUTHENTICATED', 'Sign in first: send `Authorization: Bearer <token>`.');
export const forbidden = (refusal: Refusal): GraphqlFailure => new GraphqlFailure('FORBIDDEN', refusal.message, { refusal });
export const badRequest = (message: string): GraphqlFailure => new GraphqlFailure('BAD_REQUEST', message);
