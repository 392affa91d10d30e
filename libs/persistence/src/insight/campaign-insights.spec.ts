import { type CampaignHead } from '../campaign/campaign-command.ts';
import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { campaignCommands } from '../campaign/campaign-commands.ts';
import { accepted, aFleet, approvedCampaign, aSpec, by, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createCampaignViews } from '../views/campaign-views.ts';
import { type CampaignInsights, createCampaignInsights } from './campaign-insights.ts';

describe('what is worked out of a campaign', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  let insights: ReturnType<typeof ofOne>;
  const postgres = startPostgres();
  beforeAll(async () => { await postgres; });
  beforeEach(async () => {
    test = await openTestDatabase(await postgres);
    fleet = await aFleet(test.database, { nodes: 12 });
    insights = ofOne(createCampaignInsights(test.database));
    return () => test.close();
  });
  afterAll(async () => { await (await postgres).stop(); });
  const lenient = { failurePercentMax: 100, verifiedPercentMin: 1, soakSeconds: 0, firstLook: 5, inconclusiveSecondsMax: 60, lostMax: 5 };

  it('groups failures by reason and by who is to blame, most frequent first', async () => {
    const { campaignId } = await startedCampaign(test.database, fleet, aSpec(fleet, { waves: [{ rest: true }], gate: lenient }));
    await fakeWorker(test.database, (hostname) => (hostname < 'node-0003' ? 'transactionFails' : hostname < 'node-0005' ? 'isBlocked' : 'migrates')).run();
    const groups = await insights.failures(campaignId);
    expect(groups.map(({ reason, failureClass, count, byStateClass, hostnames }) => [reason, failureClass, count, Object.entries(byStateClass).filter(([, runs]) => runs > 0), hostnames])).toEqual([
      ['transactionFailed', 'NODE', 3, [['ROLLED_BACK', 3]], ['node-0000', 'node-0001', 'node-0002']], ['disk.root', null, 2, [['ATTENTION', 2]], ['node-0003', 'node-0004']],
    ]);
    expect(groups.map(({ example }) => example.kind)).toEqual(['RESTORED', 'BLOCKED']);
    expect(groups[0]?.firstAt).toBeInstanceOf(Date);
  });

  it('does not call what was brought back on purpose a failure', async () => {
    const { campaignId } = await startedCampaign(test.database, fleet, aSpec(fleet, { waves: [{ rest: true }], gate: { ...lenient, soakSeconds: 3600 } }));
    await fakeWorker(test.database).run();
    const { campaign: back } = accepted(await campaignCommands(test.database).rollback({ ...by(fleet.operator), campaignId, scope: { kind: 'campaign' }, source: 'operator' }));
    await fakeWorker(test.database).run();
    expect([await insights.failures(campaignId), await insights.failures(back.campaignId)]).toEqual([[], []]);
    expect((await insights.burnDown(back.campaignId)).at(-1)?.remaining).toBe(0);
    expect(await insights.planDiff(back.campaignId)).toBeNull();
    expect((await insights.document(back.campaignId))?.kind).toBe('Rollback');
  });

  it('burns down from all members to none, and says nothing before the start', async () => {
    const { campaignId } = await approvedCampaign(test.database, fleet, aSpec(fleet, { gate: lenient }));
    expect([await insights.burnDown(campaignId), await insights.forecast(campaignId), await insights.availabilitySeries(campaignId, 10)]).toEqual([[], null, []]);
    accepted(await campaignCommands(test.database).start({ ...by(fleet.operator), campaignId }));
    await fakeWorker(test.database).run();
    await spreadEnds(campaignId);
    const points = await insights.burnDown(campaignId);
    expect(points.map(({ remaining }) => remaining)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(points[0]?.at.toISOString()).toBe('2026-01-01T00:00:00.000Z');
    expect(points.at(-1)?.at.toISOString()).toBe('2026-01-01T00:12:00.000Z');
  });

  it('draws the burn-down of many runs in few points', async () => {
    const { campaignId } = await startedCampaign(test.database, fleet, aSpec(fleet, { waves: [{ rest: true }], gate: lenient }));
    await fakeWorker(test.database).run();
    await sql`INSERT INTO node (source, external_id, hostname, site_id, address, port) SELECT 'many', i::text, 'many-' || i, ${fleet.siteIds[0]}, '127.0.0.1', 22 FROM generate_series(1, 900) AS i`.execute(test.database.db);
    await sql`INSERT INTO wave_member (campaign_id, wave, node_id, ordinal, alternate, opened, member) SELECT ${campaignId}, 1, node_id, 100 + row_number() OVER (), false, true, '{}' FROM node WHERE source = 'many'`.execute(test.database.db);
    await sql`INSERT INTO node_run (campaign_id, wave, node_id, site_id, state, settled_at) SELECT ${campaignId}, 1, node_id, site_id, '{"kind": "SUCCEEDED"}', now() FROM node WHERE source = 'many'`.execute(test.database.db);
    await spreadEnds(campaignId);
    const points = await insights.burnDown(campaignId);
    expect(points.length).toBeLessThanOrEqual(200);
    expect(points.length).toBeGreaterThan(190);
    expect([points[0]?.remaining, points.at(-1)?.remaining]).toEqual([912, 0]);
    expect(points.every(({ at, remaining }, index) => index === 0 || (at >= (points[index - 1]?.at ?? at) && remaining <= (points[index - 1]?.remaining ?? 0)))).toBe(true);
  });

  it('guesses the end from what has ended, once five have, and only while it runs', async () => {
    const { campaignId } = await startedCampaign(test.database, fleet, aSpec(fleet, { waves: [{ rest: true }], gate: lenient }));
    const worker = fakeWorker(test.database, (hostname) => (hostname.endsWith('0011') ? 'hangs' : 'migrates'));
    await worker.run();
    await sql`UPDATE campaign SET started_at = now() - interval '10 minutes' WHERE campaign_id = ${campaignId}`.execute(test.database.db);
    await sql`UPDATE node_run SET settled_at = NULL WHERE campaign_id = ${campaignId} AND node_id <> ALL (ARRAY(SELECT node_id FROM node_run WHERE campaign_id = ${campaignId} AND settled_at IS NOT NULL ORDER BY run_id LIMIT 4))`.execute(test.database.db);
    expect(await insights.forecast(campaignId)).toBeNull();
    await sql`UPDATE node_run r SET settled_at = now() - interval '10 minutes' + interval '1 minute' * s.place FROM (SELECT run_id, row_number() OVER (ORDER BY run_id) AS place FROM node_run WHERE campaign_id = ${campaignId} ORDER BY run_id LIMIT 10) s WHERE s.run_id = r.run_id`.execute(test.database.db);
    const forecast = await insights.forecast(campaignId);
    // Ten ended a minute apart and two are left: two minutes from now.
    expect(forecast?.samples).toBe(10);
    expect(Math.abs((forecast?.p50 ?? 0) - Date.now() - 120_000)).toBeLessThan(10_000);
    accepted(await campaignCommands(test.database).pause({ ...by(fleet.operator), campaignId }));
    expect(await insights.forecast(campaignId)).toBeNull();
  });

  it('tells the availability of its nodes in equal spans, overlaps counted once and doubt in the lower bound', async () => {
    const { campaignId } = await startedCampaign(test.database, fleet, aSpec(fleet, { waves: [{ rest: true }], gate: lenient }));
    await fakeWorker(test.database).run();
    const { db } = test.database;
    await sql`UPDATE campaign SET started_at = '2026-01-01T00:00:00Z', finished_at = '2026-01-01T00:20:00Z' WHERE campaign_id = ${campaignId}`.execute(db);
    await sql`DELETE FROM availability_interval`.execute(db);
    const interval = (index: number, status: string, source: string, from: string, until: string | null) =>
      sql`INSERT INTO availability_interval (node_id, status, source, from_at, until_at) VALUES (${fleet.nodeIds[index]}, ${status}, ${source}, ${`2026-01-01T${from}Z`}, ${until === null ? null : `2026-01-01T${until}Z`})`.execute(db);
    // Of twelve nodes in spans of ten minutes: one is down for six minutes in the first and three in the second, by two sources at once.
    await interval(0, 'UNAVAILABLE', 'lease', '00:04:00', '00:13:00');
    await interval(0, 'UNAVAILABLE', 'probe', '00:05:00', '00:06:00');
    // Nobody has looked at another one since the middle of the second.
    await interval(1, 'UNKNOWN', 'probe', '00:15:00', null);
    const series = await insights.availabilitySeries(campaignId, 2);
    expect(series.map(({ from, until }) => [from.toISOString(), until.toISOString()])).toEqual([['2026-01-01T00:00:00.000Z', '2026-01-01T00:10:00.000Z'], ['2026-01-01T00:10:00.000Z', '2026-01-01T00:20:00.000Z']]);
    expect(series.map(({ lowerPercent, upperPercent }) => [lowerPercent, upperPercent].map((percent) => percent.toFixed(3)))).toEqual([['95.000', '95.000'], ['93.333', '97.500']]);
  });

  it('adds up what a campaign cost as the summary of each of its nodes does', async () => {
    const { campaignId } = await startedCampaign(test.database, fleet, aSpec(fleet, { waves: [{ rest: true }], gate: lenient }));
    await fakeWorker(test.database, (hostname) => (hostname < 'node-0003' ? 'transactionFails' : 'migrates')).run();
    const { db } = test.database;
    await sql`UPDATE campaign SET started_at = now() - interval '1 hour' WHERE campaign_id = ${campaignId}`.execute(db);
    await sql`INSERT INTO availability_interval (node_id, status, source, from_at, until_at) SELECT node_id, CASE WHEN random() < 0.5 THEN 'UNKNOWN' ELSE 'UNAVAILABLE' END, 'probe', now() - interval '90 minutes' + random() * interval '1 hour', now() - interval '30 minutes' + random() * interval '10 minutes'
      FROM node, generate_series(1, 4)`.execute(db);
    await sql`UPDATE node_job SET attachments = 3`.execute(db);
    const summary = await createCampaignViews(test.database).summary(campaignId);
    const losses = await insights.losses(campaignId);
    expect(losses.reattachments).toBe(summary?.reattachments);
    expect(losses.reattachments).toBeGreaterThan(0);
    expect(losses.lowerSeconds).toBeGreaterThan(0);
    expect(losses.lowerSeconds).toBeCloseTo(summary?.unavailableSeconds.lower ?? -1, 0);
    expect(losses.upperSeconds).toBeCloseTo(summary?.unavailableSeconds.upper ?? -1, 0);
  });

  it('shows what a plan touches before anybody approves it', async () => {
    const { db } = test.database;
    await sql`INSERT INTO disruption_budget (domain, max_unavailable) VALUES ('site-0', 2)`.execute(db);
    await sql`INSERT INTO service (service_id, name, owner, floor) VALUES ('shop', 'shop', 'team', 3)`.execute(db);
    await sql`INSERT INTO service_member (service_id, node_id) SELECT 'shop', unnest(${[...fleet.nodeIds.slice(0, 4)]}::text[])`.execute(db);
    const commands = campaignCommands(test.database);
    const { campaign } = accepted(await commands.draft({ ...by(fleet.operator), spec: aSpec(fleet, { selector: { nodeIds: fleet.nodeIds.slice(0, 6) } }), source: 'operator' }));
    expect([await insights.blastRadius(campaign.campaignId), await insights.planDiff(campaign.campaignId)]).toEqual([null, null]);
    accepted(await commands.submit({ ...by(fleet.operator), campaignId: campaign.campaignId }));
    expect(await insights.blastRadius(campaign.campaignId)).toEqual({
      nodes: 6, sites: [{ value: 'site-0', count: 3 }, { value: 'site-1', count: 3 }], byOs: [{ value: 'unknown', count: 6 }],
      domains: [
        { domain: 'site-0', members: 3, nodeCount: 7, unavailableMax: 2 }, { domain: 'site-0/rack-0', members: 3, nodeCount: 6, unavailableMax: null },
        { domain: 'site-1', members: 3, nodeCount: 7, unavailableMax: null }, { domain: 'site-1/rack-0', members: 3, nodeCount: 6, unavailableMax: null },
      ],
      services: [{ service: { id: 'shop', name: 'shop', owner: 'team', floor: 3, memberCount: 4 }, members: 4 }],
    });
  });

  it('compares a plan with the one that it replaces, nodes and values', async () => {
    const commands = campaignCommands(test.database);
    const spec = aSpec(fleet, { selector: { nodeIds: fleet.nodeIds.slice(0, 6) } });
    const first = await approvedCampaign(test.database, fleet, spec);
    expect(await insights.planDiff(first.campaignId)).toBeNull();
    const changed = { ...spec, selector: { nodeIds: fleet.nodeIds.slice(1, 8) }, gate: { ...spec.gate, soakSeconds: 30 } };
    accepted(await commands.revise({ ...by(fleet.operator), campaignId: first.campaignId, spec: changed }));
    accepted(await commands.submit({ ...by(fleet.operator), campaignId: first.campaignId }));
    const names = (from: number, to: number): string => JSON.stringify(Array.from({ length: to - from }, (_unused, index) => `node-000${String(from + index)}`));
    expect(await insights.planDiff(first.campaignId)).toEqual({
      againstDigest: first.revision, added: ['node-0006', 'node-0007'], addedCount: 2, removed: ['node-0000'], removedCount: 1,
      changes: [{ path: 'gate.soakSeconds', before: '0', after: '30' }, { path: 'selector.nodes', before: names(0, 6), after: names(1, 8) }],
    });
  });

  /** Ends a minute apart from a start of our own, so that times can be compared. */
  async function spreadEnds(campaignId: CampaignHead['campaignId']): Promise<void> {
    const { db } = test.database;
    await sql`UPDATE node_run r SET settled_at = '2026-01-01T00:00:00Z'::timestamptz + interval '1 minute' * s.place FROM (SELECT run_id, row_number() OVER (ORDER BY run_id) AS place FROM node_run WHERE campaign_id = ${campaignId}) s WHERE s.run_id = r.run_id`.execute(db);
    await sql`UPDATE campaign SET started_at = '2026-01-01T00:00:00Z', finished_at = (SELECT max(settled_at) FROM node_run WHERE campaign_id = ${campaignId}) WHERE campaign_id = ${campaignId}`.execute(db);
  }
});

/** The same of one campaign alone. */
const ofOne = (insights: CampaignInsights) => ({
  failures: async (campaignId: string) => (await insights.failures([campaignId])).get(campaignId) ?? [],
  burnDown: async (campaignId: string) => (await insights.burnDown([campaignId])).get(campaignId) ?? [],
  forecast: async (campaignId: string) => (await insights.forecast([campaignId])).get(campaignId) ?? null,
  availabilitySeries: async (campaignId: string, spans: number) => (await insights.availabilitySeries([campaignId], spans)).get(campaignId) ?? [],
  blastRadius: async (campaignId: string) => (await insights.blastRadius([campaignId])).get(campaignId) ?? null,
  planDiff: async (campaignId: string) => (await insights.planDiff([campaignId])).get(campaignId) ?? null,
  losses: async (campaignId: string) => {
    const losses = (await insights.losses([campaignId])).get(campaignId);
    if (losses === undefined) throw new Error('nothing was counted');
    return losses;
  },
  document: async (campaignId: string) => (await insights.documents([campaignId])).get(campaignId) ?? null,
});
