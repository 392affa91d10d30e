import { postgresUrl } from '../parts/database.ts';
import { readEnvironment } from '../environment.ts';
import { ensureInnerPassword } from './secrets.ts';
import { homeAt } from './home.ts';
import { readState } from './state.ts';

/** The database of a stack that another process started in this home; for checkers and tests. Throws when it was never started. */
export async function databaseUrlOf(directory: string): Promise<string> {
  const given = readEnvironment().databaseUrl;
  if (given !== null) return given;
  const home = homeAt(directory);
  const port = (await readState(home)).ports.postgres;
  if (port === undefined) throw new Error(`no Skein was ever started in ${directory}`);
  return postgresUrl({ host: '127.0.0.1', port, user: 'skein', password: await ensureInnerPassword(`${home.postgres}.password`), database: 'skein' });
}
