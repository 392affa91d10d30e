import { type Worker } from '@temporalio/worker';
import { Counter } from 'prom-client';
import pino from 'pino';
import { controlQueue, siteQueue } from '@skein/contract';
import { parseEnvironment } from './environment.ts';
import { startHealthServer } from './health/health-server.ts';
import { watchPollers } from './health/poller-watch.ts';
import { createDriverActivities } from './driver/driver-activities.ts';
import { startReconciler } from './driver/start-reconciler.ts';
import { startRelay } from './driver/start-relay.ts';
import { openPlant } from './plant.ts';
import { createAdvanceRun } from './run/advance-run.ts';
import { connectWorker, openClient, withBackOff } from './temporal/connect.ts';
import { createPokeDrivers } from './temporal/poke-drivers.ts';
import { createWorkers, installRuntime, workerIdentity } from './temporal/run-workers.ts';
import { watchSite, type SiteWatch } from './watch/watch-site.ts';

const environment = parseEnvironment();
const log = pino({ name: 'worker' });
const onError = (what: string, error: Error): void => { log.error({ what, error: error.message, stack: error.stack }, `${what} failed`); };
let stopping = false;
let parked: readonly string[] = ['connecting to Temporal'];

const plant = openPlant(environment, onError);
const pokesSent = new Counter({ name: 'skein_pokes_sent_total', help: 'Pokes sent to drivers by the outbox relay.' });
const reconciled = new Counter({ name: 'skein_drivers_reconciled_total', help: 'Drivers that the reconciler found waiting.' });
const activities = new Counter({ name: 'skein_activities_total', help: 'Activities executed by this process.', labelNames: ['activity'] });
new Counter({
  name: 'skein_sql_statements_total', help: 'Statements sent to PostgreSQL by this process, by name.', labelNames: ['statement'],
  collect() {
    this.reset();
    for (const [statement, sent] of plant.statements()) this.inc({ statement }, sent);
  },
});

const sites = await withBackOff(() => plant.servedSites(), () => stopping, (error) => onError('read sites', error));
const watches = new Map<string, SiteWatch>();
const advanceRun = createAdvanceRun({
  ...plant.runTools, control: environment.control, servesSite: (siteId) => watches.has(siteId), monotonicNow: () => performance.now(),
  jobsChanged: (siteId) => watches.get(siteId)?.nudge(),
});
const drivers = createDriverActivities({ drivers: plant.drivers, advanceRun });
const counted = Object.fromEntries(Object.entries(drivers).map(([name, run]) => [name, (input: never) => { activities.inc({ activity: name }); return (run as (input: never) => Promise<unknown>)(input); }])) as unknown as typeof drivers;

installRuntime((level, message) => { if (level === 'error') log.error(message); else log.warn(message); });
const { client, connection } = openClient(environment.temporalAddress, environment.temporalNamespace);
const poke = createPokeDrivers(client);
const background = environment.control
  ? [
      startRelay({ drivers: plant.drivers, poke, onError, counted: (count) => pokesSent.inc(count) }),
      startReconciler({
        drivers: plant.drivers, everySeconds: 60, onError, poke: async (late) => { reconciled.inc(late.length); await poke(late); },
        flag: (driver, times) => log.error({ driver, times }, 'a driver was poked again and again and does not advance'),
      }),
    ]
  : [];
/** Whoever decides for all sites works on their nodes as well; everybody else is asked by the queues of its sites. */
const asksSitesByQueue = !environment.control || environment.sites !== 'all';
const openSite = (siteId: Parameters<typeof watchSite>[0]): void => {
  watches.set(siteId, watchSite(siteId, { ...plant.watchTools, owner: workerIdentity, observeEverySeconds: environment.observeEverySeconds, onError }));
};
for (const site of sites) openSite(site.siteId);

const siteQueues = asksSitesByQueue ? sites.map((site) => siteQueue(site.siteId)) : [];
const pollers = watchPollers({ connection, namespace: environment.temporalNamespace, identity: workerIdentity, queues: [...(environment.control ? [controlQueue] : []), ...siteQueues], onError: () => undefined });
const health = await startHealthServer(environment.port, {
  problems: () => [...pollers.problems(), ...[...watches].filter(([, watch]) => watch.age() > 120_000).map(([siteId]) => `site ${siteId} was not looked at for two minutes`)],
  notReady: () => parked,
});

const native = await withBackOff(() => connectWorker(environment.temporalAddress), () => stopping, (error) => onError('connect to Temporal', error));
const workers: Worker[] = [];
const running: Promise<void>[] = [];
let broken: Error | null = null;
const over = Promise.withResolvers<undefined>();
const serve = async (control: boolean, queues: readonly string[]): Promise<void> => {
  for (const worker of await createWorkers({ connection: native, namespace: environment.temporalNamespace, workflowBundle: environment.workflowBundle, control, siteQueues: queues, activities: counted })) {
    workers.push(worker);
    running.push(worker.run().catch((error: unknown) => { broken ??= error as Error; }).finally(() => { over.resolve(undefined); }));
    if (stopping) worker.shutdown();
  }
};
await withBackOff(() => serve(environment.control, siteQueues), () => stopping, (error) => onError('create workers', error));
/** A site that was saved after this process had started is served without a restart. */
const lookForSites = async (): Promise<void> => {
  for (const { siteId } of await plant.servedSites()) {
    if (watches.has(siteId) || stopping) continue;
    openSite(siteId);
    if (!asksSitesByQueue) continue;
    await serve(false, [siteQueue(siteId)]);
    pollers.add(siteQueue(siteId));
  }
};
const siteLook = setInterval(() => { void lookForSites().catch((error: unknown) => onError('read sites', error as Error)); }, 1000);

/** Nobody begins anything new, what is under way ends, then the ways out are closed. */
const stop = (): void => {
  if (stopping) return;
  stopping = true;
  parked = ['stopping'];
  over.resolve(undefined);
  for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);

parked = [];
log.info({ sites: sites.map((site) => site.name), control: environment.control }, 'worker is ready');
await over.promise;
const asked = stopping;
stop();
await Promise.allSettled(running);
clearInterval(siteLook);
await Promise.allSettled([...watches.values()].map((watch) => watch.stop()));
// Whoever comes next need not wait until the shards of this process have run out.
await plant.watchTools.watch.releaseShards(workerIdentity).catch((error: unknown) => onError('release shards', error as Error));
await Promise.allSettled(background.map((loop) => loop.stop()));
await pollers.stop();
await native.close();
await connection.close();
health.close();
await plant.close();
if (broken !== null) onError('run workers', broken);
// A worker that ended without being asked to is a crash, whoever supervises it shall know.
process.exit(broken === null && asked ? 0 : 1);
