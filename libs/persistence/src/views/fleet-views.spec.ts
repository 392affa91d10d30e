import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignCommands } from '../campaign/campaign-commands.ts';
import { createDriverStore } from '../driver/postgres-driver-store.ts';
import { accepted, aFleet, aSpec, by, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createFleetViews } from './fleet-views.ts';

describe('the fleet', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 12 });
  });
  afterAll(() => test.stop());

  it('is listed by hostname, page by page, each node once, and counted the same', async () => {
    const views = createFleetViews(test.database);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await views.nodes({}, { first: 5, after });
      seen.push(...page.rows.map((row) => row.hostname));
      after = page.hasNextPage ? page.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toHaveLength(await views.countNodes({}));
    expect(seen).toHaveLength(14);
  });

  it('finds the nodes of a failure domain by the domain or a prefix of it, and not by half of a name', async () => {
    const views = createFleetViews(test.database);
    await expect(views.countNodes({ domain: 'site-0' })).resolves.toBe(7);
    await expect(views.countNodes({ domain: 'site-0/rack-0' })).resolves.toBe(6);
    await expect(views.countNodes({ domain: 'site' })).resolves.toBe(0);
  });

  it('finds a node by its natural key or its hostname, and none by a name that two nodes share', async () => {
    const views = createFleetViews(test.database);
    await expect(views.nodeByName('test/node-0003')).resolves.toMatchObject({ hostname: 'node-0003' });
    await expect(views.nodeByName('node-0003')).resolves.toMatchObject({ externalId: 'node-0003' });
    await sql`UPDATE node SET hostname = 'node-0004' WHERE external_id = 'node-0005'`.execute(test.database.db);
    await expect(views.nodeByName('node-0004')).resolves.toBeNull();
    await sql`UPDATE node SET hostname = 'node-0005' WHERE external_id = 'node-0005'`.execute(test.database.db);
  });

  it('says nothing of a node that does not exist', async () => {
    await expect(createFleetViews(test.database).explain('nobody')).resolves.toBeNull();
  });

  it('names every reason that keeps a staged run waiting, the budget with its number', async () => {
    const { database } = test;
    const { campaignId } = await startedCampaign(database, fleet, aSpec(fleet));
    const drivers = createDriverStore(database);
    await drivers.advanceCampaign(campaignId);
    await drivers.advanceWave(campaignId, 1);
    const { rows: [run] } = await sql<{ node_id: string }>`UPDATE node_run SET state = '{"kind": "STAGED"}' WHERE campaign_id = ${campaignId} RETURNING node_id`.execute(database.db);
    await sql`UPDATE node SET held = true WHERE node_id = ${run?.node_id ?? ''}`.execute(database.db);
    accepted(await campaignCommands(database).pause({ ...by(fleet.operator), campaignId }));
    const { obstacles } = await createFleetViews(database).explain(run?.node_id ?? '') ?? { obstacles: [] };
    expect(obstacles.map((obstacle) => obstacle.reason.kind)).toEqual(expect.arrayContaining(['held', 'campaignNotRunning', 'siteUnattended', 'healthObservationMissing', 'domainBudgetFull']));
    expect(obstacles.find((obstacle) => obstacle.reason.kind === 'domainBudgetFull')?.reason).toMatchObject({ max: 1 });
    expect(obstacles.every((obstacle) => obstacle.message !== '')).toBe(true);
  });
});
