import { seedLargeFleet, startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createCampaignViews } from './campaign-views.ts';
import { createFleetViews } from './fleet-views.ts';
import { type AttentionView, createNowViews } from './now-views.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase(await startPostgres());
  await seedLargeFleet(test.connectionString, { nodes: 2400, sites: 8, perRack: 12 });
  const { db } = test.database;
  // However slow this machine is: sites 1 to 3 are watched all the time, the others were left an hour ago.
  await sql`UPDATE site SET attended_until = now() + CASE WHEN name <= 'dc-03' THEN interval '1 h' ELSE interval '-1 h' END`.execute(db);
  // Silence counts from when a run came where it is.
  await sql`UPDATE node_health SET observed_at = now() + interval '1 h' WHERE NOT reachable`.execute(db);
  await sql`UPDATE campaign SET state = '{"kind": "SCHEDULED"}' WHERE campaign_id = 'large-2'`.execute(db);
  await sql`UPDATE node_run SET state = '{"kind": "REBOOTING"}', overdue = true WHERE run_id IN (SELECT run_id FROM node_run WHERE settled_at IS NULL ORDER BY run_id LIMIT 2)`.execute(db);
  await sql`INSERT INTO driver_attention (driver, times, flagged_at) VALUES ('wave/large-3/4', 5, now()), ('nodeRun/run-large-0000001', 5, now()), ('campaign/large-3', 4, NULL)`.execute(db);
  await sql`INSERT INTO api_token (token_sha256, person_id, name, expires_at, revoked_at) VALUES (sha256('a'), 'large-author', 'soon', now() + interval '3 d', NULL), (sha256('b'), 'large-author', 'later', now() + interval '30 d', NULL),
    (sha256('c'), 'large-author', 'revoked', now() + interval '3 d', now()), (sha256('d'), 'large-approver', 'of somebody else', now() + interval '3 d', NULL)`.execute(db);
});
afterAll(() => test.stop());

const attention = (): Promise<readonly AttentionView[]> => createNowViews(test.database).attention('large-author');
const of = async (kind: AttentionView['kind']): Promise<readonly AttentionView[]> => (await attention()).filter((item) => item.kind === kind);

describe('what needs a person', () => {
  it('comes the riskiest first, each with a name of its own and since when', async () => {
    const items = await attention();
    const order = items.map((item) => item.kind).filter((kind, index, kinds) => kinds.indexOf(kind) === index);
    expect(order).toEqual(['CAMPAIGN_HALTED', 'NODES_QUARANTINED', 'SITE_UNATTENDED', 'RUNS_OVERDUE', 'NODES_UNREACHABLE', 'DRIVER_STUCK', 'APPROVAL_WAITING', 'RUNS_BLOCKED', 'START_WAITING', 'NODES_MISSING', 'TOKEN_ENDS']);
    expect(items.map((item) => item.kind)).toEqual(order.flatMap((kind) => items.filter((item) => item.kind === kind).map(() => kind)));
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
    expect(items.every((item) => item.since instanceof Date)).toBe(true);
  });

  it('is a campaign that a gate or a breach has stopped, and not one that a person has', async () => {
    expect((await of('CAMPAIGN_HALTED')).map((item) => [item.campaignId, item.reason, item.stateClass]).sort()).toEqual([['large-4', 'gateFailed', 'FAILED'], ['large-5', 'failuresReachedStop', 'FAILED']]);
    await sql`UPDATE campaign SET state = '{"kind": "HALTED", "reason": "operator"}' WHERE campaign_id = 'large-5'`.execute(test.database.db);
    expect((await of('CAMPAIGN_HALTED')).map((item) => item.campaignId)).toEqual(['large-4']);
  });

  it('is a plan that waits for approval, one that waits for its start, and a gate that cannot be judged, with its wave', async () => {
    expect(await of('APPROVAL_WAITING')).toMatchObject([{ campaignId: 'large-6', count: null }]);
    expect(await of('START_WAITING')).toMatchObject([{ campaignId: 'large-2' }]);
    await sql`UPDATE campaign SET state = '{"kind": "PAUSED", "reason": "gateInconclusive"}' WHERE campaign_id = 'large-4'`.execute(test.database.db);
    await sql`UPDATE wave SET state = '{"kind": "INCONCLUSIVE", "missing": []}' WHERE campaign_id = 'large-4' AND number = 3`.execute(test.database.db);
    expect(await of('GATE_INCONCLUSIVE')).toMatchObject([{ campaignId: 'large-4', wave: 3, reason: 'gateInconclusive', stateClass: 'ATTENTION' }]);
  });

  it('is as many nodes or runs as the filter behind it finds', async () => {
    const fleet = createFleetViews(test.database);
    const campaigns = createCampaignViews(test.database);
    const [quarantined, unreachable, missing, blocked, overdue] = await Promise.all((['NODES_QUARANTINED', 'NODES_UNREACHABLE', 'NODES_MISSING', 'RUNS_BLOCKED', 'RUNS_OVERDUE'] as const).map(of));
    expect([quarantined, unreachable, missing, blocked, overdue].map((items) => (items?.length ?? 0) > 0)).toEqual([true, true, true, true, true]);
    for (const { campaignId, count } of quarantined ?? []) expect(await fleet.countNodes({ campaignId, quarantined: true, retired: false })).toBe(count);
    for (const { subject, count } of unreachable ?? []) expect(await fleet.countNodes({ sites: [subject ?? ''], stateClasses: ['UNREACHABLE'] })).toBe(count);
    for (const { subject, count } of missing ?? []) expect(await fleet.countNodes({ sites: [subject ?? ''], missing: true })).toBe(count);
    for (const { campaignId, count } of blocked ?? []) expect(await campaigns.countRuns({ campaignId, states: ['BLOCKED'] })).toBe(count);
    for (const { campaignId, count } of overdue ?? []) expect(await campaigns.countRuns({ campaignId, overdue: true })).toBe(count);
  });

  it('is no node that cannot be reached where nobody watches, and a site with open runs that nobody watches', async () => {
    expect((await of('NODES_UNREACHABLE')).map((item) => item.subject).sort()).toEqual(['dc-01', 'dc-02', 'dc-03']);
    expect(await of('SITE_UNATTENDED')).toMatchObject([{ subject: 'dc-04', stateClass: 'UNREACHABLE' }]);
    expect(await createNowViews(test.database).unattendedSites()).toEqual(['dc-04']);
  });

  it('is a driver that asked five times, with its campaign and wave', async () => {
    expect((await of('DRIVER_STUCK')).map((item) => [item.subject, item.campaignId, item.wave])).toEqual(expect.arrayContaining([['wave/large-3/4', 'large-3', 4], ['nodeRun/run-large-0000001', 'large-1', 1]]));
    expect(await of('DRIVER_STUCK')).toHaveLength(2);
  });

  it('is a token of one\'s own that ends within a week', async () => {
    expect((await of('TOKEN_ENDS')).map((item) => item.subject)).toEqual(['soon']);
  });
});
