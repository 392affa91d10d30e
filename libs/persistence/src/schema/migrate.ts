import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

export interface MigrationReport {
  readonly applied: readonly string[];
  readonly already: number;
}

const migrationsUrl = new URL('../../migrations/', import.meta.url);

/**
 * Applies the SQL files of `migrations/` that this database has not seen, in the order of their names, each in a transaction of its own.
 * Safe to call from several processes at once. Throws when a file that was applied has changed since, or is gone.
 */
export async function migrate(connectionString: string): Promise<MigrationReport> {
  const files = await readMigrations();
  const client = new pg.Client({ connectionString, lock_timeout: 60_000 });
  // A client without this listener ends the process when the server goes away.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(7305, 0)`);
    await client.query(`CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
    const { rows } = await client.query<{ name: string; checksum: string }>(`SELECT name, checksum FROM schema_migration ORDER BY name`);
    for (const row of rows) {
      const file = files.find(({ name }) => name === row.name);
      if (file === undefined) throw new Error(`migration ${row.name} was applied to this database but does not exist here: this program is older than its database`);
      if (file.checksum !== row.checksum) throw new Error(`migration ${row.name} was changed after it had been applied: write a new one instead`);
    }
    const applied: string[] = [];
    for (const file of files.filter(({ name }) => !rows.some((row) => row.name === name))) {
      await apply(client, file);
      applied.push(file.name);
    }
    return { applied, already: rows.length };
  } finally {
    // Ending the session gives the advisory lock back, too.
    await client.end();
  }
}

interface MigrationFile { readonly name: string; readonly text: string; readonly checksum: string }

async function readMigrations(): Promise<readonly MigrationFile[]> {
  const names = (await readdir(fileURLToPath(migrationsUrl))).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map(async (name) => {
    const text = await readFile(new URL(name, migrationsUrl), 'utf8');
    return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
  }));
}

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(file.text);
    await client.query(`INSERT INTO schema_migration (name, checksum) VALUES ($1, $2)`, [file.name, file.checksum]);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw new Error(`apply migration ${file.name}`, { cause });
  }
}
