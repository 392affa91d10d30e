import { join } from 'node:path';
import { type BalancerView } from '../daemon/balancer.ts';
import { type LabInventory } from '../daemon/inventory.ts';
import { type FaultName } from '../daemon/node-record.ts';
import { type NodeView } from '../daemon/node-view.ts';
import { type ProgramResult } from '../image/run-program.ts';
import { type TopologyNode, type TopologySite } from '../topology/topology.ts';
import { controlRequest } from './control-request.ts';

/**
 * A running lab. Every call throws LabDown while the lab's daemon is away (it comes back by itself), or an Error whose message says what was refused.
 * Calls that change power return when the node is up again, or has shown that it will not come up.
 */
export interface LabClient {
  readonly stateFolder: string;
  readonly socksSocket: string;
  readonly controlSocket: string;
  health(): Promise<LabHealth>;
  inventory(): Promise<LabInventory>;
  nodes(): Promise<readonly NodeView[]>;
  node(name: string): Promise<NodeView>;
  /** The last 16 KiB the node printed. */
  console(name: string): Promise<string>;
  break(name: string, fault: FaultName, argument?: string): Promise<void>;
  mend(name: string, fault: FaultName): Promise<void>;
  power(name: string, to: 'on' | 'off' | 'cut' | 'cycle'): Promise<void>;
  /** The same key gives the same snapshot. */
  snapshot(name: string, key: string): Promise<string>;
  /** Off, disk put back, and on again unless `powerOn` is false. */
  restore(name: string, snapshotId: string, powerOn?: boolean): Promise<void>;
  deleteSnapshot(name: string, snapshotId: string): Promise<void>;
  /** Runs a program in the node as root, past sshd and network. */
  exec(name: string, argv: readonly string[], input?: string): Promise<ProgramResult>;
  /** null: there is no such file. Works on a node that is off as well. */
  readFile(name: string, path: string): Promise<string | null>;
  writeFile(name: string, path: string, text: string, mode?: number): Promise<void>;
  balancer(): Promise<BalancerView>;
  setBackend(name: string, state: 'in' | 'out'): Promise<void>;
  setLoad(perSecond: number): Promise<void>;
  /** Creates and boots those that do not exist yet, and returns their names. */
  createNodes(nodes: readonly TopologyNode[], sites?: readonly TopologySite[]): Promise<readonly string[]>;
  removeNodes(names: readonly string[]): Promise<void>;
}

export interface LabHealth {
  /** Every node had its chance to boot. */
  readonly ready: boolean;
  readonly pid: number;
  readonly nodes: number;
  readonly rssMib: number;
}

/** Opens a lab by its state folder; connects only when something is called. */
export function openLab(stateFolder: string): LabClient {
  const controlSocket = join(stateFolder, 'control.sock');
  const call = <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> => controlRequest<T>(controlSocket, method, path, body);
  const of = (name: string): string => `/nodes/${encodeURIComponent(name)}`;
  return {
    stateFolder, controlSocket,
    socksSocket: join(stateFolder, 'socks.sock'),
    health: () => call('GET', '/health'),
    inventory: () => call('GET', '/inventory'),
    nodes: () => call('GET', '/nodes'),
    node: (name) => call('GET', of(name)),
    console: async (name) => (await call<{ console: string }>('GET', `${of(name)}/console`)).console,
    break: async (name, fault, argument) => { await call('POST', `${of(name)}/faults`, { fault, argument }); },
    mend: async (name, fault) => { await call('DELETE', `${of(name)}/faults/${fault}`); },
    power: async (name, to) => { await call('POST', `${of(name)}/power`, { to }); },
    snapshot: async (name, key) => (await call<{ snapshotId: string }>('POST', `${of(name)}/snapshots`, { key })).snapshotId,
    restore: async (name, snapshotId, powerOn = true) => { await call('POST', `${of(name)}/restore`, { snapshotId, powerOn }); },
    deleteSnapshot: async (name, snapshotId) => { await call('DELETE', `${of(name)}/snapshots/${snapshotId}`); },
    exec: (name, argv, input) => call('POST', `${of(name)}/exec`, { argv, input }),
    readFile: async (name, path) => (await call<{ text: string | null }>('GET', `${of(name)}/file?path=${encodeURIComponent(path)}`)).text,
    writeFile: async (name, path, text, mode = 0o644) => { await call('PUT', `${of(name)}/file`, { path, text, mode }); },
    balancer: () => call('GET', '/balancer'),
    setBackend: async (name, state) => { await call('POST', `/balancer/backends/${encodeURIComponent(name)}`, { state }); },
    setLoad: async (perSecond) => { await call('POST', '/balancer/load', { perSecond }); },
    createNodes: async (nodes, sites = []) => (await call<{ created: readonly string[] }>('POST', '/nodes', { nodes, sites })).created,
    removeNodes: async (names) => { for (const name of names) await call('DELETE', of(name)); },
  };
}
