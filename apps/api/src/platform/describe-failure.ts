import { unwrapResolverError } from '@apollo/server/errors';
import { type GraphQLFormattedError } from 'graphql';
import { databaseIsAway } from './database-is-away.ts';
import { type FailureCode, GraphqlFailure } from './graphql-failure.ts';

/** Apollo's own codes for a request that it could not read, in our words. */
const clientCodes: Readonly<Record<string, FailureCode>> = {
  GRAPHQL_PARSE_FAILED: 'BAD_REQUEST', GRAPHQL_VALIDATION_FAILED: 'BAD_REQUEST', BAD_USER_INPUT: 'BAD_REQUEST', BAD_REQUEST: 'BAD_REQUEST',
  OPERATION_RESOLUTION_FAILURE: 'BAD_REQUEST', TOO_COMPLEX: 'TOO_COMPLEX', UNAUTHENTICATED: 'UNAUTHENTICATED', FORBIDDEN: 'FORBIDDEN',
};

/** What a client sees of an error: our own words, or nothing but a code. Messages of surprises may hold values, so they stay in the log. */
export function describeFailure(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(thrown);
  const place = { ...(formatted.path === undefined ? {} : { path: formatted.path }), ...(formatted.locations === undefined ? {} : { locations: formatted.locations }) };
  if (cause instanceof GraphqlFailure) return { message: cause.message, ...place, extensions: { ...cause.extensions } };
  const code = clientCodes[String(formatted.extensions?.['code'])];
  if (code !== undefined) return { message: formatted.message, ...place, extensions: { code, retryable: false } };
  if (databaseIsAway(cause)) return { message: 'The database cannot be reached. Nothing was changed, unless the answer to a change was lost: repeat it with the same idempotency key.', ...place, extensions: { code: 'UNAVAILABLE', retryable: true } };
  return { message: 'Something went wrong inside Skein; the log has the details under the correlation id.', ...place, extensions: { code: 'INTERNAL', retryable: false } };
}
