import { startPostgres, type TestPostgres } from '@skein/testkit';
import { type Database, openDatabase } from '../database/database.ts';
import { migrate } from '../schema/migrate.ts';

export interface TestDatabase {
  readonly database: Database;
  readonly connectionString: string;
  stop(): Promise<void>;
}

/** A migrated database of its own on a real PostgreSQL, thrown away by `stop`. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const postgres: TestPostgres = await startPostgres();
  const connectionString = await postgres.createDatabase();
  await migrate(connectionString);
  const database = openDatabase({ connectionString, secretKey: new Uint8Array(32).fill(7), connectionsMax: 20 });
  return {
    database, connectionString,
    async stop() {
      await database.close();
      await postgres.stop();
    },
  };
}
