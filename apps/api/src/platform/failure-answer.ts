import { type Response } from 'express';
import { type GraphqlFailure, statusOf } from './graphql-failure.ts';

/** Ends a request with failures, in the shape that GraphQL errors have, on every route. */
export function answerWithFailures(response: Response, failures: readonly [GraphqlFailure, ...GraphqlFailure[]] | readonly GraphqlFailure[], correlationId: string, status?: number): void {
  const [first] = failures;
  if (first === undefined) throw new Error('a request was refused for no reason');
  const wait = first.extensions['retryAfterSeconds'];
  if (typeof wait === 'number') response.setHeader('Retry-After', String(wait));
  response.status(status ?? statusOf(first.code)).json({ errors: failures.map(({ message, extensions }) => ({ message, extensions: { ...extensions, correlationId } })) });
}
