import { migrate } from '@skein/persistence';
import { type LocalEnvironment } from '../environment.ts';
import { ensureDatabase, parsePostgresUrl, type PostgresAddress, postgresUrl } from '../parts/database.ts';
import { openPostgres } from '../parts/postgres.ts';
import { openTemporal } from '../parts/temporal.ts';
import { requireTemporal } from '../parts/temporal-namespace.ts';
import { ensureTemporalPrograms } from '../parts/temporal-programs.ts';
import { type Part } from '../process/supervisor.ts';
import { type Terminal } from '../terminal/terminal.ts';
import { filesOf, type Home } from './home.ts';
import { type Ports } from './ports.ts';
import { type PartName } from './stack.ts';

export type ControlPart = Exclude<PartName, 'fleet'>;
export type NamedPart = Part & { readonly name: ControlPart };

/** What is known once the stack's two stores answer. */
export interface Stores {
  readonly database: string;
  readonly temporal: string;
}

export interface Setting {
  readonly home: Home;
  readonly ports: Ports;
  readonly environment: LocalEnvironment;
  readonly terminal: Terminal;
  /** Starts a part, waits until it is healthy and keeps it alive. */
  readonly launch: (part: NamedPart) => Promise<void>;
}

/** PostgreSQL first, since Temporal's store lies in it. */
export async function startStores(setting: Setting): Promise<Stores> {
  const address = await startPostgres(setting);
  const database = setting.environment.databaseUrl ?? postgresUrl(address);
  const step = setting.terminal.step('database');
  step.note('migrating');
  const report = await migrate(database);
  step.done(report.applied.length === 0 ? `${report.already} migrations, nothing new` : `${report.applied.length} migrations applied`);
  return { database, temporal: await startTemporalPart(setting, address) };
}

async function startPostgres({ home, ports, environment, terminal, launch }: Setting): Promise<PostgresAddress> {
  const step = terminal.step('PostgreSQL');
  if (environment.databaseUrl !== null) {
    const given = parsePostgresUrl(environment.databaseUrl);
    step.done(`${given.host}:${given.port}, given by DATABASE_URL`);
    return given;
  }
  step.note('starting');
  const cluster = await openPostgres({ directory: home.postgres, port: ports.postgres, ...filesOf(home, 'postgres') });
  await launch({ name: 'postgres', ...filesOf(home, 'postgres'), stopSignal: 'SIGINT', stopSeconds: 30, healthSeconds: 60, start: () => cluster.start(), healthy: () => cluster.healthy() });
  await ensureDatabase(cluster.url('postgres'), 'skein');
  step.done(`127.0.0.1:${ports.postgres}, data in ${cluster.data}`);
  return parsePostgresUrl(cluster.url('skein'));
}

async function startTemporalPart({ home, ports, environment, terminal, launch }: Setting, postgres: PostgresAddress): Promise<string> {
  const step = terminal.step('Temporal');
  if (environment.temporalAddress !== null) {
    await requireTemporal(environment.temporalAddress, environment.temporalNamespace);
    step.done(`${environment.temporalAddress}, given by TEMPORAL_ADDRESS`);
    return environment.temporalAddress;
  }
  const programs = await ensureTemporalPrograms(environment, step);
  // On a PostgreSQL that several stacks may share, the names of Temporal's databases follow the name of ours.
  const databases = environment.databaseUrl === null ? { store: 'temporal', visibility: 'temporal_visibility' } : { store: `${postgres.database}_temporal`, visibility: `${postgres.database}_temporal_visibility` };
  const server = openTemporal({ programs, postgres, databases, ports, namespace: environment.temporalNamespace, storeIsOurs: environment.databaseUrl === null, directory: home.temporal, ...filesOf(home, 'temporal') });
  step.note('preparing its store');
  await server.prepare();
  step.note('starting');
  await launch({ name: 'temporal', ...filesOf(home, 'temporal'), stopSignal: 'SIGTERM', stopSeconds: 20, healthSeconds: 60, start: () => server.start(), healthy: () => server.healthy() });
  step.done(`${server.address}, namespace ${environment.temporalNamespace}`);
  return server.address;
}
