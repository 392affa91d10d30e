import assert from 'node:assert/strict';
import { type JobId, type NodeTarget } from '@skein/core';
import { type FollowFrame, type JobStatus, type LaunchRequest, NodeAccessError, type NodeAccessFailure, type NodeTransport } from '../transport/node-transport.ts';
import { eventually } from './conformance-case.ts';

/** An adapter with nodes that it may break. */
export interface TransportWorld {
  readonly transport: NodeTransport;
  /** What the nodes are migrated to, as a campaign would say it. */
  readonly target: Pick<LaunchRequest, 'repositoryUrl' | 'repositoryKey' | 'targetOsId' | 'kernelPrefix'>;
  readonly sourceIdentityPackages: readonly string[];
  /** An OpenSSH public key line that none of the nodes has. */
  readonly strangerKey: string;
  /** A node that is up, runs the source OS and was never touched. */
  freshNode(): Promise<ConformanceNode>;
}

export interface ConformanceNode {
  readonly target: NodeTarget;
  /** Cuts its power and leaves it off. */
  stop(): Promise<void>;
}

let jobs = 0;
/** An id that no other case uses. */
export function newJobId(step: string): JobId {
  jobs += 1;
  return `conformance-${String(jobs)}.1.${step}` as JobId;
}

const launchGraceSeconds = 30;

/** A launch as the worker makes it: boot and uptime are asked for first. */
export async function launchRequestFor(world: TransportWorld, target: NodeTarget, more: Partial<LaunchRequest>): Promise<LaunchRequest> {
  const hello = await world.transport.hello(target);
  return {
    ...world.target, jobId: newJobId('stage'), kind: 'stage', bootId: hello.bootId, notAfterUptimeSeconds: Math.floor(hello.uptimeSeconds) + launchGraceSeconds,
    incarnation: Math.max(1, hello.incarnation), fence: hello.fence > 0n ? hello.fence : 1n, stageJobId: null, ...more,
  };
}

/** Stages and waits for the end; returns the staged job's id. */
export async function staged(world: TransportWorld, target: NodeTarget, more: Partial<LaunchRequest> = {}): Promise<JobId> {
  const request = await launchRequestFor(world, target, more);
  const answer = await world.transport.launch(target, request);
  assert.equal(answer.kind, 'started', `staging was not started: ${JSON.stringify(answer)}`);
  const job = await exited(world, target, request.jobId);
  assert.equal(job.exitCode, 0, `staging failed: ${String(job.reason)}`);
  return request.jobId;
}

export const exited = (world: TransportWorld, target: NodeTarget, jobId: JobId): Promise<JobStatus> =>
  eventually(`job ${jobId} to exit`, async () => {
    const job = await world.transport.status(target, jobId);
    return job.state === 'exited' ? job : null;
  });

/** Runs a job that ends in a reboot and waits until the node is back; returns the job as the new boot tells it. */
export async function rebootedBy(world: TransportWorld, target: NodeTarget, kind: 'apply' | 'reverse', stageJobId: JobId): Promise<JobStatus> {
  const request = await launchRequestFor(world, target, { jobId: newJobId(kind), kind, stageJobId });
  const answer = await world.transport.launch(target, request);
  assert.equal(answer.kind, 'started', `${kind} was not started: ${JSON.stringify(answer)}`);
  return eventually(`${kind} to reboot the node`, async () => {
    const hello = await world.transport.hello(target).catch((error: unknown) => silence(error));
    if (hello === null || hello.bootId === request.bootId) return null;
    return hello.jobs.find((job) => job.jobId === request.jobId) ?? world.transport.status(target, request.jobId);
  });
}

function silence(error: unknown): null {
  assert.ok(error instanceof NodeAccessError, 'an adapter throws NodeAccessError only');
  return null;
}

export async function failsWith(failure: NodeAccessFailure, ask: () => Promise<unknown>): Promise<void> {
  await assert.rejects(ask, (error: unknown) => {
    assert.ok(error instanceof NodeAccessError, `not a NodeAccessError: ${String(error)}`);
    assert.equal(error.failure, failure);
    return true;
  });
}

/** Frames until `enough` says so; ends the follow. */
export async function framesUntil(world: TransportWorld, target: NodeTarget, fromSeq: number, enough: (frame: FollowFrame) => boolean): Promise<FollowFrame[]> {
  const stopping = new AbortController();
  const frames: FollowFrame[] = [];
  for await (const frame of world.transport.follow(target, fromSeq, stopping.signal)) {
    frames.push(frame);
    if (enough(frame)) stopping.abort();
  }
  return frames;
}

export const jobsIn = (frames: readonly FollowFrame[]): JobStatus[] => frames.flatMap((frame) => (frame.kind === 'job' ? [frame.job] : []));
