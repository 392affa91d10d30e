import { startPostgres } from '@skein/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignCommands } from '../campaign/campaign-commands.ts';
import { accepted, aFleet, aSpec, by, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createAuditViews } from '../views/audit-views.ts';
import { createCampaignViews } from '../views/campaign-views.ts';
import { checkConsistency } from '../views/check-consistency.ts';

describe('a whole campaign', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 24 });
  });
  afterAll(() => test.stop());

  it('migrates its nodes in waves, brings back the one that fails, and leaves nothing held', async () => {
    const { database } = test;
    const { campaignId } = await startedCampaign(database, fleet, aSpec(fleet));
    const views = createCampaignViews(database);
    const worker = fakeWorker(database, (hostname) => (hostname === 'node-0007' ? 'transactionFails' : 'migrates'));
    await worker.run();
    expect(await views.summary(campaignId)).toMatchObject({ state: { kind: 'COMPLETED_WITH_EXCEPTIONS', exceptions: 1 }, migrated: 23, rolledBack: 1, open: 0 });
    expect((await views.waves(campaignId)).map((wave) => [wave.state.kind, wave.members])).toEqual([['PASSED', 1], ['PASSED', 5], ['PASSED', 18]]);
    expect(await checkConsistency(database)).toMatchObject({ leasesWithoutRun: [], runsWithoutLease: [], settledWithoutOutcome: [], soakWithoutRow: [], openDrivers: [], flaggedDrivers: [] });
    expect(await createAuditViews(database).verify()).toMatchObject({ ok: true });
  });

  it('tries the failed node again on command, and rolls the whole campaign back', async () => {
    const { database } = test;
    const commands = campaignCommands(database);
    const views = createCampaignViews(database);
    const [parent] = (await views.list({}, { first: 1 })).rows;
    if (parent === undefined) throw new Error('the campaign of the test before is gone');
    accepted(await commands.retry({ ...by(fleet.operator), campaignId: parent.campaignId }));
    const worker = fakeWorker(database);
    await worker.run();
    expect(await views.summary(parent.campaignId)).toMatchObject({ state: { kind: 'COMPLETED' }, migrated: 24 });
    const { campaign } = accepted(await commands.rollback({ ...by(fleet.operator), campaignId: parent.campaignId, scope: { kind: 'campaign' }, source: 'operator' }));
    await worker.run();
    expect(await views.summary(campaign.campaignId)).toMatchObject({ state: { kind: 'COMPLETED' }, rolledBack: 24, open: 0 });
    expect(await checkConsistency(database)).toMatchObject({ leasesWithoutRun: [], runsWithoutLease: [], settledWithoutOutcome: [], openDrivers: [] });
  });
});
