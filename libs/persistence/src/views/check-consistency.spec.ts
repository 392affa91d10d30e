import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDriverStore } from '../driver/postgres-driver-store.ts';
import { aFleet, aSpec, startedCampaign } from '../testing/a-fleet.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { checkConsistency } from './check-consistency.ts';

describe('consistency', () => {
  let test: TestDatabase;
  let runId: string;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    const fleet = await aFleet(test.database, { nodes: 6 });
    const { campaignId } = await startedCampaign(test.database, fleet, aSpec(fleet));
    const drivers = createDriverStore(test.database);
    await drivers.advanceCampaign(campaignId);
    await drivers.advanceWave(campaignId, 1);
    const { rows: [run] } = await sql<{ run_id: string }>`SELECT run_id FROM node_run`.execute(test.database.db);
    runId = run?.run_id ?? '';
  });
  afterAll(() => test.stop());

  it('finds nothing wrong with a campaign that has just begun, and names its three drivers', async () => {
    const found = await checkConsistency(test.database);
    expect(found).toMatchObject({ leasesWithoutRun: [], runsWithoutLease: [], settledWithoutOutcome: [], soakWithoutRow: [], flaggedDrivers: [] });
    expect(found.openDrivers.map((driver) => driver.split('/')[0]).sort()).toEqual(['campaign', 'nodeRun', 'wave']);
  });

  it.each<[string, 'runsWithoutLease' | 'leasesWithoutRun' | 'soakWithoutRow' | 'settledWithoutOutcome', string]>([
    ['a run under change without a lease', 'runsWithoutLease', `UPDATE node_run SET state = '{"kind": "APPLYING"}'`],
    ['a lease of a run that needs none', 'leasesWithoutRun', `INSERT INTO lease (run_id, node_id, campaign_id, wave, site_id, cause) SELECT run_id, node_id, campaign_id, wave, site_id, 'admission' FROM node_run`],
    ['a soaking run that nobody counts the seconds of', 'soakWithoutRow', `UPDATE node_run SET state = '{"kind": "SOAKING"}'`],
    ['an end without an outcome', 'settledWithoutOutcome', `UPDATE node_run SET state = '{"kind": "SUCCEEDED"}', settled_at = now()`],
  ])('names %s', async (_name, list, damage) => {
    const { db } = test.database;
    await sql.raw(damage).execute(db);
    const found = await checkConsistency(test.database);
    await sql`DELETE FROM lease`.execute(db);
    await sql`UPDATE node_run SET state = '{"kind": "PLANNED"}', settled_at = NULL`.execute(db);
    expect(found[list]).toEqual([runId]);
    const others = (['runsWithoutLease', 'leasesWithoutRun', 'soakWithoutRow', 'settledWithoutOutcome'] as const).filter((other) => other !== list);
    for (const other of others) expect(found[other]).toEqual([]);
  });
});
