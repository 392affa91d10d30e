import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { partEnvironment } from '../environment.ts';
import { type RunningProcess, startProcess } from '../process/running-process.ts';
import { type Ports } from '../stack/ports.ts';
import { databaseMark, dropDatabase, ensureDatabase, hasTemporalSchema, markDatabase, type PostgresAddress, postgresUrl } from './database.ts';
import { ensureNamespace, namespaceIsUsable } from './temporal-namespace.ts';
import { type TemporalPrograms } from './temporal-programs.ts';

const run = promisify(execFile);

export type TemporalPorts = Pick<Ports, Extract<keyof Ports, `temporal.${string}`>>;

export interface TemporalOptions {
  readonly programs: TemporalPrograms;
  /** A server on which two databases for Temporal may be made; `database` exists already. */
  readonly postgres: PostgresAddress;
  /** Two stacks on one server need two pairs: cluster membership is a table. */
  readonly databases: { readonly store: string; readonly visibility: string };
  readonly ports: TemporalPorts;
  readonly namespace: string;
  /** Nobody else keeps these two databases: one whose making was cut short may be dropped and made anew. */
  readonly storeIsOurs: boolean;
  readonly directory: string;
  readonly logFile: string;
  readonly processFile: string;
}

export interface TemporalServer {
  readonly address: string;
  /** Schema of both databases, made or brought up to date; repeating it changes nothing. */
  prepare(): Promise<void>;
  start(): Promise<RunningProcess>;
  /** One question: does the frontend answer for our namespace? Registers the namespace when it is missing. */
  healthy(): Promise<boolean>;
}

const completeMark = 'Temporal store of Skein, schema complete';
/** Fixed for the life of a store; four are plenty for one machine. */
const historyShards = '4';

export function openTemporal(options: TemporalOptions): TemporalServer {
  const { postgres, ports } = options;
  const address = `127.0.0.1:${ports['temporal.frontend']}`;
  const tls: Record<string, string> = postgres.tls === true ? { SQL_TLS: 'true', SQL_TLS_ENABLED: 'true', SQL_HOST_VERIFICATION: 'false', SQL_TLS_DISABLE_HOST_VERIFICATION: 'true' } : {};

  async function sqlTool(database: string, ...args: string[]): Promise<void> {
    const server = ['--plugin', 'postgres12', '--ep', postgres.host, '--port', String(postgres.port), '--user', postgres.user, '--db', database];
    try {
      // The password goes by environment: arguments can be read by anybody on the machine.
      await run(options.programs.sqlTool, [...server, ...args], { env: partEnvironment({ SQL_PASSWORD: postgres.password, ...tls }), cwd: options.directory });
    } catch (cause) {
      throw new Error(`prepare Temporal's database ${database} (${args[0] ?? ''})`, { cause });
    }
  }

  async function prepareOne(database: string, schema: string): Promise<void> {
    const server = postgresUrl(postgres);
    // Temporal's tool cannot go on where it was killed; a store that never was complete holds nothing anyway.
    const finished = (await databaseMark(server, database)) === completeMark;
    if (!finished && options.storeIsOurs) await dropDatabase(server, database);
    await ensureDatabase(server, database);
    if (!(await hasTemporalSchema(postgresUrl({ ...postgres, database })))) await sqlTool(database, 'setup-schema', '-v', '0.0');
    await sqlTool(database, 'update-schema', '--schema-name', schema);
    if (!finished && options.storeIsOurs) await markDatabase(server, database, completeMark);
  }

  return {
    address,
    async prepare() {
      await mkdir(options.directory, { recursive: true, mode: 0o700 });
      await prepareOne(options.databases.store, 'postgresql/v12/temporal');
      await prepareOne(options.databases.visibility, 'postgresql/v12/visibility');
    },
    async start() {
      // The server refuses to start without this file.
      const dynamicConfig = join(options.directory, 'dynamic-config.yaml');
      await writeFile(dynamicConfig, '{}\n');
      return startProcess({
        argv: [options.programs.server, '--allow-no-auth', 'start'],
        environment: partEnvironment({
          DB: 'postgres12', POSTGRES_SEEDS: postgres.host, DB_PORT: String(postgres.port), POSTGRES_USER: postgres.user, POSTGRES_PWD: postgres.password,
          DBNAME: options.databases.store, VISIBILITY_DBNAME: options.databases.visibility, NUM_HISTORY_SHARDS: historyShards, ...tls,
          BIND_ON_IP: '127.0.0.1', TEMPORAL_BROADCAST_ADDRESS: '127.0.0.1', LOG_LEVEL: 'warn', DYNAMIC_CONFIG_FILE_PATH: dynamicConfig, PPROF_PORT: '0',
          FRONTEND_GRPC_PORT: String(ports['temporal.frontend']), FRONTEND_MEMBERSHIP_PORT: String(ports['temporal.frontend.membership']), FRONTEND_HTTP_PORT: String(ports['temporal.frontend.http']),
          HISTORY_GRPC_PORT: String(ports['temporal.history']), HISTORY_MEMBERSHIP_PORT: String(ports['temporal.history.membership']),
          MATCHING_GRPC_PORT: String(ports['temporal.matching']), MATCHING_MEMBERSHIP_PORT: String(ports['temporal.matching.membership']),
          WORKER_GRPC_PORT: String(ports['temporal.worker']), WORKER_MEMBERSHIP_PORT: String(ports['temporal.worker.membership']),
        }),
        directory: options.directory, logFile: options.logFile, processFile: options.processFile,
      });
    },
    async healthy() {
      if (await namespaceIsUsable(address, options.namespace)) return true;
      await ensureNamespace(address, options.namespace).catch(() => undefined);
      await sleep(100);
      return namespaceIsUsable(address, options.namespace);
    },
  };
}
