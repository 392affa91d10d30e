import { type CampaignId, isRefusal } from '@skein/core';
import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignCommands } from '../campaign/campaign-commands.ts';
import { inventoryCommands } from '../inventory/inventory-commands.ts';
import { aFleet, aNodeRow, aSpec, by, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { canOf } from '../testing/can-of.ts';
import { driveRun, type Fate, fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createAuditViews } from '../views/audit-views.ts';
import { createCampaignViews } from '../views/campaign-views.ts';
import { checkConsistency } from '../views/check-consistency.ts';
import { createFleetViews } from '../views/fleet-views.ts';
import { createWatchStore } from '../watch/postgres-watch-store.ts';
import { createDriverStore } from './postgres-driver-store.ts';
import { type DriverRef } from './driver-store.ts';

/** CI mixes for a minute and has the machine to itself, so it also judges how quick a halt is. */
const minute = process.env['SKEIN_MIX_SECONDS'];
const seconds = Number(minute ?? '15');

const fates = (hostname: string): Fate => (hostname.endsWith('3') ? 'transactionFails' : hostname.endsWith('8') ? 'isBlocked' : 'migrates');

describe('all transactions against each other', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  const campaigns: CampaignId[] = [];
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 240, sites: 3, perRack: 40 });
    for (let part = 0; part < 3; part += 1) {
      const nodeIds = fleet.nodeIds.filter((_nodeId, index) => index % 3 === part);
      const spec = aSpec(fleet, { name: `part ${String(part)}`, selector: { nodeIds }, gate: { ...aSpec(fleet).gate, failurePercentMax: 30, verifiedPercentMin: 50, lostMax: 50 } });
      campaigns.push((await startedCampaign(test.database, fleet, spec)).campaignId);
    }
  });
  afterAll(() => test.stop());

  it(`finds no deadlock in ${String(seconds)} s, halts quickly, and leaves rows that agree`, async () => {
    const { database } = test;
    const drivers = createDriverStore(database);
    const watch = createWatchStore(database);
    const commands = campaignCommands(database);
    const inventory = inventoryCommands(database);
    const views = createCampaignViews(database);
    const until = performance.now() + seconds * 1000;
    const halts: number[] = [];
    const problems: string[] = [];
    let turn = 0;
    const pick = <T>(list: readonly T[]): T => list[(turn += 1) % list.length] as T;
    // Pauses keep two cores from being the only thing that is measured.
    const forever = async (pauseMilliseconds: number, work: () => Promise<unknown>): Promise<void> => {
      for (; performance.now() < until; await sleep(pauseMilliseconds)) {
        // A deadlock, a lock timeout or a broken constraint comes as an exception; refusals are answers.
        await work().catch((error: unknown) => problems.push(String(error instanceof Error ? `${error.message} ${JSON.stringify(error.cause ?? '')}` : error)));
      }
    };
    const advance = (driver: DriverRef): Promise<unknown> =>
      driver.kind === 'nodeRun' ? driveRun(database, driver.runId, fates) : driver.kind === 'wave' ? drivers.advanceWave(driver.campaignId, driver.wave) : drivers.advanceCampaign(driver.campaignId);
    const relay = async (): Promise<void> => {
      const poked: DriverRef[] = [];
      await drivers.relayOutbox(100, (some) => { poked.push(...some); return Promise.resolve(); });
      // Twice the same driver at once: a zombie and its successor.
      await Promise.all([...poked, ...poked.slice(0, 2)].map(advance));
    };
    const observer = fakeWorker(database, fates);
    const halt = async (): Promise<void> => {
      const campaignId = pick(campaigns);
      const begun = performance.now();
      const answer = await commands.halt({ ...by(fleet.operator), campaignId });
      if (!isRefusal(answer)) halts.push(performance.now() - begun);
      await sleep(30);
      await commands.retry({ ...by(fleet.operator), campaignId, clearQuarantine: true });
      await commands.resume({ ...by(fleet.operator), campaignId });
    };
    const command = async (): Promise<void> => {
      const campaignId = pick(campaigns);
      const request = { ...by(fleet.operator), campaignId };
      const verb = pick(['resume', 'pause', 'resume', 'retry', 'resume', 'hold', 'resume', 'rollback', 'resume'] as const);
      const answer = verb === 'rollback' ? await commands.rollback({ ...request, scope: { kind: 'wave', wave: 1 }, source: 'operator' }) : await commands[verb](request);
      if (verb === 'rollback' && !isRefusal(answer)) campaigns.push(answer.campaign.campaignId);
    };
    const keep = async (): Promise<void> => {
      const nodeId = pick(fleet.nodeIds);
      await inventory.holdNode({ ...by(fleet.operator), nodeId, held: turn % 4 === 0, reason: 'test' });
      await inventory.importNodes({ ...by(fleet.operator), source: 'test', rows: [1, 2, 3].map((index) => aNodeRow(`node-000${String(index)}`, 'site-1', { domains: [`site-1/rack-${String(turn % 5)}`] })), dryRun: turn % 3 === 0 });
      await inventory.saveBudget({ ...by(fleet.operator), domain: 'site-0', unavailableMax: 10 + (turn % 5) });
      await inventory.clearQuarantine({ ...by(fleet.operator), nodeId });
    };
    const look = async (): Promise<void> => {
      const [campaign] = (await views.list({}, { first: 5 })).rows;
      if (campaign !== undefined) await Promise.all([views.waves(campaign.campaignId), canOf(test.database, fleet.operator, campaign.campaignId), createFleetViews(database).explain(pick(fleet.nodeIds))]);
      await Promise.all([createFleetViews(database).facets({}, ['STATE_CLASS', 'SITE']), createFleetViews(database).fleetMap(), views.classes(campaigns), views.waveDomains(campaigns)]);
    };
    const reconcile = async (): Promise<void> => {
      await drivers.reconcile();
      for (const { siteId } of await watch.sites()) await watch.tickDeadlines(siteId);
    };
    await Promise.all([
      forever(5, relay), forever(5, relay), forever(5, relay), forever(200, () => observer.observe()), forever(300, () => observer.observe()),
      forever(200, halt), forever(150, command), forever(100, keep), forever(150, look), forever(100, reconcile),
    ]);
    const sorted = halts.sort((left, right) => left - right);
    const p99 = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.NaN;
    const { rows: [counted] } = await sql<{ outcomes: number; permits: number }>`SELECT count(*)::int AS outcomes, (SELECT count(*)::int FROM node_job WHERE step LIKE 'apply%') AS permits FROM run_outcome`.execute(database.db);
    process.stdout.write(`halts ${String(halts.length)}, p50 ${(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, outcomes ${String(counted?.outcomes)}, permits ${String(counted?.permits)}, statements ${String(database.statements())}\n`);
    expect(problems).toEqual([]);
    expect(halts.length).toBeGreaterThan(5);
    expect(counted?.outcomes).toBeGreaterThan(10);
    expect(p99).toBeLessThan(minute === undefined ? 5000 : 200);
    expect(await checkConsistency(database)).toMatchObject({ leasesWithoutRun: [], runsWithoutLease: [], settledWithoutOutcome: [], soakWithoutRow: [] });
    expect(await createAuditViews(database).verify()).toMatchObject({ ok: true });
  }, (seconds + 60) * 1000);
});
