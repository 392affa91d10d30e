import { type JobId, type NodeId, type RunId, type SiteId } from '@skein/core';
import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDriverStore } from '../driver/postgres-driver-store.ts';
import { aFleet, aSpec, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createRunStore } from '../run/postgres-run-store.ts';
import { createWatchStore } from './postgres-watch-store.ts';
import { type JobReport, type ObservationRound, type WatchStore } from './watch-store.ts';

describe('the watch store', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  let watch: WatchStore;
  let node: { readonly node_id: NodeId; readonly site_id: SiteId; readonly run_id: RunId };
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 4, sites: 1, perRack: 4 });
    watch = createWatchStore(test.database);
    await startedCampaign(test.database, fleet, aSpec(fleet, { waves: [{ count: 1 }, { rest: true }], gate: { ...aSpec(fleet).gate, soakSeconds: 300 } }));
    await fakeWorker(test.database, () => 'hangs').run();
    const { rows: [row] } = await sql<typeof node>`SELECT node_id, site_id, run_id FROM node_run WHERE state_kind = 'APPLYING'`.execute(test.database.db);
    if (row === undefined) throw new Error('nothing hangs');
    node = row;
  });
  beforeEach(() => sql`DELETE FROM outbox`.execute(test.database.db));
  afterAll(() => test.stop());

  const pokes = async (): Promise<string[]> => (await sql<{ driver: string }>`SELECT driver FROM outbox`.execute(test.database.db)).rows.map((row) => row.driver);
  const report = (more: Partial<JobReport>): JobReport => ({ jobId: `${node.run_id}.1.apply` as JobId, state: 'RUNNING', phase: 'swap', incarnation: 1, seq: 2, seenBootId: 'boot-1', exitCode: null, reason: null, transactions: 0, ...more });
  const look = (good: boolean | null, more: Partial<ObservationRound> = {}) => watch.recordObservations(node.site_id, {
    gapSecondsMax: 30, blind: false, nodes: [{ nodeId: node.node_id, reachable: good, bootId: null, results: [] }], ...more,
  });

  it('believes newer news only, and wakes the run on an end', async () => {
    expect(await watch.recordJobs(node.node_id, [report({})])).toHaveLength(1);
    expect(await watch.recordJobs(node.node_id, [report({})])).toEqual([]);
    expect(await watch.recordJobs(node.node_id, [report({ seq: 1, phase: 'download' })])).toEqual([]);
    expect(await pokes()).toEqual([]);
    await watch.recordJobs(node.node_id, [report({ seq: 3, phase: 'rebooting' })]);
    const { rows: [run] } = await sql<{ state_kind: string }>`SELECT state_kind FROM node_run WHERE run_id = ${node.run_id}`.execute(test.database.db);
    expect(run?.state_kind).toBe('REBOOTING');
    expect(await pokes()).toEqual([]);
    // A job that died wrote nothing, so its end comes with the number that is known.
    expect(await watch.recordJobs(node.node_id, [report({ seq: 3, phase: 'rebooting', state: 'CRASHED' })])).toHaveLength(1);
    expect(await pokes()).toEqual([`nodeRun/${node.run_id}`]);
    expect(await watch.recordJobs(node.node_id, [report({ seq: 3, phase: 'rebooting', state: 'RUNNING' })])).toEqual([]);
    expect(await watch.recordJobs(fleet.nodeIds.find((nodeId) => nodeId !== node.node_id) as NodeId, [report({ seq: 9 })])).toEqual([]);
  });

  it('wakes the driver of a change whose node was not heard of for too long, until it has looked', async () => {
    await sql`UPDATE node_job SET state = 'RUNNING', last_seen_at = now() - interval '1 day', launched_at = now() - interval '1 day'`.execute(test.database.db);
    await sql`UPDATE node_run SET advanced_at = now() - interval '1 day' WHERE run_id = ${node.run_id}`.execute(test.database.db);
    await watch.tickDeadlines(node.site_id);
    expect(await pokes()).toContain(`nodeRun/${node.run_id}`);
    await sql`DELETE FROM outbox`.execute(test.database.db);
    await sql`UPDATE node_run SET advanced_at = now() WHERE run_id = ${node.run_id}`.execute(test.database.db);
    await watch.tickDeadlines(node.site_id);
    expect(await pokes()).toEqual([]);
  });

  it('gives each shard to one owner until he is gone', async () => {
    expect(await watch.claimShards(node.site_id, 'one', 4, 0.2)).toEqual([0, 1, 2, 3]);
    expect(await watch.claimShards(node.site_id, 'two', 4, 60)).toEqual([]);
    expect(await watch.claimShards(node.site_id, 'one', 4, 0.2)).toEqual([0, 1, 2, 3]);
    await sql`SELECT pg_sleep(0.3)`.execute(test.database.db);
    expect(await watch.claimShards(node.site_id, 'two', 4, 60)).toEqual([0, 1, 2, 3]);
    await watch.releaseShards('two');
    expect(await watch.claimShards(node.site_id, 'one', 4, 60)).toEqual([0, 1, 2, 3]);
  });

  it('divides the nodes among the shards, each in one', async () => {
    const seen = await Promise.all([0, 1, 2].map((shard) => watch.nodesToObserve(node.site_id, [shard], 3)));
    expect(seen.flat().map((observed) => observed.target.nodeId).sort()).toEqual((await watch.nodesToObserve(node.site_id, [0, 1, 2], 3)).map((observed) => observed.target.nodeId).sort());
    expect(seen.flat().filter((observed) => observed.isControlNode)).toHaveLength(1);
    expect(seen.flat()).toHaveLength(5);
  });

  describe('while a run soaks', () => {
    const exposure = async (): Promise<number> => (await sql<{ seconds: number }>`SELECT exposure_seconds AS seconds FROM soak`.execute(test.database.db)).rows[0]?.seconds ?? -1;
    const ago = (seconds: number) => sql`UPDATE soak SET last_good_at = last_good_at - make_interval(secs => ${seconds})`.execute(test.database.db);
    const control = { nodeId: '' as NodeId, reachable: true, bootId: null, results: [] };
    beforeAll(async () => {
      const runs = createRunStore(test.database);
      const claim = await runs.claim(node.run_id);
      if (claim === null) throw new Error('it cannot be claimed');
      await runs.move(claim, 'REBOOTING', { kind: 'VERIFYING' });
      await runs.move(claim, 'VERIFYING', { kind: 'SOAKING' }, { soakSeconds: 300 });
      const { rows: [row] } = await sql<{ node_id: NodeId }>`SELECT node_id FROM node WHERE role = 'control'`.execute(test.database.db);
      control.nodeId = row?.node_id ?? control.nodeId;
      await look(true, { nodes: [control] });
    });

    it('adds only time between two good looks that are close enough', async () => {
      await look(true);
      expect(await exposure()).toBe(0);
      await ago(10);
      await look(true);
      expect(Math.round(await exposure())).toBe(10);
      await ago(31);
      await look(true);
      await look(false);
      await look(true);
      expect(Math.round(await exposure())).toBe(10);
      await look(null);
      await look(true);
      expect(Math.round(await exposure())).toBe(10);
    });

    it('counts nothing while the control nodes of the site are silent, or nobody could look', async () => {
      const attended = async () => (await sql<{ at: Date }>`SELECT attended_until AS at FROM site`.execute(test.database.db)).rows[0]?.at.getTime();
      const before = await attended();
      await ago(10);
      await look(true, { nodes: [{ ...control, reachable: false }, { nodeId: node.node_id, reachable: true, bootId: null, results: [] }] });
      await look(true, { blind: true });
      expect([Math.round(await exposure()), await attended()]).toEqual([10, before]);
      await look(true, { nodes: [control] });
      expect(await attended()).toBeGreaterThan(before ?? 0);
    });

    it('blames no node for its silence while the control nodes are silent too', async () => {
      const stands = async () => (await sql<{ status: string }>`SELECT status FROM availability_interval WHERE node_id = ${node.node_id} AND source = 'probe' AND until_at IS NULL`.execute(test.database.db)).rows.map((row) => row.status);
      const silent = { nodeId: node.node_id, reachable: false, bootId: null, results: [] };
      await look(false, { nodes: [control, silent] });
      expect(await stands()).toEqual(['UNAVAILABLE']);
      await look(false, { nodes: [{ ...control, reachable: false }, silent] });
      expect(await stands()).toEqual(['UNKNOWN']);
      // A service that answers wrongly has been seen, whoever else is silent.
      await look(false, { nodes: [{ ...silent, reachable: true, results: [{ verdict: 'bad', detail: 'HTTP 500' }] }] });
      expect(await stands()).toEqual(['UNAVAILABLE']);
      await look(true, { nodes: [control, { ...silent, reachable: true }] });
      expect(await stands()).toEqual([]);
    });

    it('ends the run when its seconds are complete, and wakes its wave, since nobody drives a run that soaks', async () => {
      await sql`UPDATE soak SET exposure_seconds = 299.9, last_good_at = now() - interval '1 s'`.execute(test.database.db);
      await look(true);
      expect((await createRunStore(test.database).load(node.run_id))?.state.kind).toBe('SUCCEEDED');
      expect((await pokes()).every((driver) => driver.startsWith('wave/'))).toBe(true);
      expect(await pokes()).not.toEqual([]);
    });
  });

  it('tells since when nobody watches a site', async () => {
    await sql`UPDATE site SET attended_until = now() - interval '31 s'`.execute(test.database.db);
    await createDriverStore(test.database).reconcile();
    expect((await sql<{ since: Date | null }>`SELECT unattended_since AS since FROM site`.execute(test.database.db)).rows[0]?.since).not.toBeNull();
  });
});
