import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRefusal, preflightMinimaDefault, type Principal, type Refusal, type SiteId, type TargetProfileId } from '@skein/core';
import { type FleetControl, openFleetControl, openSimulatedTransport, type SimulatedTransport, simulatedNodes, simulatedTarget, startSimulatedFleet, stopSimulatedFleet } from '@skein/node-access';
import {
  type AssessmentQueue, type AssessmentView, type CommandContext, createAssessmentCommands, createAssessmentQueue, createAssessmentViews, createFleetViews, createIdentityStore, createNodeDirectory, type Database, inventoryCommands, migrate, openDatabase,
} from '@skein/persistence';
import { startPostgres, type TestPostgres } from '@skein/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BackgroundLoop } from '../driver/background-loop.ts';
import { assessNodes } from './assess-nodes.ts';

const nodeCount = 12;
const seed = 7;

let postgres: TestPostgres;
let database: Database;
let directory: string;
let transport: SimulatedTransport;
let control: FleetControl;
let admin: Principal;
let siteId: SiteId;
let profileId: TargetProfileId;
let keys = 0;

const by = (): CommandContext => ({ principal: admin, idempotencyKey: `key-${String((keys += 1))}` });
const accepted = <Answer extends object>(answer: Answer | Refusal): Answer => {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.message}`);
  return answer;
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'skein-assess-'));
  const socket = join(directory, 's');
  await startSimulatedFleet({ socket, stateDirectory: join(directory, 'disks'), nodes: nodeCount, seed, timing: { latency: 0.001, connectTimeout: 0.05, answerTimeout: 0.2, boot: 0.1 } });
  transport = openSimulatedTransport();
  control = openFleetControl(socket);
  postgres = await startPostgres();
  const connectionString = await postgres.createDatabase();
  await migrate(connectionString);
  database = openDatabase({ connectionString, secretKey: new Uint8Array(32).fill(7) });
  admin = { ...(await createIdentityStore(database).savePerson({ name: 'adam', role: 'admin', passwordHash: null })), via: 'session' };
  const inventory = inventoryCommands(database);
  ({ siteId } = accepted(await inventory.saveSite({ ...by(), name: 'sim', route: { kind: 'simulated', socket }, credential: null, provider: null })));
  ({ targetProfileId: profileId } = accepted(await inventory.saveTargetProfile({ ...by(), name: 'OpenCloudOS 8', ...simulatedTarget })));
  accepted(await inventory.importNodes({
    ...by(), source: 'sim', dryRun: false,
    rows: simulatedNodes(nodeCount, seed).map((node) => ({ ...node, machineId: null, site: 'sim', credential: null, domains: ['sim'], labels: {}, role: null, protected: false, probes: [] })),
  }));
});
afterAll(async () => {
  await transport.close();
  control.close();
  await stopSimulatedFleet(join(directory, 's'));
  await database.close();
  await postgres.stop();
  await rm(directory, { recursive: true });
});

const problems: string[] = [];
const queue = (): AssessmentQueue => createAssessmentQueue(database);
const openWorker = (over: Partial<AssessmentQueue> = {}): BackgroundLoop => {
  const nodes = createNodeDirectory(database);
  return assessNodes(siteId, { transport, preflightMinima: preflightMinimaDefault, probe: () => Promise.resolve([]), targetOf: (nodeId) => nodes.targetOf(nodeId), queue: { ...queue(), ...over } }, (what, error) => problems.push(`${what}: ${error.message}`));
};
const asked = async (text: string): Promise<string> => accepted(await createAssessmentCommands(database).request({ ...by(), filter: { text }, targetProfileId: profileId })).assessmentBatchId;

/** What became of a batch, by host name, once a worker has worked it off. */
async function assessed(batchId: string, workers: readonly BackgroundLoop[]): Promise<ReadonlyMap<string, AssessmentView>> {
  for (const until = performance.now() + 20_000; performance.now() < until; await sleep(30)) {
    for (const worker of workers) worker.nudge();
    if ((await createAssessmentViews(database).batch(batchId))?.open === 0) break;
  }
  await Promise.all(workers.map((worker) => worker.stop()));
  return new Map((await createAssessmentViews(database).ofBatch(batchId, { first: 200 })).rows.map((row) => [row.hostname, row]));
}

describe('an assessment', () => {
  it('brings facts, findings and whether the change would be allowed, and writes nothing to the node', async () => {
    await control.fault('sim-000001', 'diskShort', true);
    const before = await control.truth('sim-000001');
    const batchId = await asked('sim-');
    const seen = await assessed(batchId, [openWorker(), openWorker()]);
    expect([...seen.values()].map((row) => row.state)).toEqual(Array.from({ length: nodeCount }, () => 'DONE'));
    expect(seen.get('sim-000000')).toMatchObject({ ready: true, message: null });
    expect(seen.get('sim-000001')).toMatchObject({ ready: false, findings: expect.arrayContaining([expect.objectContaining({ checkId: 'disk.predicted', severity: 'inhibit' })]) as unknown });
    expect(await createAssessmentViews(database).batch(batchId)).toMatchObject({ nodes: nodeCount, open: 0, ready: nodeCount - 1, blocked: 1, failed: 0 });
    expect(await createFleetViews(database).nodeByName('sim-000001')).toMatchObject({ os: 'centos-8.5', machineId: simulatedNodes(2, seed)[1]?.machineId, inspectedAt: expect.any(Date) as Date });
    const after = await control.truth('sim-000001');
    expect({ ...after, boots: before.boots }).toEqual(before);
    expect(problems).toEqual([]);
  });

  it('says why a node could not be looked at and what to do', async () => {
    await control.fault('sim-000002', 'unreachable', true);
    await control.fault('sim-000003', 'hostKeyMismatch', true);
    await control.fault('sim-000004', 'becomeRefused', true);
    const seen = await assessed(await asked('sim-00000'), [openWorker()]);
    expect(['sim-000002', 'sim-000003', 'sim-000004', 'sim-000005'].map((name) => seen.get(name)?.state)).toEqual(['FAILED', 'FAILED', 'FAILED', 'DONE']);
    expect(['sim-000002', 'sim-000003', 'sim-000004'].map((name) => seen.get(name)?.message)).toEqual([
      'nobody answers at its address; check power, network and the site\'s way in; then assess it again', expect.stringContaining('another host key'), expect.stringContaining('sudo rule'),
    ]);
  });

  it('does not disturb a node in change, also when the change begins while it says hello', async () => {
    let asks = 0;
    const early = await assessed(await asked('sim-000005'), [openWorker({ isInChange: () => Promise.resolve(true) })]);
    const late = await assessed(await asked('sim-000005'), [openWorker({ isInChange: () => Promise.resolve((asks += 1) > 1) })]);
    expect([early.get('sim-000005')?.message, late.get('sim-000005')?.message]).toEqual([expect.stringContaining('in change'), expect.stringContaining('in change')]);
  });

  it('notices that another machine answers', async () => {
    await database.db.updateTable('node').set({ machine_id: 'f'.repeat(32) }).where('external_id', '=', 'sim-000006').execute();
    expect((await assessed(await asked('sim-000006'), [openWorker()])).get('sim-000006')).toMatchObject({ state: 'FAILED', message: expect.stringContaining('machine id') as string });
  });

  it('is taken up by another worker when the first one was killed, and what that one says late changes nothing', async () => {
    const batchId = await asked('sim-000007');
    const [lost] = await queue().take(siteId, 5);
    if (lost === undefined) throw new Error('nothing was taken');
    expect(await queue().take(siteId, 5)).toEqual([]);
    await database.db.updateTable('assessment').set({ due_at: new Date(0) }).where('assessment_id', '=', lost.assessmentId).execute();
    expect((await assessed(batchId, [openWorker()])).get('sim-000007')).toMatchObject({ state: 'DONE', ready: true });
    expect(await queue().close(lost, { kind: 'failed', message: 'late' })).toBe(false);
    expect((await createAssessmentViews(database).lastOf([lost.nodeId])).get(lost.nodeId)?.state).toBe('DONE');
  });

  it('ends when three workers were lost with it', async () => {
    const batchId = await asked('sim-000008');
    for (let lost = 0; lost < 3; lost += 1) {
      expect(await queue().take(siteId, 5)).toHaveLength(1);
      await database.db.updateTable('assessment').set({ due_at: new Date(0) }).where('ended_at', 'is', null).execute();
    }
    expect((await assessed(batchId, [openWorker()])).get('sim-000008')).toMatchObject({ state: 'FAILED', message: expect.stringContaining('without an answer') as string });
  });

  it('is kept by a worker that takes its time', async () => {
    const batchId = await asked('sim-000009');
    const claims = await queue().take(siteId, 5);
    await database.db.updateTable('assessment').set({ due_at: new Date(0) }).where('ended_at', 'is', null).execute();
    await queue().keep(claims);
    expect(await queue().take(siteId, 5)).toEqual([]);
    expect(await createAssessmentViews(database).batch(batchId)).toMatchObject({ open: 1 });
  });
});
