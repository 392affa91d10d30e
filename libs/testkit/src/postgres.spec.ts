import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, type TestPostgres } from './postgres.ts';

let postgres: TestPostgres;
beforeAll(async () => { postgres = await startPostgres(); });
afterAll(() => postgres.stop());

async function ask(connectionString: string, text: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

describe('a PostgreSQL for tests', () => {
  it('gives databases that know nothing of each other', async () => {
    const [one, other] = [await postgres.createDatabase(), await postgres.createDatabase()];
    await ask(one, 'CREATE TABLE kept (word text)');
    expect(await ask(one, 'SELECT count(*)::int FROM kept')).toEqual([0]);
    await expect(ask(other, 'SELECT count(*) FROM kept')).rejects.toThrow('relation "kept" does not exist');
  });

  it('listens on no port, so that many can start at the same moment', async () => {
    expect(await ask(await postgres.createDatabase(), 'SHOW listen_addresses')).toEqual(['']);
    const others = await Promise.all([startPostgres(), startPostgres()]);
    await Promise.all(others.map((other) => other.stop()));
  });

  it('leaves nothing behind', async () => {
    const other = await startPostgres();
    const folder = new URL(await other.createDatabase()).searchParams.get('host') ?? '';
    expect(existsSync(folder)).toBe(true);
    await other.stop();
    expect(existsSync(folder)).toBe(false);
  });
});
