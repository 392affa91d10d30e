import { type JobKind, type LaunchAnswer } from '../transport/node-transport.ts';
import { jobStatus } from './job-status.ts';
import { record } from './node-events.ts';
import { powerOn } from './node-power.ts';
import { seededSeconds, seededUnit } from './seeded.ts';
import { type NodeWorld, type SimulatedJob, type SimulatedNode, hasFault, uptimeOf } from './simulated-node.ts';

/** A LaunchRequest as it crosses the socket. */
export interface LaunchWire {
  readonly jobId: string;
  readonly kind: JobKind;
  readonly bootId: string;
  readonly notAfterUptimeSeconds: number;
  readonly incarnation: number;
  readonly fence: string;
  readonly stageJobId: string | null;
}

/** Why a write with this fence, incarnation and boot is refused; null: it may be done. */
export function writeRefusal(node: SimulatedNode, write: { readonly fence: string; readonly incarnation: number; readonly bootId?: string }): 'fenceSuperseded' | 'incarnationOld' | 'bootChanged' | null {
  if (write.incarnation < node.disk.incarnation) return 'incarnationOld';
  if (BigInt(write.fence) < BigInt(node.disk.fence)) return 'fenceSuperseded';
  if (write.bootId !== undefined && write.bootId !== node.bootId) return 'bootChanged';
  return null;
}

export function remember(node: SimulatedNode, write: { readonly fence: string; readonly incarnation: number }): void {
  node.disk.fence = write.fence;
  node.disk.incarnation = write.incarnation;
}

export function launch(node: SimulatedNode, request: LaunchWire, world: NodeWorld): LaunchAnswer {
  const known = node.disk.jobs.find((job) => job.jobId === request.jobId);
  if (known !== undefined) return { kind: 'known', job: jobStatus(node, known) };
  const refused = writeRefusal(node, request);
  if (refused !== null) return { kind: 'refused', reason: refused };
  if (uptimeOf(node, world) > request.notAfterUptimeSeconds) return { kind: 'refused', reason: 'tooLate' };
  if (node.jobAlive !== null) return { kind: 'refused', reason: 'busy' };
  if (request.kind !== 'stage' && !stagingIsThere(node, request.stageJobId)) return { kind: 'refused', reason: 'stagingMissing' };
  remember(node, request);
  const job: SimulatedJob = { jobId: request.jobId, kind: request.kind, bootId: node.bootId, events: [], cleaned: false };
  node.disk.jobs.push(job);
  node.jobAlive = job;
  record(node, job, world, { phase: 'begin' });
  begin(node, job, request, world);
  return { kind: 'started', job: jobStatus(node, job) };
}

const stagingIsThere = (node: SimulatedNode, stageJobId: string | null): boolean =>
  node.disk.jobs.some((job) => job.jobId === stageJobId && job.kind === 'stage' && !job.cleaned && job.events.at(-1)?.exitCode === 0);

function begin(node: SimulatedNode, job: SimulatedJob, request: LaunchWire, world: NodeWorld): void {
  if (!hasFault(node, 'lateStart')) {
    runPhases(node, job, phasesOf(node, job, world), world);
    return;
  }
  node.jobTimer = world.after(world.settings.timing.lateStart, () => {
    node.jobTimer = null;
    if (uptimeOf(node, world) > request.notAfterUptimeSeconds) {
      record(node, job, world, { phase: 'begin', state: 'refused' });
      node.jobAlive = null;
    } else {
      runPhases(node, job, phasesOf(node, job, world), world);
    }
  });
}

/** One thing that a job does, so many seconds after the one before. */
interface Phase {
  readonly afterSeconds: number;
  act(): void;
}

function runPhases(node: SimulatedNode, job: SimulatedJob, phases: readonly Phase[], world: NodeWorld): void {
  const [next, ...rest] = phases;
  if (next === undefined) return;
  node.jobTimer = world.after(next.afterSeconds, () => {
    node.jobTimer = null;
    next.act();
    if (node.jobAlive === job) runPhases(node, job, rest, world);
  });
}

function phasesOf(node: SimulatedNode, job: SimulatedJob, world: NodeWorld): readonly Phase[] {
  const { timing, seed } = world.settings;
  const whole = seededSeconds(timing[job.kind], timing.jitter, seededUnit(seed, 'job', node.index, node.disk.seq));
  const phase = (name: string, share: number, act: () => void = () => undefined): Phase => ({
    afterSeconds: whole * share,
    act: () => {
      act();
      record(node, job, world, { phase: name });
    },
  });
  const end = (share: number, exitCode: number, reason: string | null, act: () => void = () => undefined): Phase => ({
    afterSeconds: whole * share,
    act: () => {
      act();
      record(node, job, world, { phase: exitCode === 0 ? 'done' : null, state: 'exited', exitCode, reason });
      node.jobAlive = null;
    },
  });
  const { disk } = node;
  if (job.kind === 'stage') {
    return hasFault(node, 'stagingFailure') ? [phase('download', 0.1), end(0.4, 1, 'mirrorFailed')] : [phase('download', 0.1), end(0.9, 0, null)];
  }
  const forward = job.kind === 'apply';
  const swap = phase('swap', 0.05, () => { disk.identity = forward ? 'target' : 'source'; });
  const transaction = phase('transaction', 0.1, () => {
    node.machine.transactionsEver += 1;
    disk.packages = 'mixed';
  });
  if (hasFault(node, forward ? 'transactionFailure' : 'reverseFailure')) return [swap, transaction, end(0.4, 1, 'transactionFailed')];
  const kernel = phase('kernel', 0.7, () => {
    disk.packages = forward ? 'target' : 'source';
    disk.targetKernelInstalled = forward;
    // The first boot of a new kernel is one-shot: a power cycle always leads back to the saved one.
    disk.kernelOnce = forward ? 'target' : null;
    if (!forward) disk.kernelSaved = 'source';
  });
  const reboot: Phase = {
    afterSeconds: whole * 0.15,
    act: () => {
      record(node, job, world, { phase: 'rebooting' });
      node.jobAlive = null;
      powerOn(node, world, true);
    },
  };
  return [swap, transaction, kernel, reboot];
}
