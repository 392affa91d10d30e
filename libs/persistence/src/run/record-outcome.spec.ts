import { type JobId, type RunId } from '@skein/core';
import { startPostgres, type TestPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aFleet, aSpec, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createCampaignViews } from '../views/campaign-views.ts';
import { createRunViews } from '../views/run-views.ts';
import { checkConsistency } from '../views/check-consistency.ts';
import { createWatchStore } from '../watch/postgres-watch-store.ts';
import { createRunStore } from './postgres-run-store.ts';
import { type RunStore } from './run-store.ts';

describe('recording an outcome', () => {
  let postgres: TestPostgres;
  let test: TestDatabase;
  let fleet: Fleet;
  let runs: RunStore;
  let campaignId: string;
  beforeAll(async () => { postgres = await startPostgres(); });
  afterAll(() => postgres.stop());
  beforeEach(async () => {
    test = await openTestDatabase(postgres);
    fleet = await aFleet(test.database, { nodes: 10, perRack: 10 });
    runs = createRunStore(test.database);
    await sql`INSERT INTO disruption_budget VALUES ('site-0', 10), ('site-1', 10), ('site-0/rack-0', 10), ('site-1/rack-0', 10)`.execute(test.database.db);
    ({ campaignId } = await startedCampaign(test.database, fleet, aSpec(fleet, { waves: [{ rest: true }], gate: { ...aSpec(fleet).gate, failurePercentMax: 20, firstLook: 10 } })));
    await fakeWorker(test.database, () => 'hangs').run();
  });
  afterEach(() => test.close());
  const applying = async (): Promise<RunId[]> => (await sql<{ run_id: RunId }>`SELECT run_id FROM node_run WHERE state_kind = 'APPLYING' ORDER BY run_id`.execute(test.database.db)).rows.map((row) => row.run_id);
  const campaign = () => createCampaignViews(test.database).get(campaignId);
  const restored = async (runId: RunId): Promise<string | null> => {
    const claim = await runs.claim(runId);
    if (claim === null) return 'notClaimed';
    const moved = await runs.move(claim, 'APPLYING', { kind: 'RESTORING', reason: 'transactionFailed', strategy: 'providerSnapshot' });
    return (moved ?? (await runs.recordOutcome(claim, { kind: 'RESTORED', reason: 'transactionFailed', failureClass: 'NODE' }, {})))?.code ?? null;
  };

  it('happens once, whoever tries at the same time', async () => {
    const [runId] = await applying();
    if (runId === undefined) throw new Error('nothing hangs');
    const claim = await runs.claim(runId);
    if (claim === null) throw new Error('it cannot be claimed');
    await runs.move(claim, 'APPLYING', { kind: 'RESTORING', reason: 'powerLoss', strategy: 'reverseSync' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => runs.recordOutcome(claim, { kind: 'RESTORED', reason: 'powerLoss', failureClass: 'NODE' }, {})));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(new Set(answers.flatMap((answer) => answer?.code ?? []))).toEqual(new Set(['outcomeAlreadyRecorded']));
    expect((await createRunViews(test.database).outcomes([runId])).get(runId)).toMatchObject([{ kind: 'RESTORED', current: true }]);
    expect(await runs.claim(runId)).toBeNull();
  });

  it('stops the campaign and moves its epoch together with the failure that was one too many', async () => {
    const [one, two] = (await applying()) as [RunId, RunId];
    expect(await restored(one)).toBeNull();
    expect(await campaign()).toMatchObject({ state: { kind: 'RUNNING' }, epoch: 1 });
    expect(await restored(two)).toBeNull();
    expect(await campaign()).toMatchObject({ state: { kind: 'HALTING', reason: 'failuresReachedStop' }, epoch: 2 });
  });

  it('makes the campaign HALTED with the last outcome that was waited for, not later', async () => {
    const all = await applying();
    for (const runId of all.slice(0, -1)) expect(await restored(runId)).toBeNull();
    expect((await campaign())?.state.kind).toBe('HALTING');
    expect(await restored(all.at(-1) as RunId)).toBeNull();
    expect((await campaign())?.state.kind).toBe('HALTED');
    expect(await checkConsistency(test.database)).toMatchObject({ leasesWithoutRun: [], runsWithoutLease: [], settledWithoutOutcome: [] });
  });

  it('replaces OVERDUE, which counted as a failure at once and kept the lease', async () => {
    const watch = createWatchStore(test.database);
    const [one, two] = (await applying()) as [RunId, RunId];
    await sql`UPDATE node_run SET entered_at = now() - interval '70 s' WHERE run_id = ANY (${[one, two]}::text[])`.execute(test.database.db);
    await sql`UPDATE site_attendance SET from_at = now() - interval '80 s'`.execute(test.database.db);
    for (const { siteId } of await watch.sites()) await watch.tickDeadlines(siteId);
    expect(await campaign()).toMatchObject({ state: { kind: 'HALTING' }, epoch: 2, overdue: 2 });
    expect(await checkConsistency(test.database)).toMatchObject({ runsWithoutLease: [] });
    const claim = await runs.claim(one);
    if (claim === null) throw new Error('an overdue run is still open');
    await runs.move(claim, 'APPLYING', { kind: 'VERIFYING' });
    await runs.move(claim, 'VERIFYING', { kind: 'SOAKING' }, { soakSeconds: 0 });
    expect(await runs.recordOutcome(claim, { kind: 'SUCCEEDED' }, {})).toBeNull();
    expect((await createRunViews(test.database).outcomes([one])).get(one)).toMatchObject([{ kind: 'OVERDUE', current: false }, { kind: 'SUCCEEDED', current: true }]);
    expect((await campaign())?.overdue).toBe(1);
  });

  it('does not count minutes that nobody watched', async () => {
    const watch = createWatchStore(test.database);
    await sql`UPDATE node_run SET entered_at = now() - interval '700 s'`.execute(test.database.db);
    for (const { siteId } of await watch.sites()) expect(await watch.tickDeadlines(siteId)).toBe(0);
    const [runId] = await applying();
    expect((await runs.load(runId as RunId))?.observedSeconds).toBeLessThan(30);
  });

  it('is refused to an execution whose fence is old, like every other write', async () => {
    const [runId] = (await applying()) as [RunId];
    const old = await runs.claim(runId);
    await runs.claim(runId);
    if (old === null) throw new Error('it cannot be claimed');
    const answers = [
      await runs.recordOutcome(old, { kind: 'QUARANTINED', reason: 'foreign', failureClass: 'NODE' }, {}), await runs.move(old, 'APPLYING', { kind: 'VERIFYING' }), await runs.recordStep(old, 'x', 'done', {}),
      await runs.openEffect(old, 'x', 'do', (Date.now() + 1000) as never), await runs.confirmJob(old, `${runId}.1.apply` as JobId, { state: 'VOID', seq: 0, phase: '', exitCode: null, reason: null }), await runs.saveRestorePoint(old, 'x', 'READY'),
    ];
    expect(answers.map((answer) => answer?.code)).toEqual(Array.from({ length: 6 }, () => 'fenceSuperseded'));
    expect(await runs.raiseIncarnation(old)).toMatchObject({ code: 'fenceSuperseded' });
  });
});
