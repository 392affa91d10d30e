import { selects, type Selector } from '@skein/core';
import { startPostgres } from '@skein/testkit';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFleet, type Fleet } from '../testing/a-fleet.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { readPlannableNodes } from './read-inventory.ts';

describe('the nodes that a planner is given', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 12 });
    await sql`UPDATE node SET labels = CASE ordinal % 4 WHEN 0 THEN '{"app": "web"}' WHEN 1 THEN '{"app": "web", "tier": "1"}' WHEN 2 THEN '{"a\\"b": "\\u4e2d"}' ELSE '{}' END::jsonb
      FROM (SELECT node_id, row_number() OVER (ORDER BY node_id) AS ordinal FROM node) o WHERE o.node_id = node.node_id`.execute(test.database.db);
  });
  afterAll(() => test.stop());

  it('are exactly those that its selector means (property)', async () => {
    const all = await readPlannableNodes(test.database.db);
    const label = fc.constantFrom<[string, string]>(['app', 'web'], ['app', 'db'], ['tier', '1'], ['a"b', '中'], ['__proto__', 'x']);
    const selectors = fc.record({ nodeIds: fc.subarray([...fleet.nodeIds]), siteIds: fc.subarray([...fleet.siteIds]), labels: fc.array(label, { maxLength: 2 }).map((labels) => Object.fromEntries(labels)) }, { requiredKeys: [] });
    await fc.assert(fc.asyncProperty(selectors, async (chosen) => {
      const selector = chosen as Selector;
      expect((await readPlannableNodes(test.database.db, selector)).map(({ nodeId }) => nodeId)).toEqual(all.filter((node) => selects(selector, node)).map(({ nodeId }) => nodeId));
    }), { numRuns: 80 });
  });
});
