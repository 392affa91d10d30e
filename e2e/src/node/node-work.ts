import { setTimeout as sleep } from 'node:timers/promises';
import { type JobId, type NodeTarget } from '@skein/core';
import { type Hello, type JobKind, type JobStatus, NodeAccessError } from '@skein/node-access';
import { type LabForSpec } from './lab-for-spec.ts';

let count = 0;
const waitMsMax = 100_000;

/** Launches a job as a worker does; returns its id. */
export async function begin(world: LabForSpec, target: NodeTarget, kind: JobKind, stageJobId: JobId | null = null): Promise<JobId> {
  const hello = await world.transport.hello(target);
  count += 1;
  const jobId = `${target.nodeId}.${String(count)}.${kind}` as JobId;
  const answer = await world.transport.launch(target, {
    ...world.target, jobId, kind, bootId: hello.bootId, notAfterUptimeSeconds: Math.floor(hello.uptimeSeconds) + 15, incarnation: Math.max(1, hello.incarnation), fence: hello.fence + 1n, stageJobId,
  });
  if (answer.kind === 'refused') throw new Error(`${kind} was refused: ${answer.reason}`);
  return jobId;
}

/** Waits until a job is no longer alive, across reboots and silence. */
export async function ended(world: LabForSpec, target: NodeTarget, jobId: JobId): Promise<JobStatus> {
  for (const until = Date.now() + waitMsMax; Date.now() < until; await sleep(200)) {
    const status = await orSilence(() => world.transport.status(target, jobId));
    if (status !== null && status.state !== 'alive') return status;
  }
  throw new Error(`${jobId} did not end`);
}

export async function phaseBegan(world: LabForSpec, target: NodeTarget, jobId: JobId, phase: string): Promise<void> {
  for (const until = Date.now() + waitMsMax; Date.now() < until; await sleep(50)) {
    const status = await world.transport.status(target, jobId);
    if (status.phase === phase) return;
    if (status.state !== 'alive') throw new Error(`${jobId} ended in ${status.phase} (${String(status.reason)}) before ${phase}`);
  }
  throw new Error(`${jobId} never began ${phase}`);
}

export async function backAfter(world: LabForSpec, target: NodeTarget, bootId: string): Promise<Hello> {
  for (const until = Date.now() + waitMsMax; Date.now() < until; await sleep(200)) {
    const hello = await orSilence(() => world.transport.hello(target));
    if (hello !== null && hello.bootId !== bootId) return hello;
  }
  throw new Error(`${target.nodeId} did not come back`);
}

/** Stages, and says why when that fails. */
export async function stage(world: LabForSpec, target: NodeTarget): Promise<JobId> {
  const jobId = await begin(world, target, 'stage');
  const status = await ended(world, target, jobId);
  if (status.exitCode !== 0) throw new Error(`staging ended with ${String(status.reason)}: ${await logOf(world, target, jobId)}`);
  return jobId;
}

export const logOf = async (world: LabForSpec, target: NodeTarget, jobId: JobId): Promise<string> => Buffer.from((await world.transport.readLog(target, jobId, 0)).bytes).toString('utf8');

async function orSilence<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof NodeAccessError && error.failure !== 'refused') return null;
    throw error;
  }
}
