import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, readlink, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { partEnvironment } from '../environment.ts';
import { identifyProcess, processesWorkingIn, type ProcessIdentity, stopProcess, untilGone } from '../process/process-identity.ts';
import { writeProcessFile } from '../process/process-file.ts';
import { adoptProcess, type RunningProcess, startProcess, tailOf } from '../process/running-process.ts';
import { ensureInnerPassword } from '../stack/secrets.ts';
import { canConnect, postgresUrl } from './database.ts';
import { dataLinkOf, placePostgres, type PostgresPlace } from './postgres-place.ts';

const run = promisify(execFile);

export interface PostgresOptions {
  /** Holds the cluster and the password of its superuser; made when missing. */
  readonly directory: string;
  readonly port: number;
  readonly logFile: string;
  readonly processFile: string;
  /** Throw-away clusters of tests may turn this off. Default true: what was acknowledged survives a power cut. */
  readonly fsync?: boolean;
}

/** An embedded cluster that is made and knows how to be started; start as often as needed. */
export interface PostgresCluster {
  readonly url: (database: string) => string;
  readonly data: string;
  /** Starts the server and waits until it answers, or takes the one over that still runs on these data. */
  start(): Promise<RunningProcess>;
  /** One question: does it answer queries? */
  healthy(): Promise<boolean>;
}

export const superuser = 'skein';
const environment = () => partEnvironment({ LC_ALL: 'C', LC_MESSAGES: 'C' });

/** Made beside and renamed when complete: a cluster that was killed while being made is made again. */
async function makeCluster(place: PostgresPlace, password: string): Promise<void> {
  if (existsSync(join(place.data, 'PG_VERSION'))) return;
  const making = `${place.data}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true, mode: 0o700 });
  const passwordFile = join(making, '..', 'initdb-password');
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.user !== null) {
    await chown(making, place.user.uid, place.user.gid);
    await chown(passwordFile, place.user.uid, place.user.gid);
  }
  try {
    await run(join(place.programs, 'initdb'), [
      '--pgdata', making, '--username', superuser, '--pwfile', passwordFile, '--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C', '--data-checksums',
    ], { env: environment(), cwd: '/', ...(place.user ?? {}) });
  } catch (cause) {
    throw new Error('make a PostgreSQL cluster', { cause });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(making, place.data);
}

/** The server that works on these data right now, whoever started it: a postmaster's working directory is its data folder. */
async function runningServer(data: string): Promise<ProcessIdentity | null> {
  let pid: number;
  try {
    pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  } catch {
    return null;
  }
  const identity = identifyProcess(pid);
  if (identity === null) return null;
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(data)) ? identity : null;
  } catch {
    return null;
  }
}

async function portOf(data: string): Promise<number | null> {
  const lines = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const port = Number(lines.split('\n')[3]);
  return Number.isInteger(port) && port > 0 ? port : null;
}

/** The port on which a server of this folder still listens; null when none runs. */
export async function postgresPortInUse(directory: string): Promise<number | null> {
  for (const data of [join(directory, 'data'), await readlink(dataLinkOf(directory)).catch(() => null)]) {
    if (data !== null && (await runningServer(data)) !== null) return portOf(data);
  }
  return null;
}

export async function openPostgres(options: PostgresOptions): Promise<PostgresCluster> {
  const place = await placePostgres(options.directory);
  const password = await ensureInnerPassword(`${options.directory}.password`);
  await makeCluster(place, password);
  const url = (database: string) => postgresUrl({ host: '127.0.0.1', port: options.port, user: superuser, password, database });

  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1', port: options.port, unix_socket_directories: '', max_connections: 200, shared_buffers: '128MB',
    timezone: 'UTC', log_timezone: 'UTC', jit: 'off', fsync: options.fsync === false ? 'off' : 'on',
  };

  async function start(): Promise<RunningProcess> {
    const left = await runningServer(place.data);
    if (left !== null && (await portOf(place.data)) === options.port) {
      writeProcessFile(options.processFile, left);
      return adoptProcess(left);
    }
    if (left !== null) {
      // It listens on a port of an earlier configuration. SIGINT: fast shutdown, open connections are ended.
      await stopProcess(left, 'SIGINT', 30);
    }
    await clearRemains(place.data);
    const server = await startProcess({
      argv: [join(place.programs, 'postgres'), '-D', place.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      environment: environment(), directory: '/', logFile: options.logFile, processFile: options.processFile, ...(place.user === null ? {} : { user: place.user }),
    });
    const ended = await Promise.race([server.exited, untilAnswering(url('postgres'))]);
    if (ended !== null) throw new Error(`PostgreSQL ended with ${ended}:\n${await tailOf(options.logFile, 8)}`);
    return server;
  }

  return { url, data: place.data, start, healthy: () => canConnect(url('postgres')) };
}

/**
 * After kill -9 of the postmaster its children notice within moments and end. Two generations on the same data would destroy them, so
 * the lock file goes only when nobody works there any more; and it has to go, because its process id may belong to somebody else by now.
 */
async function clearRemains(data: string): Promise<void> {
  const folder = await realpath(data);
  for (const left of processesWorkingIn(folder)) {
    if (!(await untilGone(left, 5))) await stopProcess(left, 'SIGQUIT', 5);
  }
  if (processesWorkingIn(folder).length > 0) throw new Error(`somebody works in ${folder}`);
  await rm(join(data, 'postmaster.pid'), { force: true });
}

async function untilAnswering(url: string): Promise<null> {
  // Recovery after a crash replays what was written since the last checkpoint; a minute is far beyond what a local stack collects.
  for (let left = 1200; left > 0 && !(await canConnect(url)); left -= 1) await sleep(50);
  return null;
}
