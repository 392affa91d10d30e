import { type Database, openDatabase } from '../database/database.ts';
import { migrate } from '../schema/migrate.ts';

/** What `startPostgres` of the test kit gives; specs bring it along, because only they may import it. */
interface PostgresServer {
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

export interface TestDatabase {
  readonly database: Database;
  readonly connectionString: string;
  /** Leaves the server running, for the next test's database. */
  close(): Promise<void>;
  stop(): Promise<void>;
}

/** A migrated database of its own. */
export async function openTestDatabase(postgres: PostgresServer): Promise<TestDatabase> {
  const connectionString = await postgres.createDatabase();
  await migrate(connectionString);
  const database = openDatabase({ connectionString, secretKey: new Uint8Array(32).fill(7), connectionsMax: 20 });
  return {
    database, connectionString,
    close: () => database.close(),
    async stop() {
      await database.close();
      await postgres.stop();
    },
  };
}
