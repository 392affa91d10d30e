import { type LocalEnvironment, partEnvironment, readEnvironment, repositoryRoot } from '../environment.ts';
import { type FleetHandle, openFleet } from '../parts/fleet.ts';
import { answersOk } from '../parts/http-health.ts';
import { ensureIntegrations } from '../parts/integrations.ts';
import { postgresPortInUse } from '../parts/postgres.ts';
import { apiProgram, buildApi, buildConsole, buildWorkflowBundle, consoleSite, workerProgram } from '../parts/programs.ts';
import { PersonCanFix } from '../person-can-fix.ts';
import { readProcessFile } from '../process/process-file.ts';
import { stopProcess } from '../process/process-identity.ts';
import { startProcess } from '../process/running-process.ts';
import { type PartEvent, supervise, type Supervised } from '../process/supervisor.ts';
import { silentTerminal } from '../terminal/console-terminal.ts';
import { type Terminal } from '../terminal/terminal.ts';
import { filesOf, type Home, openHome } from './home.ts';
import { choosePorts, type Ports } from './ports.ts';
import { ensureSecrets } from './secrets.ts';
import { type Stack, type StackOptions } from './stack.ts';
import { type ControlPart, type NamedPart, startStores } from './start-stores.ts';
import { readState, writeState } from './state.ts';
import { takeHome } from './supervisor-lock.ts';

/**
 * Brings everything up and keeps it up, in this process. State stays in the home: starting again continues where the last one ended,
 * however it ended. Throws PersonCanFix for what a person has to do first; whatever was started by then is stopped again.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const terminal = options.terminal ?? silentTerminal;
  const environment = readEnvironment();
  const home = await openHome(options.home);
  const release = await takeHome(home, terminal.step('earlier run'));
  const parts = new Map<ControlPart, Supervised>();
  const launch = async (part: NamedPart) => {
    options.signal?.throwIfAborted();
    const supervised = supervise(part, (event) => terminal.line(describe(event)));
    parts.set(part.name, supervised);
    await supervised.start();
  };
  const opened: FleetHandle[] = [];
  const openNodes = async (): Promise<FleetHandle> => {
    const fleet = await openFleet(home, options, terminal);
    opened.push(fleet);
    return fleet;
  };
  const stopParts = async () => {
    for (const name of ['api', 'worker', 'temporal', 'postgres'] as const) await parts.get(name)?.stop();
  };
  try {
    await sweep(home);
    const ports = await portsFor(home, options, environment, terminal);
    const secrets = await ensureSecrets(home);
    // Nodes, compilers and the stores do not need each other; on a fresh machine that saves half a minute.
    const [fleet, bundle, stores] = await orAborted(options.signal, [
      openNodes(),
      buildPrograms(terminal),
      startStores({ home, ports, environment, terminal, launch }),
    ] as const);
    const common = {
      SKEIN_DATABASE_URL: stores.database, SKEIN_TEMPORAL_ADDRESS: stores.temporal, SKEIN_TEMPORAL_NAMESPACE: environment.temporalNamespace, SKEIN_SECRET_KEY_FILE: home.secretKeyFile,
    };
    const integrations = options.integrationsFile ?? (await ensureIntegrations(home, fleet));
    const node = (name: 'api' | 'worker', program: string, variables: Readonly<Record<string, string>>): NamedPart => ({
      name, ...filesOf(home, name), stopSignal: 'SIGTERM', stopSeconds: 30, healthSeconds: 60,
      healthy: () => answersOk(`http://127.0.0.1:${ports[name]}/readyz`, parts.get(name)?.pid ?? null),
      start: () => startProcess({ argv: [process.execPath, program], directory: repositoryRoot, environment: partEnvironment({ ...common, ...variables, ...options.environment?.[name] }), ...filesOf(home, name) }),
    });
    const up = async (part: NamedPart) => {
      const step = terminal.step(part.name);
      step.note('starting');
      await launch(part);
      step.done(`http://127.0.0.1:${ports[part.name as 'api' | 'worker']}`);
    };
    await orAborted(options.signal, [
      up(node('worker', workerProgram, { SKEIN_WORKER_CONTROL: 'true', SKEIN_WORKER_SITES: 'all', SKEIN_INTEGRATIONS_FILE: integrations, SKEIN_WORKFLOW_BUNDLE: bundle, SKEIN_WORKER_PORT: String(ports.worker) })),
      up(node('api', apiProgram, { SKEIN_API_PORT: String(ports.api), SKEIN_CONSOLE_FOLDER: consoleSite, SKEIN_ENVIRONMENT: 'local', SKEIN_BOOTSTRAP_FILE: home.bootstrapFile })),
    ] as const);

    const known = (name: ControlPart): Supervised => {
      const part = parts.get(name);
      if (part === undefined) throw new Error(`${name} is not started by this stack: it was given by its address`);
      return part;
    };
    let stopping: Promise<void> | null = null;
    return {
      home: home.directory,
      urls: { api: `http://127.0.0.1:${ports.api}`, worker: `http://127.0.0.1:${ports.worker}`, database: stores.database, temporal: stores.temporal },
      temporalNamespace: environment.temporalNamespace,
      people: secrets.people, passwordsFile: home.passwordsFile, token: secrets.token, tokenFile: home.tokenFile, fleet,
      get pids() {
        const pid = (name: ControlPart) => parts.get(name)?.pid ?? null;
        return { postgres: pid('postgres'), temporal: pid('temporal'), worker: pid('worker'), api: pid('api'), fleet: fleet.pid };
      },
      kill: (name) => (name === 'fleet' ? fleet.kill() : known(name).kill()),
      async restart(name) {
        if (name === 'fleet') throw new Error('a fleet is not restarted: its nodes are');
        await known(name).stop();
        await known(name).start();
      },
      async stopPart(name, signal) {
        if (name === 'fleet') return fleet.stop();
        // PostgreSQL waits for its clients on SIGTERM; its own signal ends them.
        await known(name).stop(signal === 'SIGKILL' ? signal : undefined);
      },
      async startPart(name) {
        if (name === 'fleet') throw new Error('a fleet is started with its stack');
        await known(name).start();
      },
      untilHealthy: async (name, seconds = 60) => (name === 'fleet' ? undefined : known(name).untilHealthy(seconds)),
      stop({ keepFleet = options.keepFleet === true } = {}) {
        stopping ??= (async () => {
          await stopParts();
          if (!keepFleet) await fleet.stop();
          release();
        })();
        return stopping;
      },
    };
  } catch (error) {
    await stopParts().catch(() => undefined);
    // Nobody has seen these nodes yet, so nobody will look for them.
    for (const fleet of opened) await fleet.stop().catch(() => undefined);
    release();
    throw error;
  }
}

/** Like Promise.all, but nothing is left running behind a failure: the others are waited for before it is told, unless somebody aborts. */
async function orAborted<T extends readonly Promise<unknown>[]>(signal: AbortSignal | undefined, work: T): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const aborted = new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(new PersonCanFix('stopped while starting; npm start continues from here')), { once: true }));
  aborted.catch(() => undefined);
  const settled = await Promise.race([Promise.allSettled(work), aborted]);
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as { -readonly [K in keyof T]: Awaited<T[K]> };
}

