import { type JobId } from '@skein/core';
import { startPostgres } from '@skein/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted, aFleet, aSpec, by, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createCampaignViews } from '../views/campaign-views.ts';
import { createWatchStore } from '../watch/postgres-watch-store.ts';
import { campaignCommands } from './campaign-commands.ts';

describe('a campaign that is HALTING', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 8 });
  });
  afterAll(() => test.stop());

  it.each([['goes back to its turn, because its node refused the launch', 'VOID', 'STAGED'], ['soaks for an hour', 'REBOOTED', 'SOAKING']] as const)('is HALTED when its last run with a permit %s', async (_what, reported, ends) => {
    const { database } = test;
    const views = createCampaignViews(database);
    const commands = campaignCommands(database);
    const { campaignId } = await startedCampaign(database, fleet, aSpec(fleet, { name: ends, gate: { ...aSpec(fleet).gate, soakSeconds: 3600 } }));
    const worker = fakeWorker(database, () => 'hangs');
    const seen = async () => (await views.runs({ campaignId }, { first: 10 })).rows;
    await worker.run(async () => (await seen()).some((run) => run.state.kind === 'APPLYING'));
    accepted(await commands.halt({ ...by(fleet.operator), campaignId }));
    await worker.run();
    expect((await views.get(campaignId))?.state.kind).toBe('HALTING');
    const [run] = await seen();
    if (run === undefined) throw new Error('the run that applies is gone');
    await createWatchStore(database).recordJobs(run.nodeId, [{ jobId: `${run.runId}.1.apply` as JobId, state: reported, phase: 'done', incarnation: 1, seq: 99, seenBootId: 'boot-2', exitCode: null, reason: null, transactions: 0 }]);
    await worker.run();
    expect((await seen()).map((one) => one.state.kind)).toEqual([ends]);
    expect((await views.get(campaignId))?.state).toEqual({ kind: 'HALTED', reason: 'operator' });
    accepted(await commands.cancel({ ...by(fleet.operator), campaignId }));
    await worker.run();
  });
});
