import { type AvailabilityState, type CampaignId, instant, unavailableSeconds } from '@skein/core';
import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDriverStore } from '../driver/postgres-driver-store.ts';
import { aFleet, aSpec, startedCampaign } from '../testing/a-fleet.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createCampaignViews } from './campaign-views.ts';

/** Seconds from the campaign's start, of which a thousand are looked at. */
type Interval = readonly [from: number, until: number | null, state: Extract<AvailabilityState, 'UNAVAILABLE' | 'UNKNOWN'>, source: 'lease' | 'probe'];
const startMs = Date.UTC(2026, 0, 1);
const at = (seconds: number) => instant(startMs + seconds * 1000);

describe('the availability of a campaign\'s nodes', () => {
  let test: TestDatabase;
  let campaignId: CampaignId;
  let nodeId: string;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    const fleet = await aFleet(test.database, { nodes: 6 });
    ({ campaignId } = await startedCampaign(test.database, fleet, aSpec(fleet)));
    const drivers = createDriverStore(test.database);
    await drivers.advanceCampaign(campaignId);
    await drivers.advanceWave(campaignId, 1);
    const { rows: [run] } = await sql<{ node_id: string }>`SELECT node_id FROM node_run WHERE campaign_id = ${campaignId}`.execute(test.database.db);
    nodeId = run?.node_id ?? '';
    await sql`UPDATE campaign SET started_at = ${new Date(at(0))}, finished_at = ${new Date(at(1000))} WHERE campaign_id = ${campaignId}`.execute(test.database.db);
  });
  afterAll(() => test.stop());

  it.each<[string, readonly Interval[]]>([
    ['nothing happened', []],
    ['a drain and a failing probe overlap', [[100, 200, 'UNAVAILABLE', 'lease'], [150, 260, 'UNAVAILABLE', 'probe']]],
    ['nobody looked while it was down anyway', [[100, 200, 'UNAVAILABLE', 'lease'], [50, 250, 'UNKNOWN', 'probe']]],
    ['it was down before the start and still is', [[-500, null, 'UNAVAILABLE', 'lease']]],
    ['it went down only after the end', [[1500, 1600, 'UNAVAILABLE', 'lease']]],
    ['nobody has looked since the middle', [[500, null, 'UNKNOWN', 'probe'], [900, 950, 'UNAVAILABLE', 'lease']]],
  ])('is what core counts when %s', async (_name, intervals) => {
    const { db } = test.database;
    await sql`DELETE FROM availability_interval`.execute(db);
    for (const [from, until, state, source] of intervals) {
      await sql`INSERT INTO availability_interval (node_id, status, source, from_at, until_at) VALUES (${nodeId}, ${state}, ${source}, ${new Date(at(from))}, ${until === null ? null : new Date(at(until))})`.execute(db);
    }
    const expected = unavailableSeconds(intervals.map(([from, until, state]) => ({ from: at(from), to: until === null ? null : at(until), state })), at(0), at(1000));
    const { rows } = await createCampaignViews(test.database).availability(campaignId, { first: 10 });
    expect(rows.map((row) => [row.nodeId, row.lowerSeconds, row.upperSeconds])).toEqual([[nodeId, expected.lower, expected.upper]]);
  });
});
