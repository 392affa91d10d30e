import { readFileSync } from 'node:fs';
import { openIntegrations, openProber, openSimulatedTransport, openSshTransport, openTransport, parseIntegrations, type HookRunner, type Integrations } from '@skein/node-access';
import { createAssessmentQueue, createDriverStore, createHookCallStore, createNodeDirectory, createRunStore, createWatchStore, openDatabase, type DriverStore, type HookCallStore, type WatchStore } from '@skein/persistence';
import { type WorkerEnvironment } from './environment.ts';
import { type AssessTools } from './assess/assess-nodes.ts';
import { type AdvanceTools } from './run/advance-run.ts';
import { type ObserveTools } from './watch/observe-nodes.ts';

/** Everything that the worker's parts stand on: database, ways to nodes, providers, hooks, probes. */
export interface Plant {
  readonly drivers: DriverStore;
  readonly runTools: Omit<AdvanceTools, 'control' | 'servesSite' | 'monotonicNow' | 'jobsChanged'>;
  readonly watchTools: ObserveTools & { readonly watch: WatchStore; readonly hooks: HookRunner; readonly hookCalls: HookCallStore; readonly assess: AssessTools };
  /** Statements sent to PostgreSQL so far, by name. */
  readonly statements: () => ReadonlyMap<string, number>;
  servedSites(): ReturnType<WatchStore['sites']>;
  close(): Promise<void>;
}

export function openPlant(environment: WorkerEnvironment, onError: (what: string, error: Error) => void): Plant {
  const database = openDatabase({
    connectionString: environment.databaseUrl, secretKey: environment.secretKey, connectionsMax: 12, applicationName: 'skein-worker',
    onConnectionLost: (error) => onError('idle database connection', error),
  });
  const integrations = openIntegrations(readIntegrations(environment.integrationsFile));
  const ssh = openSshTransport();
  const simulated = openSimulatedTransport();
  const transport = openTransport({ ssh, simulated });
  const probeNode = openProber({ simulated, commands: integrations.probeCommands, dialTo: (target) => (host, port, timeoutMs) => ssh.dial(target.route, host, port, timeoutMs) });
  const directory = createNodeDirectory(database);
  const failpoints = new Map(Object.entries(environment.failpoints));
  const watch = createWatchStore(database);
  const probe: AssessTools['probe'] = ({ target, probes }) => Promise.all(probes.map((one) => probeNode(target, one)));
  const targetOf: AssessTools['targetOf'] = (nodeId) => directory.targetOf(nodeId);
  return {
    drivers: createDriverStore(database),
    statements: () => database.statementsByName(),
    watchTools: {
      transport, watch, probe: probeNode, hooks: integrations.hooks, hookCalls: createHookCallStore(database),
      assess: { queue: createAssessmentQueue(database), transport, preflightMinima: environment.preflightMinima, probe, targetOf },
    },
    runTools: {
      runs: createRunStore(database), transport, hooks: integrations.hooks, preflightMinima: environment.preflightMinima,
      targetOf, probe,
      providerNamed: (name) => (name === null ? null : integrations.provider(name)),
      async failpoint(name) {
        const [action, seconds] = failpoints.get(name)?.split(':') ?? [];
        if (action === 'sleepOnce') failpoints.delete(name);
        if (seconds !== undefined) await new Promise((resolve) => setTimeout(resolve, Number(seconds) * 1000));
      },
    },
    async servedSites() {
      const sites = await watch.sites();
      return environment.sites === 'all' ? sites : sites.filter((site) => environment.sites.includes(site.name));
    },
    async close() {
      await transport.close();
      await ssh.close();
      integrations.close();
      await database.close();
    },
  };
}

function readIntegrations(file: string | null): Integrations {
  if (file === null) return { providers: {}, hooks: {}, probes: {} };
  const parsed = parseIntegrations(readFileSync(file, 'utf8'));
  if (!Array.isArray(parsed)) return parsed;
  throw new Error(`${file} cannot be used:\n${parsed.map((problem) => `  - ${problem.path} ${problem.message}`).join('\n')}`);
}
