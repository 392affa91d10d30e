import { type CampaignSpec, type NodeId } from '@skein/core';
import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { accepted, aFleet, aSpec, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { campaignCommands } from './campaign-commands.ts';

describe('the preview of a first wave', () => {
  const postgres = startPostgres();
  let test: TestDatabase;
  let fleet: Fleet;
  beforeEach(async () => {
    test = await openTestDatabase(await postgres);
    fleet = await aFleet(test.database, { nodes: 12 });
    await sql`UPDATE site SET attended_until = now()`.execute(test.database.db);
    return () => test.close();
  });
  afterAll(async () => { await (await postgres).stop(); });
  const specOf = (nodes: number, more: Partial<CampaignSpec> = {}) => aSpec(fleet, { selector: { nodeIds: fleet.nodeIds.slice(0, nodes) }, waves: [{ rest: true }], ...more });
  const preview = async (spec: CampaignSpec) => accepted(await campaignCommands(test.database).preview(fleet.operator, spec));
  const kindsOf = (obstacles: ReadonlyMap<NodeId, readonly { readonly reason: { readonly kind: string } }[]> | undefined, index: number) => obstacles?.get(fleet.nodeIds[index] ?? ('' as NodeId))?.map(({ reason }) => reason.kind) ?? [];

  it('lets nodes start that nobody has observed yet, as many as budgets and the first look allow', async () => {
    // Seven nodes a site: a fifth of them is one, so each site lets one go.
    const { firstWave, runSecondsMedian } = await preview(specOf(4));
    expect([firstWave?.startable, runSecondsMedian]).toEqual([2, null]);
    const waiting = [...(firstWave?.obstacles.values() ?? [])].flat();
    expect(new Set(waiting.map(({ reason }) => reason.kind))).toEqual(new Set(['domainBudgetFull']));
    expect(waiting[0]?.message).toMatch(/^the budget of site-[01](\/rack-0)? is 1 and taken by node-\d{4} leased$/);
  });

  it('names what stands in the way of each node: a sick node, a site without a watcher', async () => {
    const { db } = test.database;
    await sql`INSERT INTO disruption_budget (domain, max_unavailable) SELECT DISTINCT unnest(domains), 10 FROM node`.execute(db);
    await sql`INSERT INTO node_health (node_id, reachable, verdict, observed_at) VALUES (${fleet.nodeIds[0]}, true, 'bad', now())`.execute(db);
    await sql`UPDATE site SET attended_until = now() - interval '1 hour' WHERE site_id = ${fleet.siteIds[1]}`.execute(db);
    const { firstWave } = await preview(specOf(4));
    expect([0, 1, 2, 3].map((index) => kindsOf(firstWave?.obstacles, index))).toEqual([['nodeUnhealthy'], ['siteUnattended'], [], ['siteUnattended']]);
    expect(firstWave?.obstacles.get(fleet.nodeIds[1] ?? ('' as NodeId))?.[0]?.message).toBe('nobody watches site site-1');
    expect(firstWave?.startable).toBe(1);
  });

  it('believes the last assessment for the same target: what preflight will block takes nobody\'s place', async () => {
    const { db } = test.database;
    await sql`INSERT INTO disruption_budget (domain, max_unavailable) SELECT DISTINCT unnest(domains), 1 FROM node`.execute(db);
    const finding = (checkId: string, severity: string) => ({ checkId, severity, message: 'full', remediation: 'Make room.', unreadable: false });
    const assess = async (index: number, at: string, state: 'DONE' | 'FAILED', findings: readonly object[], ready: boolean | null, message: string | null) => {
      const { rows: [batch] } = await sql<{ id: string }>`INSERT INTO assessment_batch (target_profile_id, requested_by, nodes, requested_at) VALUES (${fleet.profileId}, ${fleet.operator.personId}, 1, ${at}) RETURNING assessment_batch_id AS id`.execute(db);
      await sql`INSERT INTO assessment (assessment_batch_id, node_id, site_id, state, requested_at, ended_at, ready, findings, message)
        SELECT ${batch?.id}, node_id, site_id, ${state}, ${at}, ${at}, ${ready}, ${JSON.stringify(findings)}::jsonb, ${message} FROM node WHERE node_id = ${fleet.nodeIds[index]}`.execute(db);
    };
    await assess(0, '2026-01-02T03:04:05Z', 'DONE', [finding('disk.root', 'inhibit'), finding('clock.offset', 'warning')], false, null);
    await assess(1, '2026-01-02T03:04:05Z', 'FAILED', [], null, 'nobody answered');
    // This one was blocked once and is ready by now.
    await assess(2, '2026-01-01T00:00:00Z', 'DONE', [finding('disk.root', 'inhibit')], false, null);
    await assess(2, '2026-01-02T00:00:00Z', 'DONE', [], true, null);
    const { firstWave } = await preview(specOf(4));
    expect([0, 1].map((index) => firstWave?.obstacles.get(fleet.nodeIds[index] ?? ('' as NodeId)))).toMatchObject([
      [{ reason: { kind: 'preflightBlocks' }, message: 'its last assessment, of 2026-01-02 03:04 UTC, says that preflight will block it: disk.root' }],
      [{ reason: { kind: 'assessmentFailed' }, message: 'its last assessment, of 2026-01-02 03:04 UTC, could not look at it: nobody answered' }],
    ]);
    // One of each site is left, and each site lets one go.
    expect([kindsOf(firstWave?.obstacles, 2), kindsOf(firstWave?.obstacles, 3), firstWave?.startable]).toEqual([[], [], 2]);
  });

  it('asks the database a fixed number of questions, however many members there are', async () => {
    const questions = async (nodes: number): Promise<number> => {
      const before = test.database.statements();
      await preview(specOf(nodes));
      return test.database.statements() - before;
    };
    const few = await questions(4);
    expect(await questions(12)).toBe(few);
  });

  it('knows the pace of earlier runs: the median time from lease to verification', async () => {
    const { campaignId } = await startedCampaign(test.database, fleet, specOf(6, { gate: { ...aSpec(fleet).gate, failurePercentMax: 100, verifiedPercentMin: 1, lostMax: 5 } }));
    await fakeWorker(test.database, (hostname) => (hostname === 'node-0000' ? 'transactionFails' : 'migrates')).run();
    // The five that were verified took one to five minutes; the one that failed does not count.
    await sql`UPDATE lease l SET granted_at = released_at - interval '1 minute' * s.place FROM (SELECT run_id, row_number() OVER (ORDER BY run_id) AS place FROM node_run
      WHERE campaign_id = ${campaignId} AND verified_at IS NOT NULL) s WHERE s.run_id = l.run_id`.execute(test.database.db);
    expect((await preview(specOf(12))).runSecondsMedian).toBe(180);
  });
});
