import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureDatabase } from '../parts/database.ts';
import { openPostgres, type PostgresCluster } from '../parts/postgres.ts';
import { stopProcess } from '../process/process-identity.ts';
import { type RunningProcess } from '../process/running-process.ts';
import { choosePorts } from './ports.ts';
import { startTemporal, type TemporalForTests } from './start-temporal.ts';

let directory: string;
let cluster: PostgresCluster;
let server: RunningProcess;
let temporal: TemporalForTests;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'skein-temporal-spec-'));
  await chmod(directory, 0o711);
  const { ports } = await choosePorts(directory, {}, {});
  cluster = await openPostgres({ directory: join(directory, 'postgres'), port: ports.postgres, logFile: join(directory, 'log'), processFile: join(directory, 'process.json'), fsync: false });
  server = await cluster.start();
  await ensureDatabase(cluster.url('postgres'), 'skein');
  temporal = await startTemporal({ postgresUrl: cluster.url('skein') });
}, 120_000);
afterAll(async () => {
  await temporal.stop();
  await stopProcess(server.identity, 'SIGINT', 20);
  await rm(directory, { recursive: true, force: true });
}, 60_000);

/** A server that was killed a moment ago refuses a first connection; the client is asked again by whoever holds it. */
async function withClient<T>(address: string, namespace: string, work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address });
  try {
    return await work(new Client({ connection, namespace }));
  } finally {
    await connection.close();
  }
}

describe('the Temporal server', { timeout: 120_000 }, () => {
  it('remembers a workflow that was started before it was killed', async () => {
    const workflowId = 'kept';
    await withClient(temporal.address, temporal.namespace, (client) => client.workflow.start('nobodyRunsThis', { workflowId, taskQueue: 'nobody', args: [] }));
    const before = temporal.pid;
    await temporal.kill();
    await temporal.untilHealthy();
    expect(temporal.pid).not.toBe(before);
    const found = await withClient(temporal.address, temporal.namespace, (client) => client.workflow.getHandle(workflowId).describe());
    expect(found.status.name).toBe('RUNNING');
  });

  it('runs beside another one on the same PostgreSQL, each with a store of its own', async () => {
    await ensureDatabase(cluster.url('postgres'), 'other');
    const other = await startTemporal({ postgresUrl: cluster.url('other') });
    try {
      await withClient(other.address, other.namespace, (client) => client.workflow.start('nobodyRunsThis', { workflowId: 'only-here', taskQueue: 'nobody', args: [] }));
      await expect(withClient(temporal.address, temporal.namespace, (client) => client.workflow.getHandle('only-here').describe())).rejects.toThrow(/not found/i);
    } finally {
      await other.stop();
    }
  });
});
