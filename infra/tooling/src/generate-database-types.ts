import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describeSchema, migrate } from '@skein/persistence';
import { startPostgres } from '@skein/testkit';
import { report, workspaceRoot, writeGenerated, type GeneratedFile } from './generated-file.ts';

/** The types of all tables and views, and the whole schema as text, read from a database that the migrations have just made: about three seconds. */
export async function generateDatabaseTypes(): Promise<GeneratedFile[]> {
  const directory = await mkdtemp(join(tmpdir(), 'skein-database-types-'));
  const postgres = await startPostgres();
  try {
    const url = await postgres.createDatabase();
    await migrate(url);
    const outFile = join(directory, 'schema.ts');
    const generator = join(workspaceRoot, 'node_modules/.bin/kysely-codegen');
    await promisify(execFile)(process.execPath, [generator, '--dialect', 'postgres', '--url', url, '--out-file', outFile], { cwd: directory });
    return [
      { path: 'libs/persistence/src/generated/schema.ts', content: await readFile(outFile, 'utf8') },
      { path: 'libs/persistence/schema.sql', content: await describeSchema(url) },
    ];
  } finally {
    await postgres.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

if (import.meta.main) report(await writeGenerated(await generateDatabaseTypes()));
