import { badRequest, type GraphqlFailure } from './graphql-failure.ts';

/** PostgreSQL ended the statement because it took too long. */
export const wasCancelled = (thrown: unknown): boolean => saysPostgresql(thrown, ['57014']);

/** A NUL, or half of a surrogate pair, wherever a client put it: in a filter, a name, an id. Nothing was changed. */
export const cannotBeStored = (thrown: unknown): boolean => saysPostgresql(thrown, ['22021', '22P05']);

export const unstorable = (): GraphqlFailure => badRequest('a text holds a character that cannot be stored, such as NUL');

function saysPostgresql(thrown: unknown, states: readonly string[]): boolean {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 10; error = error.cause, depth += 1) {
    if ('code' in error && typeof error.code === 'string' && states.includes(error.code)) return true;
  }
  return false;
}
