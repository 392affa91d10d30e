import { type CampaignId } from '@skein/core';
import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignCommands } from '../campaign/campaign-commands.ts';
import { createDriverStore } from '../driver/postgres-driver-store.ts';
import { accepted, aFleet, aSpec, by, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { checkConsistency } from '../views/check-consistency.ts';
import { createCampaignViews } from '../views/campaign-views.ts';

const atOnce = 2;

describe('a rollback of nodes that soak', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  let campaignId: CampaignId;
  let rollback: CampaignId;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 6 });
    const spec = aSpec(fleet);
    ({ campaignId } = await startedCampaign(test.database, fleet, { ...spec, waves: [{ rest: true }], concurrencyMax: atOnce, gate: { ...spec.gate, soakSeconds: 3600 } }));
    await fakeWorker(test.database).run();
    expect((await createCampaignViews(test.database).get(campaignId))?.counts).toEqual({ SOAKING: 6 });
    rollback = accepted(await campaignCommands(test.database).rollback({ ...by(fleet.operator), campaignId, scope: { kind: 'campaign' }, source: 'operator' })).campaign.campaignId;
  });
  afterAll(() => test.stop());

  const held = async () => (await sql<{ run_id: string; campaign_id: string; intent: string; state_kind: string }>`
    SELECT l.run_id, l.campaign_id, r.intent, r.state_kind FROM lease l JOIN node_run r ON r.run_id = l.run_id WHERE l.released_at IS NULL`.execute(test.database.db)).rows;
  const unavailable = async () => (await sql<{ nodes: number }>`SELECT count(*)::int AS nodes FROM availability_interval WHERE source = 'lease' AND until_at IS NULL`.execute(test.database.db)).rows[0]?.nodes;
  const leasesAreRight = async () => expect(await checkConsistency(test.database)).toMatchObject({ leasesWithoutRun: [], runsWithoutLease: [], soakWithoutRow: [] });
  /** Nobody takes a node out of service here, so whoever has a lease keeps it. */
  const reluctant = () => fakeWorker(test.database, () => 'awaitsPermit').run();

  it('gives a lease to as many as may be unavailable, each under the rollback', async () => {
    await reluctant();
    expect((await held()).map(({ campaign_id, intent, state_kind }) => [campaign_id, intent, state_kind])).toEqual(Array.from({ length: atOnce }, () => [rollback, 'restore', 'SOAKING']));
    expect(await unavailable()).toBe(atOnce);
    await leasesAreRight();
    await reluctant();
    expect(await held()).toHaveLength(atOnce);
  });

  it('goes to somebody else when nobody comes for it', async () => {
    const { db } = test.database;
    const [first, second] = await held();
    await sql`UPDATE lease SET granted_at = now() - interval '31 s' WHERE run_id = ${first?.run_id}`.execute(db);
    await sql`UPDATE node_run SET advanced_at = now() - interval '40 s' WHERE run_id = ${first?.run_id}`.execute(db);
    await createDriverStore(test.database).advanceWave(rollback, 1);
    const after = await held();
    expect(after).toHaveLength(atOnce);
    expect(after.map((lease) => lease.run_id)).toContain(second?.run_id);
    expect((await sql<{ leases: number }>`SELECT count(*)::int AS leases FROM lease WHERE run_id = ${first?.run_id} AND campaign_id = ${rollback} AND released_at IS NOT NULL`.execute(db)).rows[0]?.leases).toBe(1);
    await leasesAreRight();
  });

  it('takes back a node that was seen broken, whatever is left of the budget', async () => {
    const { db } = test.database;
    const { rows: [broken] } = await sql<{ run_id: string }>`UPDATE node_health SET verdict = 'bad', observed_at = now() WHERE node_id = (
      SELECT node_id FROM node_run WHERE campaign_id = ${campaignId} AND driven_by IS NULL ORDER BY run_id LIMIT 1) RETURNING (SELECT run_id FROM node_run r WHERE r.node_id = node_health.node_id) AS run_id`.execute(db);
    await createDriverStore(test.database).advanceWave(rollback, 1);
    expect((await held()).map((lease) => lease.run_id)).toContain(broken?.run_id);
    expect(await held()).toHaveLength(atOnce + 1);
  });

  it('gives back at a halt what it has not begun, so that nothing starts afterwards', async () => {
    const [first] = await held();
    const stale = await sql<{ fence: string }>`SELECT fence FROM node_run WHERE run_id = ${first?.run_id}`.execute(test.database.db);
    accepted(await campaignCommands(test.database).halt({ ...by(fleet.operator), campaignId: rollback }));
    expect([await held(), await unavailable()]).toEqual([[], 0]);
    expect((await sql<{ fence: string }>`SELECT fence FROM node_run WHERE run_id = ${first?.run_id}`.execute(test.database.db)).rows[0]?.fence).not.toBe(stale.rows[0]?.fence);
    await fakeWorker(test.database).run();
    expect((await createCampaignViews(test.database).get(campaignId))?.counts).toEqual({ SOAKING: 6 });
    expect((await createCampaignViews(test.database).get(rollback))?.state.kind).toBe('HALTED');
    await leasesAreRight();
  });

  it('goes on after a resume, and brings all of them back', async () => {
    accepted(await campaignCommands(test.database).resume({ ...by(fleet.operator), campaignId: rollback }));
    await fakeWorker(test.database).run();
    expect(await createCampaignViews(test.database).get(rollback)).toMatchObject({ state: { kind: 'COMPLETED' }, counts: { RESTORED: 6 } });
    const drains = await sql<{ run_id: string }>`SELECT DISTINCT run_id FROM effect WHERE step = 'drainAgain' AND direction = 'do' AND state = 'done'`.execute(test.database.db);
    expect(drains.rows).toHaveLength(6);
    const { rows: [most] } = await sql<{ together: number }>`SELECT max(n)::int AS together FROM (SELECT count(*) AS n FROM lease a JOIN lease b ON b.granted_at <= a.granted_at AND coalesce(b.released_at, 'infinity') > a.granted_at
      WHERE a.campaign_id = ${rollback} AND b.campaign_id = ${rollback} GROUP BY a.lease_id) q`.execute(test.database.db);
    // The broken one beside those that the budget allows.
    expect(most?.together).toBe(atOnce + 1);
    expect([await held(), await unavailable()]).toEqual([[], 0]);
    await leasesAreRight();
  });
});
