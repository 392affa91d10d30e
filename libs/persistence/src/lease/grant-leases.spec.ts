import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDriverStore } from '../driver/postgres-driver-store.ts';
import { aFleet, aSpec, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createFleetViews } from '../views/fleet-views.ts';
import { createWatchStore } from '../watch/postgres-watch-store.ts';

describe('granting leases', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  const campaignIds: string[] = [];
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 60, sites: 2, perRack: 10 });
    await sql`INSERT INTO disruption_budget VALUES ('site-0', 5), ('site-1', 4)`.execute(test.database.db);
    const spec = aSpec(fleet, { waves: [{ rest: true }], concurrencyMax: 30, stagingMax: 60, gate: { ...aSpec(fleet).gate, firstLook: 30 } });
    for (let part = 0; part < 4; part += 1) {
      const nodeIds = fleet.nodeIds.filter((_nodeId, index) => Math.floor(index / 2) % 4 === part);
      campaignIds.push((await startedCampaign(test.database, fleet, { ...spec, name: `part ${String(part)}`, selector: { nodeIds } })).campaignId);
    }
    // Nobody watches yet, so everything is staged and nothing is granted.
    for (let turn = 0; turn < 4; turn += 1) await fakeWorker(test.database).turn();
  });
  afterAll(() => test.stop());

  const unavailable = async (): Promise<Record<string, number>> => {
    const { rows } = await sql<{ domain: string; nodes: number }>`SELECT d AS domain, count(*)::int AS nodes FROM lease l JOIN node n ON n.node_id = l.node_id, unnest(n.domains) d WHERE l.released_at IS NULL GROUP BY 1`.execute(test.database.db);
    return Object.fromEntries(rows.map((row) => [row.domain, row.nodes]));
  };

  it('grants nothing on a site that nobody watches', async () => {
    expect((await sql<{ staged: number }>`SELECT count(*)::int AS staged FROM node_run WHERE state_kind = 'STAGED'`.execute(test.database.db)).rows).toEqual([{ staged: 60 }]);
    await Promise.all(campaignIds.map((campaignId) => createDriverStore(test.database).advanceWave(campaignId as never, 1)));
    expect(await unavailable()).toEqual({});
    const explained = await createFleetViews(test.database).explain(fleet.nodeIds[0] ?? '');
    expect(explained?.obstacles.map((obstacle) => obstacle.reason.kind)).toEqual(expect.arrayContaining(['siteUnattended', 'healthObservationMissing']));
  });

  it('never exceeds a budget, however many campaigns ask at once, and counts nodes that no campaign took', async () => {
    const drivers = createDriverStore(test.database);
    const [first, third] = [fleet.nodeIds[0], fleet.nodeIds[2]];
    await fakeWorker(test.database).observe();
    // Two nodes of site-0 are down for reasons of their own.
    await sql`UPDATE node_health SET reachable = false, verdict = 'bad' WHERE node_id = ANY (${[first, third]}::text[])`.execute(test.database.db);
    for (let round = 0; round < 3; round += 1) await Promise.all(campaignIds.flatMap((campaignId) => [drivers.advanceWave(campaignId as never, 1), drivers.advanceWave(campaignId as never, 1)]));
    const held = await unavailable();
    expect([held['site-0'], held['site-1']]).toEqual([3, 4]);
    // Racks without a budget of their own get a fifth of their members.
    for (const [domain, nodes] of Object.entries(held)) if (domain.includes('rack')) expect(nodes).toBeLessThanOrEqual(2);
    const { rows } = await sql<{ differences: number }>`SELECT count(*)::int AS differences FROM node_run r FULL JOIN (SELECT run_id FROM lease WHERE released_at IS NULL) l USING (run_id) WHERE (r.state_kind = 'LEASED') <> (l.run_id IS NOT NULL)`.execute(test.database.db);
    expect(rows).toEqual([{ differences: 0 }]);
  });

  it('counts an observation that is a minute old as none', async () => {
    await sql`UPDATE lease SET released_at = now()`.execute(test.database.db);
    await sql`UPDATE node_run SET state = '{"kind": "STAGED"}' WHERE state_kind = 'LEASED'`.execute(test.database.db);
    await sql`UPDATE node_health SET observed_at = now() - interval '61 s'`.execute(test.database.db);
    await sql`UPDATE site SET attended_until = now()`.execute(test.database.db);
    await Promise.all(campaignIds.map((campaignId) => createDriverStore(test.database).advanceWave(campaignId as never, 1)));
    expect(await unavailable()).toEqual({});
  });

  it('takes back a lease that nobody begins to use, and fences who held it', async () => {
    await fakeWorker(test.database).observe();
    const drivers = createDriverStore(test.database);
    await drivers.advanceWave(campaignIds[0] as never, 1);
    const { rows: [leased] } = await sql<{ run_id: string; fence: string }>`SELECT run_id, fence FROM node_run WHERE state_kind = 'LEASED' LIMIT 1`.execute(test.database.db);
    await sql`UPDATE node_run SET entered_at = now() - interval '31 s' WHERE run_id = ${leased?.run_id}`.execute(test.database.db);
    await sql`UPDATE campaign SET spec = jsonb_set(spec, '{concurrencyMax}', '0')`.execute(test.database.db);
    await drivers.advanceWave(campaignIds[0] as never, 1);
    const { rows: [back] } = await sql<{ state_kind: string; fence: string; leases: number }>`SELECT state_kind, fence, (SELECT count(*)::int FROM lease l WHERE l.run_id = r.run_id AND l.released_at IS NULL) AS leases FROM node_run r WHERE run_id = ${leased?.run_id}`.execute(test.database.db);
    expect(back).toMatchObject({ state_kind: 'STAGED', leases: 0 });
    expect(BigInt(back?.fence ?? 0)).toBeGreaterThan(BigInt(leased?.fence ?? 0));
    expect(await createWatchStore(test.database).sites()).toHaveLength(2);
  });
});
