import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignCommands } from '../campaign/campaign-commands.ts';
import { accepted, aFleet, approvedCampaign, aSpec, by, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createCampaignViews } from './campaign-views.ts';
import { type CampaignOrder } from './view.ts';

describe('the list of campaigns', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 4 });
    const commands = campaignCommands(test.database);
    for (const name of ['b', 'a', 'c', 'a']) accepted(await commands.draft({ ...by(fleet.operator), spec: aSpec(fleet, { name }), source: 'operator' }));
    await startedCampaign(test.database, fleet, aSpec(fleet, { name: 'e', selector: { nodeIds: fleet.nodeIds.slice(0, 1) } }));
    await approvedCampaign(test.database, fleet, aSpec(fleet, { name: 'd', selector: { nodeIds: fleet.nodeIds.slice(1, 2) } }));
    accepted(await commands.draft({ ...by(fleet.admin), spec: aSpec(fleet, { name: 'f' }), source: 'operator' }));
    // Two of one name and two of one moment: only a total order tells them apart.
    await sql`UPDATE campaign SET created_at = '2026-01-01T00:00:00Z'::timestamptz + interval '1 hour' * CASE name WHEN 'b' THEN 1 WHEN 'c' THEN 1 WHEN 'a' THEN 3 WHEN 'd' THEN 4 WHEN 'e' THEN 5 ELSE 6 END`.execute(test.database.db);
  });
  afterAll(() => test.stop());

  const orders: readonly CampaignOrder[] = (['created', 'name', 'state'] as const).flatMap((field) => (['asc', 'desc'] as const).map((direction) => ({ by: field, direction })));
  it.each(orders.map((order) => [order.by, order.direction, order] as const))('by %s %s is the same page by page as in one, each campaign once', async (_by, _direction, order) => {
    const views = createCampaignViews(test.database);
    const whole = (await views.list({}, { first: 50 }, order)).rows.map(({ campaignId }) => campaignId);
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Awaited<ReturnType<typeof views.list>> = await views.list({}, { first: 2, after }, order);
      paged.push(...page.rows.map(({ campaignId }) => campaignId));
      if (!page.hasNextPage) break;
      after = page.endCursor;
    }
    expect([new Set(whole).size, paged]).toEqual([7, whole]);
    expect((await views.list({}, { first: 3, offset: 2 }, order)).rows.map(({ campaignId }) => campaignId)).toEqual(whole.slice(2, 5));
  });

  it('shows by name, by state and newest first what those words say', async () => {
    const views = createCampaignViews(test.database);
    const names = async (order?: CampaignOrder) => (await views.list({}, { first: 50 }, order)).rows.map(({ name }) => name).join('');
    expect(await names({ by: 'name', direction: 'asc' })).toBe('aabcdef');
    expect((await names()).slice(0, 3)).toBe('fed');
    expect((await views.list({}, { first: 2 }, { by: 'state', direction: 'asc' })).rows.map(({ state }) => state.kind)).toEqual(['RUNNING', 'SCHEDULED']);
  });

  it('can be narrowed to those of one author', async () => {
    const views = createCampaignViews(test.database);
    expect((await views.list({ authorId: fleet.admin.personId }, { first: 50 })).rows.map(({ name }) => name)).toEqual(['f']);
    expect(await views.count({ authorId: fleet.operator.personId })).toBe(6);
  });
});
