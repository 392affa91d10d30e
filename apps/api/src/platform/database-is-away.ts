/** Classes of SQLSTATE and of Node's socket errors that say "try again later" about PostgreSQL, wherever they are in the chain. */
const away = /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|ENOENT)$/;

export function databaseIsAway(thrown: unknown): boolean {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 10; error = error.cause, depth += 1) {
    if ('code' in error && typeof error.code === 'string' && away.test(error.code)) return true;
    // pg has no code for these.
    if (/Connection terminated|timeout exceeded when trying to connect|Query read timeout/.test(error.message)) return true;
    if (error instanceof AggregateError && error.errors.some((inner) => databaseIsAway(inner))) return true;
  }
  return false;
}
