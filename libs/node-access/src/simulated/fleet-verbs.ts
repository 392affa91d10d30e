import { type Probe } from '@skein/core';
import { type NodeAccessFailure } from '../transport/node-transport.ts';
import { type Fleet } from './fleet.ts';
import { type SimulatedFault, simulatedFaults } from './fleet-options.ts';
import { type PingWire, type PongWire, type ProbeWire } from './fleet-protocol.ts';
import { jobStatus, unknownJob } from './job-status.ts';
import { fingerprint, hello, inspect, probe, verify } from './node-answers.ts';
import { externalIdOf, hostKeyLine } from './node-identity.ts';
import { logOf } from './node-events.ts';
import { type LaunchWire, launch, remember, writeRefusal } from './node-jobs.ts';
import { hang, loseFollowers, powerCycle } from './node-power.ts';
import { type NodeWorld, type SimulatedNode, hasFault, uptimeOf } from './simulated-node.ts';

/** A request that cannot be answered with a result; becomes a NodeAccessError on the other side. */
export class Refused extends Error {
  readonly failure: NodeAccessFailure | 'badRequest';
  constructor(failure: NodeAccessFailure | 'badRequest', message: string) {
    super(message);
    this.failure = failure;
  }
}

type Arguments = Readonly<Record<string, unknown>>;
type NodeVerb = (node: SimulatedNode, a: Arguments, world: NodeWorld) => unknown;

const logSliceBytesMax = 256 * 1024;

/** What a node does for somebody who has logged in. The fleet's own client writes the arguments, so their shapes are not checked again. */
export const nodeVerbs: Readonly<Record<string, NodeVerb>> = {
  hello: (node, _a, world) => hello(node, world),
  ping: (node, _a, world) => [node.bootId, uptimeOf(node, world)],
  inspect: (node, a) => inspect(node, a['targetOsId'] as string),
  launch: (node, a, world) => launch(node, a as unknown as LaunchWire, world),
  status: (node, a) => {
    const job = node.disk.jobs.find((known) => known.jobId === a['jobId']);
    return job === undefined ? unknownJob(a['jobId'] as string) : jobStatus(node, job);
  },
  verify: (node, a) => verify(node, a['sourceIdentityPackages'] as readonly string[]),
  fingerprint: (node) => fingerprint(node),
  adopt: (node, a, world) => {
    write(node, a, world);
    return hello(node, world);
  },
  commitKernel: (node, a, world) => {
    write(node, a, world);
    node.disk.kernelSaved = node.kernelRunning;
    return {};
  },
  readLog: (node, a) => {
    const job = node.disk.jobs.find((known) => known.jobId === a['jobId']);
    const bytes = Buffer.from(job === undefined ? '' : logOf(job));
    const offset = Math.min(Math.max(0, a['offset'] as number), bytes.length);
    return { offset, totalBytes: bytes.length, base64: bytes.subarray(offset, offset + logSliceBytesMax).toString('base64') };
  },
  cleanup: (node, a, world) => {
    const job = node.disk.jobs.find((known) => known.jobId === a['jobId']);
    write(node, a, world);
    if (job !== undefined && job === node.jobAlive) throw new Refused('refused', 'busy: the job is alive');
    if (job !== undefined) job.cleaned = true;
    return {};
  },
};

function write(node: SimulatedNode, a: Arguments, world: NodeWorld): void {
  const asked = a as { readonly fence: string; readonly incarnation: number; readonly bootId?: string };
  const refused = writeRefusal(node, asked);
  if (refused !== null) throw new Refused('refused', refused);
  remember(node, asked);
  world.changed(node);
}

/** Why nobody who comes with these keys gets in now; null: he does. */
export function loginFailure(node: SimulatedNode, hostKeys: readonly string[], seed: number): NodeAccessFailure | null {
  if (node.state === 'hung') return 'deadlineExceeded';
  if (node.state !== 'up' || hasFault(node, 'unreachable')) return 'unreachable';
  const shown = hasFault(node, 'hostKeyMismatch') ? hostKeyLine(seed, node.index, 1) : node.hostKey;
  if (!hostKeys.some((line) => line === shown || line.startsWith(`${shown} `))) return 'hostKeyMismatch';
  if (hasFault(node, 'wrongKey')) return 'authenticationFailed';
  if (hasFault(node, 'becomeRefused')) return 'becomeRefused';
  return null;
}

export function pingMany(fleet: Fleet, targets: readonly PingWire[]): PongWire[] {
  const { world } = fleet;
  return targets.map(([name, keys]) => {
    const node = fleet.find(name);
    if (node === null) return 'unreachable';
    return loginFailure(node, keys, world.settings.seed) ?? [node.bootId, uptimeOf(node, world)];
  });
}

export const probeMany = (fleet: Fleet, asked: readonly ProbeWire[]): unknown =>
  asked.map(([name, probes]: readonly [string, readonly Probe[]]) => {
    const node = fleet.find(name);
    return probes.map((one) => (node === null ? { verdict: 'bad', detail: 'no such node' } : probe(node, one)));
  });

export function setFault(node: SimulatedNode, fault: SimulatedFault, on: boolean, world: NodeWorld): void {
  if (!simulatedFaults.includes(fault)) throw new Refused('badRequest', `no such fault: ${fault}`);
  const others = node.machine.faults.filter((other) => other !== fault);
  node.machine.faults = on ? [...others, fault] : others;
  if (fault === 'hang') {
    if (on) hang(node, world);
    else if (node.state === 'hung') powerCycle(node, world);
  }
  if (fault === 'unreachable' && on) loseFollowers(node, world, world.settings.timing.silence);
  world.changed(node);
}

/** The truth about a node, for tests and the kill suite; no control plane may look here. */
export const nodeTruth = (node: SimulatedNode): unknown => ({
  externalId: externalIdOf(node.index), state: node.state, bootId: node.bootId, boots: node.machine.boots, kernelRunning: node.kernelRunning,
  kernelSaved: node.disk.kernelSaved, packages: node.disk.packages, incarnation: node.disk.incarnation, fence: node.disk.fence, seq: node.disk.seq,
  transactionsEver: node.machine.transactionsEver, faults: node.machine.faults, jobs: node.disk.jobs.map((job) => jobStatus(node, job)), snapshots: [...node.snapshots.keys()],
});