/** What a supervisor that was killed left behind. PostgreSQL is taken over as it is; the others come up anew with today's configuration. */
async function sweep(home: Home): Promise<void> {
  for (const name of ['api', 'worker', 'temporal']) {
    const left = await readProcessFile(filesOf(home, name).processFile);
    if (left !== null) await stopProcess(left, 'SIGTERM', 15);
  }
}

async function portsFor(home: Home, options: StackOptions, environment: LocalEnvironment, terminal: Terminal): Promise<Ports> {
  const state = await readState(home);
  const postgresPort = environment.databaseUrl === null ? await postgresPortInUse(home.postgres) : null;
  const remembered = postgresPort === null ? state.ports : { ...state.ports, postgres: postgresPort };
  const { ports, moved } = await choosePorts(home.directory, options.ports ?? {}, remembered, new Set(postgresPort === null ? [] : [postgresPort]));
  for (const { name, from, to } of moved) terminal.line(`  port ${from} (${name}) is taken by somebody else now; using ${to}`);
  await writeState(home, { ...state, ports });
  return ports;
}

async function buildPrograms(terminal: Terminal): Promise<string> {
  const step = terminal.step('programs');
  step.note('compiling the api, building the console, bundling the workflows');
  await buildApi();
  await buildConsole();
  const bundle = await buildWorkflowBundle();
  step.done('built');
  return bundle;
}

function describe(event: PartEvent): string {
  switch (event.kind) {
    case 'died': return `  ${event.part} died (${event.how}); starting it again in ${event.restartInSeconds} s`;
    case 'restarted': return `  ${event.part} is back`;
    case 'restartFailed': return `  ${event.part} does not come back: ${event.why}`;
  }
}
