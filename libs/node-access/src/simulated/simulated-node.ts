import { type JobKind } from '../transport/node-transport.ts';
import { type FleetSettings, type SimulatedFault, simulatedFaults } from './fleet-options.ts';
import { hostKeyLine, machineIdOf } from './node-identity.ts';
import { type PackageSet } from './package-catalogue.ts';
import { seededUnit, seededUuid } from './seeded.ts';

export type KernelName = 'source' | 'target';

/** One line of a job's `events` file. A job lives in one boot only, so the boot id stands in the job. */
export interface SimulatedEvent {
  readonly seq: number;
  readonly phase: string;
  readonly state: 'alive' | 'exited' | 'dead' | 'refused';
  readonly exitCode: number | null;
  readonly reason: string | null;
  readonly transactions: number;
  readonly logBytes: number;
}

export interface SimulatedJob {
  readonly jobId: string;
  readonly kind: JobKind;
  readonly bootId: string;
  readonly events: SimulatedEvent[];
  /** Payload and staging are gone, the receipt stays. */
  cleaned: boolean;
}

/** What lies on the disk: a snapshot copies it, a restore puts it back, a power cut keeps it. */
export interface SimulatedDisk {
  incarnation: number;
  fence: string;
  seq: number;
  jobs: SimulatedJob[];
  packages: PackageSet;
  identity: KernelName;
  targetKernelInstalled: boolean;
  kernelSaved: KernelName;
  kernelOnce: KernelName | null;
}

/** What the machine and its provider know beyond the disk. */
export interface SimulatedMachine {
  power: 'on' | 'off';
  boots: number;
  /** Package transactions begun over the whole life of the machine; no restore takes them back. */
  transactionsEver: number;
  faults: SimulatedFault[];
  /** Keys of provider calls that were carried out, newest last. */
  providerKeys: string[];
  console: string[];
}

export interface SimulatedNode {
  readonly index: number;
  readonly machineId: string;
  /** The host key that belongs to it; asked for at every login, so it is made once. */
  readonly hostKey: string;
  disk: SimulatedDisk;
  machine: SimulatedMachine;
  snapshots: Map<string, string>;
  /** In memory only, like the RAM that it stands for. */
  bootId: string;
  bootedAt: number;
  state: 'up' | 'booting' | 'panicked' | 'hung' | 'off';
  kernelRunning: KernelName;
  /** Job whose process is alive, and what wakes it. */
  jobAlive: SimulatedJob | null;
  jobTimer: NodeJS.Timeout | null;
  bootTimer: NodeJS.Timeout | null;
  followers: Set<Follower>;
}

/** Somebody who reads a node's events over an open channel. */
export interface Follower {
  event(job: SimulatedJob, event: SimulatedEvent): void;
  lost(message: string): void;
}

/** What nodes need of the fleet they are in. */
export interface NodeWorld {
  readonly settings: FleetSettings;
  /** Counts the starts of the fleet process: each is a power blip for every node. */
  readonly generation: number;
  readonly startedAt: number;
  now(): number;
  after(seconds: number, act: () => void): NodeJS.Timeout;
  /** The node's disk or machine changed and must be on record before anybody is told. */
  changed(node: SimulatedNode): void;
  snapshotChanged(node: SimulatedNode, snapshotId: string): void;
}

const daysUpMax = 200;
const consoleLinesMax = 40;

export function createNode(index: number, world: NodeWorld): SimulatedNode {
  const { seed, faultRates } = world.settings;
  const born = simulatedFaults.filter((fault) => seededUnit(seed, 'fault', fault, index) < (faultRates[fault] ?? 0));
  return {
    index,
    machineId: machineIdOf(seed, index),
    hostKey: hostKeyLine(seed, index, 0),
    disk: { incarnation: 0, fence: '0', seq: 0, jobs: [], packages: 'source', identity: 'source', targetKernelInstalled: false, kernelSaved: 'source', kernelOnce: null },
    machine: { power: 'on', boots: 0, transactionsEver: 0, faults: born, providerKeys: [], console: [] },
    snapshots: new Map(),
    bootId: bootIdOf(index, 0, world),
    bootedAt: world.generation > 1 ? world.startedAt : world.startedAt - Math.floor(seededUnit(seed, 'uptime', index) * daysUpMax * 86_400_000),
    state: born.includes('hang') ? 'hung' : 'up',
    kernelRunning: 'source',
    jobAlive: null, jobTimer: null, bootTimer: null,
    followers: new Set(),
  };
}

export const bootIdOf = (index: number, boots: number, world: NodeWorld): string => seededUuid('boot', world.settings.seed, world.generation, index, boots);
export const hasFault = (node: SimulatedNode, fault: SimulatedFault): boolean => node.machine.faults.includes(fault);
/** Seconds since boot with the two digits that /proc/uptime shows. */
export const uptimeOf = (node: SimulatedNode, world: NodeWorld): number => Math.floor((world.now() - node.bootedAt) / 10) / 100;

export function writeConsole(node: SimulatedNode, line: string): void {
  node.machine.console.push(line);
  if (node.machine.console.length > consoleLinesMax) node.machine.console.splice(0, node.machine.console.length - consoleLinesMax);
}
