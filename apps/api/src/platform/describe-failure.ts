import { unwrapResolverError } from '@apollo/server/errors';
import { type GraphQLFormattedError } from 'graphql';
import { timedOut } from './access.guard.ts';
import { databaseIsAway } from './database-is-away.ts';
import { type FailureCode, GraphqlFailure } from './graphql-failure.ts';
import { cannotBeStored, unstorable, wasCancelled } from './said-by-postgresql.ts';

/** Apollo's own codes for a request that it could not read, in our words. */
const clientCodes: Readonly<Record<string, FailureCode>> = {
  GRAPHQL_PARSE_FAILED: 'BAD_REQUEST', GRAPHQL_VALIDATION_FAILED: 'BAD_REQUEST', BAD_USER_INPUT: 'BAD_REQUEST', BAD_REQUEST: 'BAD_REQUEST', OPERATION_RESOLUTION_FAILURE: 'BAD_REQUEST',
};

/** What a client sees of an error: our own words, or nothing but a code. Messages of surprises may hold values, so they stay in the log. */
export function describeFailure(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const place = { ...(formatted.path === undefined ? {} : { path: formatted.path }), ...(formatted.locations === undefined ? {} : { locations: formatted.locations }) };
  const ours = ownFailure(thrown);
  if (ours !== null) return { message: ours.message, ...place, extensions: { ...ours.extensions } };
  const code = clientCode(thrown);
  if (code !== null) return { message: formatted.message, ...place, extensions: { code, retryable: false } };
  if (wasCancelled(unwrapResolverError(thrown))) {
    const late = timedOut();
    return { message: late.message, ...place, extensions: { ...late.extensions } };
  }
  if (cannotBeStored(unwrapResolverError(thrown))) {
    const { message, extensions } = unstorable();
    return { message, ...place, extensions: { ...extensions } };
  }
  if (databaseIsAway(unwrapResolverError(thrown))) return { message: 'The database cannot be reached. Nothing was changed, unless the answer to a change was lost: repeat it with the same idempotency key.', ...place, extensions: { code: 'UNAVAILABLE', retryable: true, retryAfterSeconds: 2 } };
  return { message: 'Something went wrong inside Skein; the log has the details under the correlation id.', ...place, extensions: { code: 'INTERNAL', retryable: false } };
}

/** Neither our own "no" nor the client's mistake: the log must have it. */
export const isSurprise = (thrown: unknown): boolean => ownFailure(thrown) === null && clientCode(thrown) === null && !wasCancelled(unwrapResolverError(thrown)) && !cannotBeStored(unwrapResolverError(thrown));

function ownFailure(thrown: unknown): GraphqlFailure | null {
  if (thrown instanceof GraphqlFailure) return thrown;
  // Resolvers' errors get a path from graphql, and Apollo wraps what a validation rule reports.
  const cause = typeof thrown === 'object' && thrown !== null && 'originalError' in thrown ? thrown.originalError : null;
  return cause instanceof GraphqlFailure ? cause : null;
}

/** By its shape and not by its class: a second copy of the graphql package in the process has classes of its own. */
function clientCode(thrown: unknown): FailureCode | null {
  const extensions = typeof thrown === 'object' && thrown !== null && 'extensions' in thrown ? thrown.extensions : null;
  const code = typeof extensions === 'object' && extensions !== null && 'code' in extensions ? extensions.code : null;
  return typeof code === 'string' ? clientCodes[code] ?? null : null;
}
