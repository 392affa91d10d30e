import { type CampaignId, type Refusal } from '@skein/core';
import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignCommands } from '../campaign/campaign-commands.ts';
import { accepted, aFleet, approvedCampaign, aSpec, by, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { canOf } from '../testing/can-of.ts';
import { fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createCampaignViews } from './campaign-views.ts';

describe('a campaign', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 12 });
  });
  afterAll(() => test.stop());
  const specOf = (first: number, nodes: number, soakSeconds: number) =>
    aSpec(fleet, { name: `from ${String(first)}`, selector: { nodeIds: fleet.nodeIds.slice(first, first + nodes) }, waves: [{ percent: 50 }, { rest: true }], gate: { ...aSpec(fleet).gate, soakSeconds } });
  const rollBack = (campaignId: CampaignId) => campaignCommands(test.database).rollback({ ...by(fleet.operator), campaignId, scope: { kind: 'campaign' }, source: 'operator' });
  const mayRollBack = async (campaignId: CampaignId): Promise<Refusal | null> => (await canOf(test.database, fleet.operator, campaignId)).rollback;
  /** What the button says, and what the command would answer. */
  const bothRefuse = async (campaignId: CampaignId): Promise<void> => {
    expect([await mayRollBack(campaignId), await rollBack(campaignId)]).toMatchObject([{ code: 'nothingToRollBack' }, { code: 'nothingToRollBack' }]);
  };

  it('that rolls back counts the soaking runs that it adopted, in the waves that bring them back', async () => {
    const views = createCampaignViews(test.database);
    const { campaignId } = await startedCampaign(test.database, fleet, specOf(0, 4, 3600));
    const worker = fakeWorker(test.database);
    await worker.run();
    expect((await views.get(campaignId))?.counts).toEqual({ SOAKING: 2 });
    expect(await mayRollBack(campaignId)).toBeNull();
    const { campaign: back } = accepted(await rollBack(campaignId));
    await worker.run();
    expect(await views.get(back.campaignId)).toMatchObject({ state: { kind: 'COMPLETED' }, counts: { RESTORED: 2 }, overdue: 0 });
    expect(await views.summary(back.campaignId)).toMatchObject({ rolledBack: 2, open: 0, nodes: [{ state: { kind: 'RESTORED' } }, { state: { kind: 'RESTORED' } }] });
    expect((await views.waves(back.campaignId)).map((wave) => [wave.number, wave.members, wave.counts])).toEqual([[1, 1, { RESTORED: 1 }], [2, 1, { RESTORED: 1 }]]);
    const second = await views.runs({ campaignId: back.campaignId, wave: 2 }, { first: 10 });
    expect(second.rows).toMatchObject([{ campaignId, drivenBy: back.campaignId, wave: 1 }]);
    await expect(views.countRuns({ campaignId: back.campaignId, wave: 2 })).resolves.toBe(1);
    await expect(views.countRuns({ campaignId: back.campaignId, wave: 1 })).resolves.toBe(1);
    // Its own campaign goes on counting them.
    expect((await views.waves(campaignId))[0]?.counts).toEqual({ RESTORED: 2 });
    await bothRefuse(campaignId);
    await sql`UPDATE node_run SET overdue = true WHERE driven_by = ${back.campaignId} AND run_id = ${second.rows[0]?.runId}`.execute(test.database.db);
    expect([(await views.get(back.campaignId))?.overdue, ...(await views.waves(back.campaignId)).map((wave) => wave.overdue)]).toEqual([1, 0, 1]);
  });

  it('tells of each open run since when nobody has seen its site', async () => {
    const { db } = test.database;
    const views = createCampaignViews(test.database);
    const { campaignId } = await startedCampaign(test.database, fleet, specOf(8, 4, 3600));
    await fakeWorker(test.database).run();
    const since = async () => (await views.runs({ campaignId }, { first: 10 })).rows.map((run) => run.siteUnattendedSince);
    await sql`UPDATE site SET attended_until = now()`.execute(db);
    expect(new Set(await since())).toEqual(new Set([null]));
    await sql`UPDATE node_run SET created_at = now() - interval '10 minutes' WHERE campaign_id = ${campaignId}`.execute(db);
    await sql`UPDATE site SET attended_until = '2026-01-01T00:00:00Z'`.execute(db);
    expect((await since()).every((at) => at !== null && at.getTime() > Date.parse('2026-01-01T00:00:00Z'))).toBe(true);
    await sql`UPDATE node_run SET created_at = '2025-01-01T00:00:00Z' WHERE campaign_id = ${campaignId}`.execute(db);
    expect(new Set((await since()).map((at) => at?.toISOString()))).toEqual(new Set(['2026-01-01T00:00:00.000Z']));
    await sql`UPDATE site SET attended_until = now()`.execute(db);
    accepted(await campaignCommands(test.database).rollback({ ...by(fleet.operator), campaignId, scope: { kind: 'campaign' }, source: 'operator' }));
    await fakeWorker(test.database).run();
  });

  it('may be rolled back only while a node of it is changed and free', async () => {
    const { db } = test.database;
    const { campaignId } = await approvedCampaign(test.database, fleet, specOf(4, 4, 0));
    expect(await mayRollBack(campaignId)).toMatchObject({ code: 'nothingToRollBack' });
    accepted(await campaignCommands(test.database).start({ ...by(fleet.operator), campaignId }));
    await fakeWorker(test.database, () => 'awaitsPermit').run();
    await bothRefuse(campaignId);
    await sql`INSERT INTO outbox (driver) SELECT 'nodeRun/' || run_id FROM node_run WHERE campaign_id = ${campaignId}`.execute(db);
    await fakeWorker(test.database).run();
    expect((await createCampaignViews(test.database).get(campaignId))?.counts).toEqual({ SUCCEEDED: 4 });
    await sql`UPDATE node SET held = true`.execute(db);
    await bothRefuse(campaignId);
    await sql`UPDATE node SET held = false`.execute(db);
    expect(await mayRollBack(campaignId)).toBeNull();
    const { campaign: back } = accepted(await rollBack(campaignId));
    await fakeWorker(test.database).run();
    await bothRefuse(campaignId);
    expect(await mayRollBack(back.campaignId)).toMatchObject({ code: 'nothingToRollBack' });
  });

  it('shows its waves as soon as there is a plan, and none while that is written anew', async () => {
    const views = createCampaignViews(test.database);
    const commands = campaignCommands(test.database);
    const spec = specOf(8, 3, 0);
    const { campaign: { campaignId } } = accepted(await commands.draft({ ...by(fleet.operator), spec, source: 'operator' }));
    await expect(views.waves(campaignId)).resolves.toEqual([]);
    const { campaign } = accepted(await commands.submit({ ...by(fleet.operator), campaignId }));
    const planned = [{ campaignId, number: 1, state: { kind: 'PENDING' }, members: 1, counts: {}, overdue: 0, soakedSeconds: null, openedAt: null, closedAt: null }, { number: 2, state: { kind: 'PENDING' }, members: 2 }];
    const before = await views.waves(campaignId);
    expect(before).toMatchObject(planned);
    expect(before[0]?.enteredAt).toBeInstanceOf(Date);
    accepted(await commands.approve({ ...by(fleet.approver), campaignId, digest: campaign.revision ?? ('' as never) }));
    expect(await views.waves(campaignId)).toMatchObject(planned);
    accepted(await commands.revise({ ...by(fleet.operator), campaignId, spec: { ...spec, seed: 2 } }));
    await expect(views.waves(campaignId)).resolves.toEqual([]);
    const again = accepted(await commands.submit({ ...by(fleet.operator), campaignId }));
    accepted(await commands.approve({ ...by(fleet.approver), campaignId, digest: again.campaign.revision ?? ('' as never) }));
    accepted(await commands.start({ ...by(fleet.operator), campaignId }));
    expect((await views.waves(campaignId)).map((wave) => [wave.number, wave.members])).toEqual([[1, 1], [2, 2]]);
  });
});
