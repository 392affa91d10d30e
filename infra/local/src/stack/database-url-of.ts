import { readFile } from 'node:fs/promises';
import { postgresUrl } from '../parts/database.ts';
import { superuser } from '../parts/postgres.ts';
import { homeAt } from './home.ts';
import { readState } from './state.ts';

/** Where the database of a stack's own PostgreSQL is reached, for whoever may read the home: benchmarks, checkers, psql. */
export async function databaseUrlOf(homeDirectory: string): Promise<string> {
  const home = homeAt(homeDirectory);
  const { ports } = await readState(home);
  if (ports.postgres === undefined) throw new Error(`${homeDirectory} has no PostgreSQL of its own`);
  const password = (await readFile(`${home.postgres}.password`, 'utf8')).trim();
  return postgresUrl({ host: '127.0.0.1', port: ports.postgres, user: superuser, password, database: 'skein' });
}
