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
    // One failure stops a wave of one or five; the last wave has room for it.
    const failing = accepted(await campaignCommands(database).preview(fleet.operator, aSpec(fleet))).plan?.waves.at(-1)?.members[0]?.hostname;
    const worker = fakeWorker(database, (hostname) => (hostname === failing ? 'transactionFails' : 'migrates'));
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

  it('lets alternates step in for blocked members, and tries those once more in a tail wave', async () => {
    const { database } = test;
    const views = createCampaignViews(database);
    const spec = aSpec(fleet, { name: 'blocked', selector: {}, waves: [{ count: 6 }, { rest: true }] });
    const preview = accepted(await campaignCommands(database).preview(fleet.operator, spec));
    const [first] = preview.plan?.waves ?? [];
    const blocked = new Set([first?.members[0]?.hostname, first?.members[1]?.hostname]);
    let tries = 0;
    const worker = fakeWorker(database, (hostname) => (blocked.has(hostname) && (tries += 1) < 200 ? 'isBlocked' : 'migrates'));
    const { campaignId } = await startedCampaign(database, fleet, spec);
    await worker.run();
    const waves = await views.waves(campaignId);
    expect(waves.map((wave) => [wave.members, wave.counts.BLOCKED ?? 0, wave.counts.SUCCEEDED ?? 0, wave.state.kind])).toEqual([[8, 2, 6, 'PASSED'], [16, 0, 16, 'PASSED'], [2, 2, 0, 'SKIPPED']]);
    expect(await views.summary(campaignId)).toMatchObject({ state: { kind: 'COMPLETED_WITH_EXCEPTIONS', exceptions: 2 }, migrated: 22, blocked: 2 });
    blocked.clear();
    accepted(await campaignCommands(database).retry({ ...by(fleet.operator), campaignId }));
    await worker.run();
    expect(await views.summary(campaignId)).toMatchObject({ state: { kind: 'COMPLETED' }, migrated: 24, blocked: 0 });
  });

  it('adopts runs that still soak when they are rolled back, and pauses their campaign meanwhile', async () => {
    const { database } = test;
    const views = createCampaignViews(database);
    const commands = campaignCommands(database);
    const { campaignId: earlier } = (await views.list({ text: 'blocked' }, { first: 1 })).rows[0] ?? { campaignId: '' as never };
    accepted(await commands.rollback({ ...by(fleet.operator), campaignId: earlier, scope: { kind: 'campaign' }, source: 'operator' }));
    await fakeWorker(database).run();
    const { campaignId } = await startedCampaign(database, fleet, aSpec(fleet, { name: 'soaking', gate: { ...aSpec(fleet).gate, soakSeconds: 3600 } }));
    const worker = fakeWorker(database);
    await worker.run();
    expect((await views.get(campaignId))?.counts).toEqual({ SOAKING: 1 });
    const { campaign } = accepted(await commands.rollback({ ...by(fleet.operator), campaignId, scope: { kind: 'wave', wave: 1 }, source: 'operator' }));
    expect(await views.get(campaignId)).toMatchObject({ state: { kind: 'PAUSED', reason: 'rollbackRunning' } });
    await worker.run();
    expect(await views.get(campaign.campaignId)).toMatchObject({ state: { kind: 'COMPLETED' } });
    expect((await views.runs({ campaignId: campaign.campaignId }, { first: 10 })).rows).toMatchObject([{ campaignId, drivenBy: campaign.campaignId, state: { kind: 'RESTORED' } }]);
    expect(await checkConsistency(database)).toMatchObject({ leasesWithoutRun: [], runsWithoutLease: [], settledWithoutOutcome: [] });
    accepted(await commands.cancel({ ...by(fleet.operator), campaignId }));
    await worker.run();
    expect((await views.get(campaignId))?.state.kind).toBe('CANCELLED');
    expect((await checkConsistency(database)).openDrivers).toEqual([]);
  });
});
