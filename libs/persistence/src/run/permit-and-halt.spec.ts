import { isRefusal, type JobId, type RunId } from '@skein/core';
import { startPostgres, type TestPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { campaignCommands } from '../campaign/campaign-commands.ts';
import { accepted, aFleet, aSpec, by, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createRunStore } from './postgres-run-store.ts';
import { type Claim, type RunStore } from './run-store.ts';

describe('permit and halt', () => {
  let postgres: TestPostgres;
  let test: TestDatabase;
  let fleet: Fleet;
  let runs: RunStore;
  beforeAll(async () => { postgres = await startPostgres(); });
  afterAll(() => postgres.stop());
  beforeEach(async () => {
    test = await openTestDatabase(postgres);
    fleet = await aFleet(test.database, { nodes: 24, perRack: 24 });
    runs = createRunStore(test.database);
  });
  afterEach(() => test.close());

  const protecting = async (firstLook: number) => {
    const spec = aSpec(fleet, { waves: [{ rest: true }], concurrencyMax: 20, gate: { ...aSpec(fleet).gate, firstLook } });
    for (const siteId of [0, 1]) await sql`INSERT INTO disruption_budget VALUES (${`site-${String(siteId)}`}, 100), (${`site-${String(siteId)}/rack-0`}, 100)`.execute(test.database.db);
    const { campaignId, epoch } = await startedCampaign(test.database, fleet, spec);
    await fakeWorker(test.database, () => 'awaitsPermit').run();
    const { rows } = await sql<{ run_id: RunId }>`SELECT run_id FROM node_run WHERE state_kind = 'PROTECTING' ORDER BY run_id`.execute(test.database.db);
    return { campaignId, epoch, runIds: rows.map((row) => row.run_id) };
  };
  const claimOf = async (runId: RunId): Promise<Claim> => {
    const claim = await runs.claim(runId);
    if (claim === null) throw new Error(`run ${runId} cannot be claimed`);
    return claim;
  };
  const permit = (claim: Claim, epoch: number) =>
    runs.grantPermit(claim, epoch, { jobId: `${claim.runId}.1.apply` as JobId, step: 'apply', launchBootId: 'boot-1', notAfterUptimeSeconds: 15 }, { kind: 'APPLYING' });

  it('are ordered: every permit is in the answer of the halt or was refused, none comes after', async () => {
    const { campaignId, epoch, runIds } = await protecting(20);
    expect(runIds.length).toBe(20);
    const claims = await Promise.all(runIds.map(claimOf));
    const halting = new Promise<Awaited<ReturnType<ReturnType<typeof campaignCommands>['halt']>>>((resolve, reject) => {
      setTimeout(() => { campaignCommands(test.database).halt({ ...by(fleet.operator), campaignId }).then(resolve, reject); }, 3);
    });
    const answers = await Promise.all(claims.map(async (claim) => ({ runId: claim.runId, refusal: await permit(claim, epoch) })));
    const { holdingPermit, campaign } = accepted(await halting);
    const granted = answers.filter((answer) => answer.refusal === null).map((answer) => answer.runId);
    expect(holdingPermit.map((holder) => holder.runId).sort()).toEqual(granted.sort());
    expect(new Set(answers.flatMap((answer) => answer.refusal?.code ?? []))).toEqual(granted.length === answers.length ? new Set() : new Set(['campaignNotRunning']));
    expect(campaign).toMatchObject({ epoch: epoch + 1, state: { kind: granted.length > 0 ? 'HALTING' : 'HALTED' } });
    for (const claim of await Promise.all(runIds.filter((runId) => !granted.includes(runId)).map(claimOf))) expect((await permit(claim, epoch))?.code).toBe('campaignNotRunning');
    const { rows: [jobs] } = await sql<{ count: number }>`SELECT count(*)::int FROM node_job WHERE step = 'apply'`.execute(test.database.db);
    expect(jobs?.count).toBe(granted.length);
  });

  it('refuse a permit of an older epoch, of an older execution, and without a lease', async () => {
    const { campaignId, epoch, runIds } = await protecting(20);
    const [one, two] = runIds as [RunId, RunId];
    const commands = campaignCommands(test.database);
    const old = await claimOf(one);
    const claim = await claimOf(one);
    expect((await permit(old, epoch))?.code).toBe('fenceSuperseded');
    await sql`UPDATE lease SET released_at = now() WHERE run_id = ${two}`.execute(test.database.db);
    expect((await permit(await claimOf(two), epoch))?.code).toBe('leaseMissing');
    accepted(await commands.halt({ ...by(fleet.operator), campaignId }));
    accepted(await commands.resume({ ...by(fleet.operator), campaignId }));
    expect((await permit(claim, epoch))?.code).toBe('epochMoved');
    expect(await permit(claim, epoch + 1)).toBeNull();
  });

  it('let only a few change until the first has verified, however many ask at once', async () => {
    const { epoch, runIds } = await protecting(3);
    expect(runIds.length).toBe(3);
    await sql`UPDATE campaign SET spec = jsonb_set(spec, '{gate,firstLook}', '2')`.execute(test.database.db);
    const claims = await Promise.all(runIds.map(claimOf));
    const answers = await Promise.all(claims.map((claim) => permit(claim, epoch)));
    expect(answers.filter(isRefusal).map((refusal) => refusal.code)).toEqual(['firstLookFull']);
  });

  it('undo what was only prepared, and keep its staging', async () => {
    const { campaignId, runIds } = await protecting(20);
    accepted(await campaignCommands(test.database).halt({ ...by(fleet.operator), campaignId }));
    await fakeWorker(test.database).run();
    const { rows } = await sql<{ state_kind: string; runs: number }>`SELECT state_kind, count(*)::int AS runs FROM node_run WHERE run_id = ANY (${runIds}::text[]) GROUP BY 1`.execute(test.database.db);
    expect(rows).toEqual([{ state_kind: 'STAGED', runs: 20 }]);
    expect((await sql`SELECT 1 FROM lease WHERE released_at IS NULL`.execute(test.database.db)).rows).toEqual([]);
    accepted(await campaignCommands(test.database).resume({ ...by(fleet.operator), campaignId }));
    await fakeWorker(test.database).run();
    expect((await sql<{ state_kind: string }>`SELECT state_kind FROM campaign`.execute(test.database.db)).rows).toEqual([{ state_kind: 'COMPLETED' }]);
  });
});
