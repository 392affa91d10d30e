import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { type DB } from '../generated/schema.ts';
import { secretBox, type SecretBox } from '../secret/secret-box.ts';
import { createLanes } from './lanes.ts';
import { preparedPool } from './prepared-pool.ts';

/** Anything that statements can be sent to: the database itself or a transaction. */
export type Queries = Kysely<DB> | Transaction<DB>;

export interface Database {
  readonly db: Kysely<DB>;
  /** A few connections of their own for halt, pause and health: a flood of other work never makes them wait for one. */
  readonly urgent: Kysely<DB>;
  /** For views: read only, with a shorter end, and with a share for each reader (`readFor`). */
  readonly reading: Kysely<DB>;
  /** One connection that brings `node_status` up before anybody reads it: readers must not wait for it behind each other's slow lists. */
  readonly folding: Kysely<DB>;
  /** What `work` reads through `reading` is counted to `reader`, who holds two connections at most, one while others read, and waits for more. */
  readFor<T>(reader: string, work: () => T): T;
  /** For whom is being read; null: nobody in particular. */
  reader(): string | null;
  readonly secrets: SecretBox;
  /** Statements sent so far through both pools, BEGIN and COMMIT included. */
  statements(): number;
  /** The same by the name that each statement begins with (`/* name *\/`); what has none is counted under `other`. */
  statementsByName(): ReadonlyMap<string, number>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connectionString: string;
  /** 32 bytes that seal credentials; kept outside the database. */
  readonly secretKey: Uint8Array;
  readonly connectionsMax?: number;
  readonly urgentConnectionsMax?: number;
  readonly readingConnectionsMax?: number;
  /** Shown in pg_stat_activity: `api`, `worker`. */
  readonly applicationName?: string;
  readonly statementSecondsMax?: number;
  readonly readingSecondsMax?: number;
  /** An idle connection broke (the server stopped, say); the pool makes another. */
  readonly onConnectionLost?: (error: Error) => void;
}

// A large fleet is folded anew after an upgrade, on a machine that may have much else to do.
const foldingSecondsMax = 300;
// A page asks for several things at once. Beside other readers one is enough to go on.
const connectionsPerReaderMax = 2;

export function openDatabase(options: DatabaseOptions): Database {
  let sent = 0;
  const byName = new Map<string, number>();
  const count = (text: string): void => {
    sent += 1;
    const name = statementName(text);
    byName.set(name, (byName.get(name) ?? 0) + 1);
  };
  const lanes = createLanes(connectionsPerReaderMax);
  const open = (connectionsMax: number, name: string, statementSecondsMax: number, reads = false): Kysely<DB> => {
    const pool = new pg.Pool({
      connectionString: options.connectionString, max: connectionsMax, application_name: name, keepAlive: true,
      statement_timeout: statementSecondsMax * 1000, lock_timeout: 10_000, idle_in_transaction_session_timeout: 15_000,
      connectionTimeoutMillis: 10_000, ...(reads ? { options: '-c default_transaction_read_only=on' } : {}),
    });
    // Without a listener a connection that the server ends while idle would end this process.
    pool.on('error', (error) => options.onConnectionLost?.(error));
    // The same for one that is ended inside a transaction between two statements; the next statement on it tells its caller.
    pool.on('connect', (client) => { client.on('error', () => undefined); });
    const prepared = preparedPool(pool);
    return new Kysely<DB>({ dialect: new PostgresDialect({ pool: reads ? lanes.limit(prepared) : prepared }), log: (event) => { count(event.query.sql); } });
  };
  const name = options.applicationName ?? 'skein';
  const statementSecondsMax = options.statementSecondsMax ?? 30;
  const db = open(options.connectionsMax ?? 10, name, statementSecondsMax);
  const urgent = open(options.urgentConnectionsMax ?? 3, `${name}-urgent`, statementSecondsMax);
  const reading = open(options.readingConnectionsMax ?? 10, `${name}-reading`, options.readingSecondsMax ?? 10, true);
  const folding = open(1, `${name}-folding`, foldingSecondsMax);
  return {
    db, urgent, reading, folding, readFor: (reader, work) => lanes.run(reader, work), reader: () => lanes.owner(), secrets: secretBox(options.secretKey), statements: () => sent, statementsByName: () => byName,
    async close() {
      await Promise.all([db.destroy(), urgent.destroy(), reading.destroy(), folding.destroy()]);
    },
  };
}

/** Names are written by us, so there are a few dozen of them whatever the statements ask for. */
function statementName(text: string): string {
  if (!text.startsWith('/* ')) return text === 'begin' || text === 'commit' || text === 'rollback' ? text : 'other';
  return text.slice(3, text.indexOf(' */'));
}
