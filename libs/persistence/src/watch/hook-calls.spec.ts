import { type CampaignId } from '@skein/core';
import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFleet, aSpec, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createRunViews } from '../views/run-views.ts';
import { createHookCallStore } from './hook-calls.ts';

describe('hooks that are owed after an outcome', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 6 });
  });
  afterAll(() => test.stop());

  const migrate = async (hooks: string | null, nodes: readonly number[], fate: 'migrates' | 'dies' = 'migrates'): Promise<CampaignId> => {
    const spec = aSpec(fleet);
    const { campaignId } = await startedCampaign(test.database, fleet, { ...spec, name: `hooks ${nodes.join(' ')}`, hooks, waves: [{ rest: true }], selector: { nodeIds: nodes.map((index) => fleet.nodeIds[index] ?? '') as typeof fleet.nodeIds }, gate: { ...spec.gate, soakSeconds: 0, failurePercentMax: 100 } });
    await fakeWorker(test.database, () => fate).run();
    return campaignId;
  };
  const calls = () => createHookCallStore(test.database);
  const takeAll = async () => (await Promise.all(fleet.siteIds.map((siteId) => calls().take(siteId, 10)))).flat();

  it('are none without a hook set', async () => {
    await migrate(null, [0]);
    expect(await takeAll()).toEqual([]);
  });

  it('are taken by one worker, and by another when that one never answers', async () => {
    const campaignId = await migrate('fleet', [1]);
    const [first] = await takeAll();
    expect(first).toMatchObject({ campaignId, attempt: 1, hook: 'afterRun', hooks: 'fleet', tries: 1, node: { hostname: expect.any(String) as string, externalId: expect.any(String) as string } });
    expect(await takeAll()).toEqual([]);
    await sql`UPDATE hook_call SET due_at = due_at - interval '31 s'`.execute(test.database.db);
    expect(await takeAll()).toMatchObject([{ runId: first?.runId, tries: 2 }]);
    expect(await takeAll()).toEqual([]);
  });

  it('stand among the steps of the run once they answered', async () => {
    await sql`UPDATE hook_call SET due_at = now()`.execute(test.database.db);
    const [call] = await takeAll();
    if (call === undefined) throw new Error('nothing is owed');
    await calls().close(call, 'done', { answer: 'exit 0' });
    await calls().close(call, 'failed', { answer: 'somebody else was late' });
    await sql`UPDATE hook_call SET due_at = now()`.execute(test.database.db);
    expect(await takeAll()).toEqual([]);
    expect((await createRunViews(test.database).steps([call.runId])).get(call.runId)?.filter((step) => step.step === 'afterRun')).toMatchObject([{ state: 'done', detail: { answer: 'exit 0' } }]);
  });

  it('ask for a person when the node is in quarantine', async () => {
    await migrate('fleet', [2], 'dies');
    expect((await takeAll()).map((call) => [call.hook, call.outcome]).sort()).toEqual([['afterRun', 'QUARANTINED'], ['needsPerson', 'QUARANTINED']]);
  });
});
