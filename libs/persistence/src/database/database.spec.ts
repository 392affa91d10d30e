import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';

describe('the database', () => {
  let test: TestDatabase;
  beforeAll(async () => { test = await openTestDatabase(await startPostgres()); });
  afterAll(() => test.stop());

  it('fails the transaction whose connection is ended between two statements, and nothing else', async () => {
    const { db } = test.database;
    const cut = db.transaction().execute(async (tx) => {
      const { rows: [own] } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(tx);
      await sql`SELECT pg_terminate_backend(${own?.pid})`.execute(db);
      // Nothing asks while the end arrives: only a listener stands between it and the process.
      await new Promise((resolve) => { setTimeout(resolve, 200); });
      await sql`SELECT 1`.execute(tx);
    });
    await expect(cut).rejects.toThrow();
    expect((await sql<{ one: number }>`SELECT 1 AS one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });

  it('counts statements by the names they begin with', async () => {
    const before = test.database.statementsByName().get('counted') ?? 0;
    await sql`/* counted */ SELECT 1`.execute(test.database.db);
    expect(test.database.statementsByName().get('counted')).toBe(before + 1);
  });
});
