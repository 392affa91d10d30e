import { type JobId } from '@skein/core';
import { type JobStatus } from '../transport/node-transport.ts';
import { type SimulatedEvent, type SimulatedJob, type SimulatedNode } from './simulated-node.ts';

/** The job as it was when an event was written. */
export const statusAt = (job: SimulatedJob, event: SimulatedEvent): JobStatus => ({
  jobId: job.jobId as JobId,
  kind: job.kind,
  state: event.state,
  phase: event.phase,
  bootId: job.bootId,
  seq: event.seq,
  exitCode: event.exitCode,
  reason: event.reason,
  transactions: event.transactions,
  logBytes: event.logBytes,
});

/** The job as it is now, even if the node has not been up again to say so itself. */
export function jobStatus(node: SimulatedNode, job: SimulatedJob): JobStatus {
  const last = job.events.at(-1);
  if (last === undefined) return unknownJob(job.jobId);
  const status = statusAt(job, last);
  return status.state === 'alive' && node.jobAlive !== job ? { ...status, state: 'dead' } : status;
}

export const unknownJob = (jobId: string): JobStatus => ({
  jobId: jobId as JobId, kind: 'stage', state: 'unknown', phase: 'begin', bootId: '', seq: 0, exitCode: null, reason: null, transactions: 0, logBytes: 0,
});
