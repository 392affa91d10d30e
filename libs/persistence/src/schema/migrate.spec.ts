import { startPostgres, type TestPostgres } from '@skein/testkit';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeSchema } from './describe-schema.ts';
import { migrate } from './migrate.ts';

describe('migrations', () => {
  let postgres: TestPostgres;
  beforeAll(async () => { postgres = await startPostgres(); });
  afterAll(() => postgres.stop());

  it('are applied once, even by three processes at the same time', async () => {
    const url = await postgres.createDatabase();
    const reports = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    const files = (await readdir(new URL('../../migrations/', import.meta.url))).length;
    expect(reports.map((report) => report.applied.length).sort()).toEqual([0, 0, files]);
    await expect(migrate(url)).resolves.toEqual({ applied: [], already: files });
  });

  it('together make exactly what schema.sql shows', async () => {
    const url = await postgres.createDatabase();
    await migrate(url);
    expect(await describeSchema(url)).toBe(await readFile(new URL('../../schema.sql', import.meta.url), 'utf8'));
  });

  it('are refused when one was changed after it had been applied, and when the database is newer', async () => {
    const url = await postgres.createDatabase();
    await migrate(url);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`INSERT INTO schema_migration (name, checksum) VALUES ('9999_later.sql', 'x')`);
    await expect(migrate(url)).rejects.toThrow('older than its database');
    await client.query(`DELETE FROM schema_migration WHERE name = '9999_later.sql'`);
    await client.query(`UPDATE schema_migration SET checksum = 'y' WHERE name = '0002_campaign.sql'`);
    await expect(migrate(url)).rejects.toThrow('0002_campaign.sql was changed');
    await client.end();
  });
});
