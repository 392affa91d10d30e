import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive, signalProcess, stopProcess, untilGone } from '../process/process-identity.ts';
import { type RunningProcess } from '../process/running-process.ts';
import { choosePorts } from '../stack/ports.ts';
import { openPostgres, type PostgresCluster, postgresPortInUse } from './postgres.ts';

let directory: string;
const started: RunningProcess[] = [];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'skein-postgres-spec-'));
  await chmod(directory, 0o711);
});
afterEach(async () => {
  for (const server of started.splice(0)) await stopProcess(server.identity, 'SIGINT', 20);
  await rm(directory, { recursive: true, force: true });
});

async function open(): Promise<{ readonly cluster: PostgresCluster; readonly port: number }> {
  const port = (await choosePorts(directory, {}, {})).ports.postgres;
  return { port, cluster: await openPostgres({ directory: join(directory, 'postgres'), port, logFile: join(directory, 'log'), processFile: join(directory, 'process.json') }) };
}
async function start(cluster: PostgresCluster): Promise<RunningProcess> {
  const server = await cluster.start();
  started.push(server);
  return server;
}
async function query(cluster: PostgresCluster, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: cluster.url('postgres') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
const written = (cluster: PostgresCluster) => query(cluster, 'SELECT count(*)::int AS n FROM kept');

describe('the embedded PostgreSQL', { timeout: 120_000 }, () => {
  it('keeps what was committed when it is killed with connections open', async () => {
    const { cluster } = await open();
    const server = await start(cluster);
    await query(cluster, 'CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n');
    const busy = new Client({ connectionString: cluster.url('postgres') });
    busy.on('error', () => undefined);
    await busy.connect();
    const sleeping = busy.query('SELECT pg_sleep(60)').catch((error: Error) => error.message);
    signalProcess(server.identity, 'SIGKILL');
    await untilGone(server.identity, 10);
    await start(cluster);
    expect(await written(cluster)).toEqual([{ n: 1000 }]);
    expect(await sleeping).toMatch(/terminat/i);
  });

  it('is taken over, not started twice, when it still runs', async () => {
    const { cluster } = await open();
    const server = await start(cluster);
    const again = await (await openAgain(cluster)).start();
    expect(again.identity).toEqual(server.identity);
  });

  it('says on which port it still runs, and moves when the next start wants another', async () => {
    const { cluster, port } = await open();
    const server = await start(cluster);
    await query(cluster, 'CREATE TABLE kept AS SELECT 1 AS n');
    expect(await postgresPortInUse(join(directory, 'postgres'))).toBe(port);
    const other = (await choosePorts(`${directory}/other`, {}, {})).ports.postgres;
    const moved = await openPostgres({ directory: join(directory, 'postgres'), port: other, logFile: join(directory, 'log'), processFile: join(directory, 'process.json') });
    await start(moved);
    expect(isAlive(server.identity)).toBe(false);
    expect(await written(moved)).toEqual([{ n: 1 }]);
  });

  it('flushes what it acknowledges, checks its pages and listens on loopback only', async () => {
    const { cluster } = await open();
    await start(cluster);
    const settings = await query(cluster, "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'data_checksums', 'listen_addresses', 'unix_socket_directories') ORDER BY name");
    expect(settings.map(({ name, setting }) => [name, setting])).toEqual([['data_checksums', 'on'], ['fsync', 'on'], ['listen_addresses', '127.0.0.1'], ['synchronous_commit', 'on'], ['unix_socket_directories', '']]);
  });

  it('finds a place that its own user can reach when the home lies in a closed folder, and a new one for a new home', async () => {
    await chmod(directory, 0o700);
    const { cluster } = await open();
    const first = await start(cluster);
    await query(cluster, 'CREATE TABLE kept AS SELECT 1 AS n');
    expect((await open()).cluster.data).toBe(cluster.data);
    await stopProcess(first.identity, 'SIGINT', 20);
    await rm(join(directory, 'postgres'), { recursive: true });
    await rm(join(directory, 'postgres.password'));
    const { cluster: fresh } = await open();
    const second = await start(fresh);
    await expect(written(fresh)).rejects.toThrow(/does not exist/);
    await stopProcess(second.identity, 'SIGINT', 20);
    for (const one of [cluster, fresh]) if (!one.data.startsWith(directory)) await rm(join(one.data, '..'), { recursive: true, force: true });
  });

  it('lets nobody in without the password', async () => {
    const { cluster } = await open();
    await start(cluster);
    const url = new URL(cluster.url('postgres'));
    url.password = 'wrong';
    const client = new Client({ connectionString: url.href });
    await expect(client.connect()).rejects.toThrow(/password authentication failed/);
  });

  async function openAgain(cluster: PostgresCluster): Promise<PostgresCluster> {
    const port = Number(new URL(cluster.url('postgres')).port);
    return openPostgres({ directory: join(directory, 'postgres'), port, logFile: join(directory, 'log'), processFile: join(directory, 'process.json') });
  }
});
