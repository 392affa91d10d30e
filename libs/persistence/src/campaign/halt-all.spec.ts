import { isRefusal } from '@skein/core';
import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { accepted, aFleet, approvedCampaign, aSpec, by, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createAuditViews } from '../views/audit-views.ts';
import { createCampaignViews } from '../views/campaign-views.ts';
import { campaignCommands } from './campaign-commands.ts';

describe('halting everything', () => {
  const postgres = startPostgres();
  let test: TestDatabase;
  let fleet: Fleet;
  beforeEach(async () => {
    test = await openTestDatabase(await postgres);
    fleet = await aFleet(test.database, { nodes: 8 });
    return () => test.close();
  });
  afterAll(async () => { await (await postgres).stop(); });
  const started = (name: string, first: number) => startedCampaign(test.database, fleet, aSpec(fleet, { name, selector: { nodeIds: fleet.nodeIds.slice(first, first + 2) } }));
  const silent = (): void => undefined;
  const stateOf = async (campaignId: string) => (await createCampaignViews(test.database).get(campaignId))?.state.kind;

  it('halts what runs and what is paused, leaves the rest alone, and says so in the audit for each', async () => {
    const commands = campaignCommands(test.database);
    const running = await started('running', 0);
    const paused = await started('paused', 2);
    accepted(await commands.pause({ ...by(fleet.operator), campaignId: paused.campaignId }));
    const scheduled = await approvedCampaign(test.database, fleet, aSpec(fleet, { name: 'scheduled', selector: { nodeIds: fleet.nodeIds.slice(4, 6) } }));
    const { halted, refusals } = accepted(await commands.haltAll({ ...by(fleet.approver), reason: 'fire in az1' }, silent));
    expect([new Set(halted.map(({ campaign }) => campaign.name)), refusals]).toEqual([new Set(['running', 'paused']), []]);
    expect(await Promise.all([running, paused, scheduled].map(({ campaignId }) => stateOf(campaignId)))).toEqual(['HALTED', 'HALTED', 'SCHEDULED']);
    const { rows } = await createAuditViews(test.database).page({ action: 'campaign.halt' }, { first: 10 });
    expect(rows.map((row) => [row.actorName, row.reason])).toEqual([['anna', 'fire in az1'], ['anna', 'fire in az1']]);
  });

  it('lists the runs that go on because they already hold a permit', async () => {
    const { campaignId } = await started('running', 0);
    await fakeWorker(test.database, () => 'hangs').run();
    const { halted } = accepted(await campaignCommands(test.database).haltAll(by(fleet.operator), silent));
    expect(halted.flatMap(({ campaign, holdingPermit }) => holdingPermit.map((run) => [campaign.campaignId, run.state]))).toEqual([[campaignId, 'APPLYING']]);
  });

  it('is not held up by one that cannot be halted, and halts it when it is asked again with the same key', async () => {
    const commands = campaignCommands(test.database);
    const broken = await started('broken', 0);
    const other = await started('other', 2);
    await sql`CREATE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF new.name = 'broken' THEN RAISE EXCEPTION 'disk full'; END IF; RETURN new; END $$`.execute(test.database.db);
    await sql`CREATE TRIGGER break BEFORE UPDATE ON campaign FOR EACH ROW EXECUTE FUNCTION break()`.execute(test.database.db);
    const request = by(fleet.operator);
    const failed: string[] = [];
    const first = accepted(await commands.haltAll(request, (campaignId) => { failed.push(campaignId); }));
    expect([first.halted.map(({ campaign }) => campaign.campaignId), first.refusals.map(({ code }) => code), failed]).toEqual([[other.campaignId], ['campaignNotHalted'], [broken.campaignId]]);
    expect(first.refusals[0]?.message).toContain('broken');
    await sql`DROP TRIGGER break ON campaign`.execute(test.database.db);
    const again = accepted(await commands.haltAll(request, silent));
    expect([again.halted.length, again.refusals, await stateOf(broken.campaignId), await stateOf(other.campaignId)]).toEqual([2, [], 'HALTED', 'HALTED']);
    // The other one was halted once: its epoch was raised once.
    expect((await createCampaignViews(test.database).get(other.campaignId))?.epoch).toBe(2);
  });

  it('is refused to those who may not stop anything', async () => {
    const answer = await campaignCommands(test.database).haltAll(by({ ...fleet.operator, role: 'viewer' }), silent);
    expect(isRefusal(answer) ? answer.code : null).toBe('permissionMissing');
  });
});
