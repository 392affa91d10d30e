import { type PostgresCursor, type PostgresPool, type PostgresPoolClient, type PostgresQueryResult } from 'kysely';
import { createHash } from 'node:crypto';
import type pg from 'pg';

/**
 * Sends statements under a name, so that PostgreSQL plans each once per connection. Reading one run joins ten tables by primary key:
 * measured, planning it took six times as long as running it. Statements of screens are left out: their filters make too many of them.
 */
export function preparedPool(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  const nameOf = (text: string): string => {
    const known = names.get(text);
    if (known !== undefined) return known;
    const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
    names.set(text, name);
    return name;
  };
  const isStore = (text: string): boolean => text.startsWith('/* ') && !/^\/\* \w*[vV]iews/.test(text);
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect();
      const known = clients.get(client);
      if (known !== undefined) return known;
      const prepared = preparedClient(client, (text) => (isStore(text) ? nameOf(text) : null));
      clients.set(client, prepared);
      return prepared;
    },
    end: () => pool.end(),
  };
}

function preparedClient(client: pg.PoolClient, nameOf: (text: string) => string | null): PostgresPoolClient {
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new Error('rows are read whole here: no statement uses a cursor');
    const name = nameOf(text);
    return client.query({ text, values: [...values], ...(name === null ? {} : { name }) });
  }
  return { query, release: () => { client.release(); } };
}
