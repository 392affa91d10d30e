import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldNodeStatus } from '../fleet/fold-node-status.ts';
import { inventoryCommands } from '../inventory/inventory-commands.ts';
import { accepted, aFleet, aSpec, by, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createWatchStore } from '../watch/postgres-watch-store.ts';
import { type Changes, createChangeFeed } from './change-feed.ts';

describe('the feed of changes', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 12 });
  });
  afterAll(() => test.stop());

  const after = async (position: string): Promise<Changes> => {
    const changes = await createChangeFeed(test.database).since(position);
    if (changes === null) throw new Error('the position is too old');
    return changes;
  };
  const here = (): Promise<string> => createChangeFeed(test.database).position();
  const nodeAt = (index: number): string => fleet.nodeIds[index] ?? '';
  const hold = async (index: number, held: boolean): Promise<void> => {
    accepted(await inventoryCommands(test.database).holdNode({ ...by(fleet.operator), nodeId: fleet.nodeIds[index] ?? fleet.nodeIds[0] as never, held, reason: 'test' }));
  };

  it('tells each change once, and nothing while nothing changes', async () => {
    const begin = await here();
    await hold(3, true);
    const first = await after(begin);
    expect(first).toMatchObject({ nodeIds: [nodeAt(3)], campaignIds: [] });
    expect(await after(first.position)).toMatchObject({ nodeIds: [], campaignIds: [] });
  });

  it('tells what began early and was committed late, after somebody else\'s change was told', async () => {
    const begin = await here();
    let told: Changes | null = null;
    await test.database.db.transaction().execute(async (tx) => {
      await sql`UPDATE node SET missing = true WHERE node_id = ${nodeAt(0)}`.execute(tx);
      await hold(1, true);
      told = await after(begin);
      expect(told).toMatchObject({ nodeIds: [nodeAt(1)] });
    });
    expect(await after((told as Changes | null)?.position ?? '')).toMatchObject({ nodeIds: [nodeAt(0)] });
  });

  it('tells nothing of what was rolled back', async () => {
    const begin = await here();
    await test.database.db.transaction().execute(async (tx) => {
      await sql`UPDATE node SET missing = false WHERE node_id = ${nodeAt(0)}`.execute(tx);
      throw new Error('changed my mind');
    }).catch(() => undefined);
    expect(await after(begin)).toMatchObject({ nodeIds: [], campaignIds: [] });
  });

  it('tells of health only when it is another one', async () => {
    const look = (reachable: boolean) => createWatchStore(test.database).recordObservations(fleet.siteIds[0] as never, { gapSecondsMax: 30, blind: false, nodes: [{ nodeId: fleet.nodeIds[0] as never, reachable, bootId: 'b', results: [] }] });
    await look(true);
    const begin = await here();
    await look(true);
    expect((await after(begin)).nodeIds).toEqual([]);
    await look(false);
    expect((await after(begin)).nodeIds).toEqual([nodeAt(0)]);
    await look(true);
  });

  it('tells of a campaign and its nodes from draft to end', async () => {
    const begin = await here();
    const { campaignId } = await startedCampaign(test.database, fleet, aSpec(fleet, { selector: { nodeIds: fleet.nodeIds.slice(5, 7) } }));
    const started = await after(begin);
    expect(started).toMatchObject({ nodeIds: [], campaignIds: [campaignId] });
    await fakeWorker(test.database).run();
    const ended = await after(started.position);
    expect([...ended.nodeIds].sort()).toEqual(expect.arrayContaining(fleet.nodeIds.slice(5, 7)) as never);
    expect(ended.campaignIds).toEqual([campaignId]);
  });

  it('says so when a position is older than what is remembered, from the future, or none at all', async () => {
    const feed = createChangeFeed(test.database);
    const begin = await here();
    await hold(4, true);
    await foldNodeStatus(test.database);
    await sql`UPDATE change_log SET at = at - interval '16 min'`.execute(test.database.db);
    await sql`UPDATE node_status_position SET pruned_at = now() - interval '2 min'`.execute(test.database.db);
    await hold(4, false);
    await foldNodeStatus(test.database);
    expect(await feed.since(begin)).toBeNull();
    expect(await feed.since('999999999:999999999:')).toBeNull();
    expect(await feed.since('0; DROP TABLE node')).toBeNull();
    expect(await feed.since(await here())).toMatchObject({ nodeIds: [] });
  });
});
