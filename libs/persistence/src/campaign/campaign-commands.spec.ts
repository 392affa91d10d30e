import { canonicalJson, type CampaignId, isRefusal, type PlanDigest, type Principal } from '@skein/core';
import { startPostgres } from '@skein/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accepted, aFleet, approvedCampaign, aSpec, by, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { canOf } from '../testing/can-of.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createAuditViews } from '../views/audit-views.ts';
import { createCampaignViews } from '../views/campaign-views.ts';
import { type CampaignCommands } from './campaign-command.ts';
import { campaignCommands } from './campaign-commands.ts';

describe('campaign commands', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  let commands: CampaignCommands;
  let campaignId: CampaignId;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 8 });
    commands = campaignCommands(test.database);
  });
  beforeEach(async () => { ({ campaign: { campaignId } } = accepted(await commands.draft({ ...by(fleet.operator), spec: aSpec(fleet), source: 'operator' }))); });
  afterAll(() => test.stop());
  const codeOf = (answer: unknown): string | null => (isRefusal(answer) ? answer.code : null);

  it('give the same answer to the same request, ten times at once, and do it once', async () => {
    const request = { ...by(fleet.operator), spec: aSpec(fleet, { name: 'once' }), source: 'operator' as const };
    const answers = await Promise.all(Array.from({ length: 10 }, () => commands.draft(request)));
    expect(new Set(answers.map((answer) => canonicalJson(answer))).size).toBe(1);
    expect(await createCampaignViews(test.database).count({ text: 'once' })).toBe(1);
    expect(codeOf(await commands.draft({ ...request, spec: aSpec(fleet, { name: 'twice' }) }))).toBe('idempotencyKeyReused');
    expect(codeOf(await commands.draft({ ...request, principal: fleet.admin }))).toBeNull();
  });

  it('leave nothing behind when they refuse, so the same key may succeed later', async () => {
    const request = { ...by(fleet.operator), campaignId };
    expect(codeOf(await commands.start(request))).toBe('campaignNotScheduled');
    const { campaign } = accepted(await commands.submit({ ...by(fleet.operator), campaignId }));
    accepted(await commands.approve({ ...by(fleet.approver), campaignId, digest: campaign.revision as PlanDigest }));
    expect(accepted(await commands.start(request)).campaign.state.kind).toBe('RUNNING');
  });

  it('refuse a stale version, except those that stop', async () => {
    const { campaignId: running, version } = await startedCampaign(test.database, fleet, aSpec(fleet));
    const stale = { campaignId: running, expectedVersion: version - 1 };
    expect(accepted(await commands.pause({ ...by(fleet.operator), ...stale })).campaign.state.kind).toBe('PAUSED');
    expect(codeOf(await commands.resume({ ...by(fleet.operator), ...stale }))).toBe('staleVersion');
    expect(accepted(await commands.halt({ ...by(fleet.operator), ...stale })).campaign).toMatchObject({ state: { kind: 'HALTED' }, epoch: 2 });
    expect(accepted(await commands.cancel({ ...by(fleet.operator), ...stale })).campaign.state.kind).toBe('CANCELLED');
  });

  it('bind an approval to the revision that was read, and void it by a change', async () => {
    const { campaign } = accepted(await commands.submit({ ...by(fleet.operator), campaignId }));
    const approve = (principal: Principal, digest: string) => commands.approve({ ...by(principal), campaignId, digest: digest as PlanDigest });
    expect(codeOf(await approve(fleet.approver, 'f'.repeat(64)))).toBe('digestMismatch');
    expect(codeOf(await approve({ ...fleet.approver, via: 'token' }, campaign.revision ?? ''))).toBe('tokenNeverApproves');
    expect(codeOf(await approve(fleet.operator, campaign.revision ?? ''))).toBe('permissionMissing');
    expect(accepted(await approve(fleet.approver, campaign.revision ?? '')).campaign.state.kind).toBe('SCHEDULED');
    expect(accepted(await commands.revise({ ...by(fleet.operator), campaignId, spec: aSpec(fleet, { seed: 2 }) })).campaign.state.kind).toBe('DRAFT');
    const { campaign: again } = accepted(await commands.submit({ ...by(fleet.operator), campaignId }));
    expect(again.revision).not.toBe(campaign.revision);
    expect(await createCampaignViews(test.database).get(campaignId)).toMatchObject({ approval: null, state: { kind: 'AWAITING_APPROVAL' } });
  });

  it('let nobody approve what he wrote or edited, whatever his role', async () => {
    const { campaign } = accepted(await commands.draft({ ...by(fleet.admin), spec: aSpec(fleet), source: 'operator' }));
    const { campaign: submitted } = accepted(await commands.submit({ ...by(fleet.admin), campaignId: campaign.campaignId }));
    expect(codeOf(await commands.approve({ ...by(fleet.admin), campaignId: campaign.campaignId, digest: submitted.revision as PlanDigest }))).toBe('authorMayNotApprove');
  });

  it('say what is wrong with a plan instead of asking for its approval', async () => {
    const { campaign } = accepted(await commands.draft({ ...by(fleet.operator), spec: aSpec(fleet, { selector: { labels: { no: 'node' } } }), source: 'operator' }));
    expect(accepted(await commands.submit({ ...by(fleet.operator), campaignId: campaign.campaignId })).campaign.state).toMatchObject({ kind: 'INVALID' });
    const preview = accepted(await commands.preview(fleet.operator, aSpec(fleet)));
    expect(preview.plan?.waves.map((wave) => wave.members.length)).toEqual([1, 5, 2]);
    expect(preview.plan?.excluded.map((node) => node.reason)).toEqual(['protected', 'protected']);
  });

  it('show beforehand what they would answer', async () => {
    const { campaignId: scheduled } = await approvedCampaign(test.database, fleet, aSpec(fleet));
    const can = await canOf(test.database, fleet.operator, scheduled);
    expect([can.start, can.pause?.code, can.approve?.code]).toEqual([null, 'campaignNotRunning', 'permissionMissing']);
  });

  it('are told in the audit chain, with what was before and after', async () => {
    await commands.submit({ ...by(fleet.operator), campaignId, reason: 'as discussed' });
    const [last] = (await createAuditViews(test.database).page({ objectId: campaignId }, { first: 1 })).rows;
    expect(last).toMatchObject({ action: 'campaign.submit', actorName: 'olga', via: 'session', reason: 'as discussed', before: { state: { kind: 'DRAFT' } }, after: { state: { kind: 'AWAITING_APPROVAL' } } });
  });
});
