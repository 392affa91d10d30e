import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '../environment.ts';
import { dropDatabase, parsePostgresUrl, postgresUrl } from '../parts/database.ts';
import { openTemporal, type TemporalPorts } from '../parts/temporal.ts';
import { ensureTemporalPrograms } from '../parts/temporal-programs.ts';
import { supervise } from '../process/supervisor.ts';
import { silentTerminal } from '../terminal/console-terminal.ts';
import { choosePorts } from './ports.ts';

export interface TemporalForTests {
  readonly address: string;
  readonly namespace: string;
  readonly pid: number | null;
  readonly logFile: string;
  /** kill -9; it comes back by itself within a second or two. */
  kill(): Promise<void>;
  untilHealthy(seconds?: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A real Temporal server with a store of its own beside an existing database, on free loopback ports; for tests that need nothing else
 * of the stack. Resolves when its namespace can be used. The server's programs must have been built (`npm test` does) or are built now.
 */
export async function startTemporal(options: { readonly postgresUrl: string; readonly namespace?: string; readonly ports?: Partial<TemporalPorts> }): Promise<TemporalForTests> {
  const directory = await mkdtemp(join(tmpdir(), 'skein-temporal-'));
  const postgres = parsePostgresUrl(options.postgresUrl);
  const namespace = options.namespace ?? 'skein-test';
  const { ports } = await choosePorts(directory, options.ports ?? {}, {});
  const databases = { store: `${postgres.database}_temporal`, visibility: `${postgres.database}_temporal_visibility` };
  const files = { logFile: join(directory, 'temporal.log'), processFile: join(directory, 'temporal.json') };
  const programs = await ensureTemporalPrograms(readEnvironment(), silentTerminal.step('Temporal'));
  const server = openTemporal({ programs, postgres, databases, ports, namespace, storeIsOurs: true, directory, ...files });
  await server.prepare();
  const part = supervise({ name: 'temporal', ...files, stopSignal: 'SIGTERM', stopSeconds: 20, healthSeconds: 60, start: () => server.start(), healthy: () => server.healthy() }, () => undefined);
  await part.start();
  return {
    address: server.address, namespace, logFile: files.logFile,
    get pid() {
      return part.pid;
    },
    kill: () => part.kill(),
    untilHealthy: (seconds = 60) => part.untilHealthy(seconds),
    async stop() {
      await part.stop();
      for (const database of Object.values(databases)) await dropDatabase(postgresUrl(postgres), database).catch(() => undefined);
      await rm(directory, { recursive: true, force: true });
    },
  };
}
