import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';

describe('reading', () => {
  let test: TestDatabase;
  beforeAll(async () => { test = await openTestDatabase(await startPostgres()); });
  afterAll(() => test.stop());

  /** How many of these run in PostgreSQL at the same time, as seen from outside. */
  async function mostAtOnce(reader: string, statements: number): Promise<number> {
    const mark = `/* ${reader} reads */`;
    let done = false;
    const all = test.database.readFor(reader, () => Promise.all(Array.from({ length: statements }, () => sql`${sql.raw(mark)} SELECT pg_sleep(0.1)`.execute(test.database.reading)))).finally(() => { done = true; });
    let most = 0;
    while (!done) {
      const { rows: [row] } = await sql<{ running: number }>`SELECT count(*)::int AS running FROM pg_stat_activity WHERE state = 'active' AND query LIKE ${`${mark}%`}`.execute(test.database.urgent);
      most = Math.max(most, row?.running ?? 0);
    }
    await all;
    return most;
  }

  it('is done over two connections at a time by one reader, whatever is asked at once', async () => {
    expect(await mostAtOnce('olga', 12)).toBe(2);
  });

  it('is done over one connection by each of several readers, and over two again by who is left', async () => {
    const vera = test.database.readFor('vera', () => Promise.all(Array.from({ length: 10 }, () => sql`SELECT pg_sleep(0.1)`.execute(test.database.reading))));
    expect(await mostAtOnce('olga', 5)).toBe(1);
    await vera;
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await mostAtOnce('olga', 6)).toBe(2);
  });

  it('leaves a place to others although one reader waits for many', async () => {
    const slow = test.database.readFor('olga', () => Promise.all(Array.from({ length: 20 }, () => sql`SELECT pg_sleep(0.2)`.execute(test.database.reading))));
    let olgaIsDone = false;
    void slow.then(() => { olgaIsDone = true; });
    for (let time = 0; time < 5; time += 1) await test.database.readFor('vera', () => sql`SELECT 1`.execute(test.database.reading));
    expect(olgaIsDone).toBe(false);
    await slow;
  });

  it('gives a place back after a statement that failed', async () => {
    const failing = (): Promise<unknown> => sql`SELECT 1 / 0`.execute(test.database.reading);
    for (let time = 0; time < 5; time += 1) await expect(test.database.readFor('olga', failing)).rejects.toThrow('division by zero');
    await expect(test.database.readFor('olga', () => sql<{ one: number }>`SELECT 1 AS one`.execute(test.database.reading))).resolves.toMatchObject({ rows: [{ one: 1 }] });
  });

  it('cannot write', async () => {
    await expect(sql`DELETE FROM person`.execute(test.database.reading)).rejects.toThrow('read-only');
  });
});
