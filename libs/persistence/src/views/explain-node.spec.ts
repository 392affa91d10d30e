import { type CampaignId, type RunStateKind, waveTransitions, type WaveStateKind } from '@skein/core';
import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDriverStore } from '../driver/postgres-driver-store.ts';
import { leaseKinds } from '../run/run-kinds.ts';
import { aFleet, aSpec, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createFleetViews } from './fleet-views.ts';

describe('what stands between a node and its change', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  let campaignId: CampaignId;
  let nodeId: string;
  let laterNodeId: string;
  const set = (statement: string) => sql.raw(statement).execute(test.database.db);
  const explain = async (node: string) => {
    const explanation = await createFleetViews(test.database).explain(node);
    if (explanation === null) throw new Error('there is no such node');
    return explanation.obstacles;
  };
  const kinds = async (node: string) => (await explain(node)).map((obstacle) => obstacle.reason.kind);
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 16, sites: 1, perRack: 20 });
    ({ campaignId } = await startedCampaign(test.database, fleet, aSpec(fleet, { waves: [{ count: 1 }, { rest: true }] })));
    const drivers = createDriverStore(test.database);
    await drivers.advanceCampaign(campaignId);
    await drivers.advanceWave(campaignId, 1);
    const { rows: [run] } = await sql<{ node_id: string }>`SELECT node_id FROM node_run`.execute(test.database.db);
    nodeId = run?.node_id ?? '';
    laterNodeId = fleet.nodeIds.find((other) => other !== nodeId) ?? '';
  });
  afterAll(() => test.stop());
  beforeEach(async () => {
    await set(`UPDATE lease SET released_at = now()`);
    await set(`UPDATE campaign SET state = '{"kind": "RUNNING"}', finished_at = NULL`);
    await set(`UPDATE wave SET state = CASE number WHEN 1 THEN '{"kind": "ADMITTING"}'::jsonb ELSE '{"kind": "PENDING"}' END`);
    await set(`UPDATE node_run SET state = '{"kind": "STAGED"}', intent = 'continue'`);
    await fakeWorker(test.database).observe();
  });

  it('is nothing when it could start', async () => {
    await expect(explain(nodeId)).resolves.toEqual([]);
  });

  it('is its wave when that is not open, and its campaign when that does not run', async () => {
    expect(await explain(laterNodeId)).toEqual([{
      reason: { kind: 'waveNotOpen' }, message: 'wave 2 of to OpenCloudOS is PENDING and admits nobody',
      sentence: { code: 'obstacle.waveNotOpen', values: { wave: 2, campaign: 'to OpenCloudOS', state: { term: 'waveState.PENDING' } } },
    }]);
    await set(`UPDATE campaign SET state = '{"kind": "PAUSED", "reason": "operator"}'`);
    expect(await kinds(laterNodeId)).toEqual(['campaignNotRunning', 'waveNotOpen']);
    await set(`UPDATE node_run SET state = '{"kind": "PLANNED"}'`);
    expect(await kinds(nodeId)).toEqual(['runNotStaged', 'campaignNotRunning']);
    await set(`UPDATE campaign SET state = '{"kind": "CANCELLED"}'`);
    expect(await kinds(laterNodeId)).toEqual(['noRun']);
  });

  it.each(Object.keys(waveTransitions) as WaveStateKind[])('is its wave exactly when that grants nothing: %s', async (kind) => {
    await set(`UPDATE wave SET state = '{"kind": "${kind}", "missing": []}' WHERE number = 1`);
    const explained = await kinds(nodeId);
    await createDriverStore(test.database).advanceWave(campaignId, 1);
    const { rows } = await sql`SELECT FROM lease WHERE released_at IS NULL`.execute(test.database.db);
    expect(explained).toEqual(rows.length === 1 ? [] : ['waveNotOpen']);
  });

  it.each([['hold', 'intentHold'], ['cancel', 'intentCancel'], ['restore', 'intentRestore']])('is what was asked of its run: %s', async (intent, kind) => {
    await set(`UPDATE node_run SET intent = '${intent}'`);
    expect(await kinds(nodeId)).toEqual([kind]);
  });

  it.each<[RunStateKind, string]>([...leaseKinds.map((kind): [RunStateKind, string] => [kind, 'inChange']), ['SOAKING', 'changed'], ['PREFLIGHT', 'runNotStaged'], ['STAGING', 'runNotStaged']])('is told of a run that is %s as %s', async (state, kind) => {
    await set(`UPDATE node_run SET state = '{"kind": "${state}"}'`);
    const [obstacle, ...others] = await explain(nodeId);
    expect([obstacle?.reason.kind, others]).toEqual([kind, []]);
    expect(obstacle?.message).toContain(state);
  });

  it('names nodes and sites as people do, and a few of many', async () => {
    await set(`UPDATE node_health SET observed_at = now() - interval '2 min' WHERE node_id <> '${nodeId}'`);
    await set(`UPDATE site SET attended_until = now() - interval '1 h'`);
    const obstacles = await explain(nodeId);
    const ids = (await sql<{ id: string }>`SELECT node_id AS id FROM node UNION ALL SELECT site_id FROM site`.execute(test.database.db)).rows.map((row) => row.id);
    for (const { message } of obstacles) expect(ids.filter((id) => message.includes(id))).toEqual([]);
    expect(obstacles.map((obstacle) => obstacle.message)).toEqual([
      'nobody watches site site-0',
      expect.stringMatching(/^the budget of site-0 is 3 and taken by ((node|control)-\d+ unobserved(, )?){5} and 11 more$/),
      expect.stringMatching(/^16 nodes of site-0 were not observed lately, so they count as unavailable: ((node|control)-\d+(, )?){5} and 11 more$/),
      expect.stringMatching(/^the budget of site-0\/rack-0 is 3 and taken by .* and 10 more$/),
      expect.stringMatching(/^15 nodes of site-0\/rack-0 were not observed lately, .* and 10 more$/),
    ]);
  });
});
