import { readFileSync } from 'node:fs';
import { type NodeTarget } from '@skein/core';
import { commandHooks, openSimulatedTransport, openSshTransport, openTransport, parseIntegrations, runProbe } from '@skein/node-access';
import { createDriverStore, createNodeDirectory, createRunStore, createWatchStore, openDatabase, type DriverStore, type WatchStore } from '@skein/persistence';
import { type WorkerEnvironment } from './environment.ts';
import { type AdvanceTools } from './run/advance-run.ts';
import { type ObserveTools } from './watch/observe-nodes.ts';

/** Everything that the worker's parts stand on: database, ways to nodes, providers, hooks, probes. */
export interface Plant {
  readonly drivers: DriverStore;
  readonly runTools: Omit<AdvanceTools, 'control' | 'servesSite' | 'monotonicNow' | 'jobsChanged'>;
  readonly watchTools: ObserveTools & { readonly watch: WatchStore };
  servedSites(): Promise<readonly { readonly siteId: Parameters<WatchStore['claimShards']>[0]; readonly name: string }[]>;
  close(): Promise<void>;
}
