import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeCursor, type Page, type PageRequest } from '../database/page.ts';
import { aFleet, aSpec, startedCampaign } from '../testing/a-fleet.ts';
import { fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createAuditViews } from './audit-views.ts';
import { createCampaignViews } from './campaign-views.ts';
import { createFleetViews } from './fleet-views.ts';

const keysOfOthers: readonly (readonly (string | number)[])[] = [
  ['x'], ['\0'], [-1], [1.5], [2 ** 60], ['x', 'y'], [-(2 ** 52), 'x'], ['x', 1], [1, 2], ['a\0', 'b'], ['x', 'y', 'z'], [1.5, 'y', 'z'], [1, '\0', 'z'], [1, 2, 3], [],
];

describe('a cursor', () => {
  let test: TestDatabase;
  let lists: Readonly<Record<string, (page: PageRequest) => Promise<Page<unknown>>>>;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    const { database } = test;
    const fleet = await aFleet(database, { nodes: 4 });
    await sql`INSERT INTO disruption_budget VALUES ('site-0', 2), ('site-1', 2)`.execute(database.db);
    const [mine, others] = [fleet.nodeIds.slice(0, 2), fleet.nodeIds.slice(2)];
    await startedCampaign(database, fleet, aSpec(fleet, { name: 'other', selector: { nodeIds: others } }));
    const { campaignId } = await startedCampaign(database, fleet, aSpec(fleet, { selector: { nodeIds: mine }, waves: [{ rest: true }] }));
    await fakeWorker(database, () => 'awaitsPermit').run();
    const campaigns = createCampaignViews(database);
    lists = {
      audit: (page) => createAuditViews(database).page({}, page), campaigns: (page) => campaigns.list({}, page), runs: (page) => campaigns.runs({ campaignId }, page),
      availability: (page) => campaigns.availability(campaignId, page), nodes: (page) => createFleetViews(database).nodes({}, page), budgets: (page) => createFleetViews(database).budgets(page),
    };
  });
  afterAll(() => test.stop());

  it.each(['audit', 'campaigns', 'runs', 'availability', 'nodes', 'budgets'])('that the list of %s never gave begins it anew, one that it gave goes on', async (name) => {
    const list = lists[name];
    if (list === undefined) throw new Error(`there is no list ${name}`);
    const first = await list({ first: 1 });
    const second = await list({ first: 1, after: first.endCursor });
    expect([first.rows.length, second.rows.length]).toEqual([1, 1]);
    expect(second.rows).not.toEqual(first.rows);
    const own = JSON.parse(Buffer.from(first.endCursor ?? '', 'base64url').toString()) as readonly unknown[];
    const types = own.map((part) => typeof part).join();
    for (const key of keysOfOthers) {
      // Of the right types and in range it cannot be told from one of its own, so only the answer counts: there is one.
      const page = await list({ first: 1, after: encodeCursor(key) });
      const looksOwn = key.map((part) => typeof part).join() === types && !key.some((part) => (typeof part === 'string' ? part.includes('\0') : !Number.isSafeInteger(part) || part < 0));
      if (!looksOwn) expect(page.endCursor, JSON.stringify(key)).toBe(first.endCursor);
    }
    await expect(list({ first: 1, after: 'not a cursor' })).resolves.toMatchObject({ endCursor: first.endCursor });
    await expect(list({ first: 1, after: encodeCursor(own.map((part) => (typeof part === 'number' ? Number.MAX_SAFE_INTEGER : '\u{10ffff}'))) })).resolves.toHaveProperty('rows');
  });
});
