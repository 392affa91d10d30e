import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DriverRef } from '../driver/driver-store.ts';
import { createDriverStore } from '../driver/postgres-driver-store.ts';
import { aFleet, aSpec, startedCampaign } from '../testing/a-fleet.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { poke } from './poke.ts';

describe('pokes', () => {
  let test: TestDatabase;
  let campaignId: string;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    const fleet = await aFleet(test.database, { nodes: 2, sites: 1 });
    ({ campaignId } = await startedCampaign(test.database, fleet, aSpec(fleet)));
  });
  afterAll(() => test.stop());

  it('stay until they were sent, and go as one per driver', async () => {
    const drivers = createDriverStore(test.database);
    await poke(test.database.db, ['nodeRun/a', 'wave/b/2']);
    await poke(test.database.db, ['nodeRun/a']);
    await expect(drivers.relayOutbox(100, () => Promise.reject(new Error('Temporal is down')))).rejects.toThrow('Temporal is down');
    const sent: DriverRef[] = [];
    expect(await drivers.relayOutbox(100, (some) => { sent.push(...some); return Promise.resolve(); })).toBe(3);
    expect(sent).toEqual([{ kind: 'campaign', campaignId }, { kind: 'nodeRun', runId: 'a' }, { kind: 'wave', campaignId: 'b', wave: 2 }]);
    expect(await drivers.relayOutbox(100, () => Promise.reject(new Error('nothing is left')))).toBe(0);
  });

  it('are sent by one relay each, when two run at once', async () => {
    const drivers = createDriverStore(test.database);
    await poke(test.database.db, Array.from({ length: 50 }, (_unused, index) => `nodeRun/${String(index)}`));
    const sent: DriverRef[] = [];
    const send = async (some: readonly DriverRef[]): Promise<void> => { await new Promise((resolve) => { setTimeout(resolve, 20); }); sent.push(...some); };
    await Promise.all([drivers.relayOutbox(30, send), drivers.relayOutbox(30, send)]);
    expect(new Set(sent.map((driver) => JSON.stringify(driver))).size).toBe(sent.length);
    expect(sent).toHaveLength(50);
  });

  it('are repeated for a driver that does not come, flagged the fifth time, and forgotten when it came', async () => {
    const drivers = createDriverStore(test.database);
    await sql`DELETE FROM driver_attention`.execute(test.database.db);
    await poke(test.database.db, [`campaign/${campaignId}`]);
    await drivers.relayOutbox(10, () => Promise.resolve());
    expect(await drivers.reconcile()).toEqual([]);
    for (let times = 1; times <= 5; times += 1) {
      await sql`UPDATE driver_attention SET asked_at = now() - interval '16 s'`.execute(test.database.db);
      expect(await drivers.reconcile()).toEqual([{ driver: { kind: 'campaign', campaignId }, times }]);
    }
    const flagged = async () => (await sql<{ flagged: boolean }>`SELECT flagged_at IS NOT NULL AS flagged FROM driver_attention`.execute(test.database.db)).rows;
    expect(await flagged()).toEqual([{ flagged: true }]);
    await drivers.advanceCampaign(campaignId as never);
    await sql`UPDATE driver_attention SET asked_at = now() - interval '16 s'`.execute(test.database.db);
    await sql`UPDATE campaign SET advanced_at = now()`.execute(test.database.db);
    expect(await drivers.reconcile()).toEqual([]);
    expect(await flagged()).toEqual([]);
  });
});
