import { type JobId, type JobRowState } from '@skein/core';
import { NodeAccessError, type JobKind, type JobStatus, type LaunchRequest } from '@skein/node-access';
import { type JobRow, type NewJob } from '@skein/persistence';
import { accepted, lookAgain, wake, type ActionResult, type RunContext } from './run-context.ts';

/** A launch that has not reached the node after so many seconds of its uptime never runs. */
const launchGraceSeconds = 15;

export const jobIdOf = (context: RunContext, step: string): JobId => `${context.run.runId}.${context.claim.attempt}.${step}` as JobId;

/** Asks the node for its boot and uptime, so that the job can refuse another boot or a later time. */
export async function prepareJob(context: RunContext, step: string): Promise<NewJob> {
  const { target } = await context.targetOf(context.run.node.nodeId);
  const hello = await context.transport.hello(target);
  return { jobId: jobIdOf(context, step), step, launchBootId: hello.bootId, notAfterUptimeSeconds: Math.floor(hello.uptimeSeconds) + launchGraceSeconds };
}

const rowState = (job: JobStatus): JobRowState =>
  job.state === 'alive' ? 'RUNNING' : job.state === 'exited' ? 'EXITED' : job.state === 'dead' ? 'CRASHED' : job.state === 'refused' ? 'VOID' : 'UNCONFIRMED';

const kindOf = (step: string): JobKind => (step.startsWith('stage') ? 'stage' : step.startsWith('apply') ? 'apply' : 'reverse');

function launchRequest(context: RunContext, job: Pick<NewJob, 'jobId' | 'step' | 'launchBootId' | 'notAfterUptimeSeconds'>): LaunchRequest {
  const { run, claim } = context;
  const kind = kindOf(job.step);
  const staged = run.original?.stageJobId ?? run.jobs.filter((other) => other.step.startsWith('stage') && other.attempt === claim.attempt && other.state === 'EXITED' && other.exitCode === 0).at(-1)?.jobId ?? null;
  return {
    jobId: job.jobId, kind, bootId: job.launchBootId, notAfterUptimeSeconds: job.notAfterUptimeSeconds,
    incarnation: run.node.incarnation, fence: claim.fence,
    repositoryUrl: run.plan.target.repositoryUrl, repositoryKey: run.plan.target.repositoryKey,
    targetOsId: run.plan.target.osId, kernelPrefix: run.plan.target.kernelPrefix,
    stageJobId: kind === 'stage' ? null : staged,
  };
}

/** Sends the launch of a job whose row is committed. An unanswered launch stays UNCONFIRMED: only the node voids it. */
export async function launchJob(context: RunContext, job: NewJob): Promise<ActionResult> {
  const { target } = await context.targetOf(context.run.node.nodeId);
  context.jobsChanged(context.run.siteId);
  try {
    const answer = await context.transport.launch(target, launchRequest(context, job));
    if (answer.kind === 'refused') {
      accepted(await context.runs.confirmJob(context.claim, job.jobId, { state: 'VOID', seq: 0, phase: 'refused', exitCode: null, reason: answer.reason }));
    } else {
      accepted(await context.runs.confirmJob(context.claim, job.jobId, { state: rowState(answer.job), seq: answer.job.seq, phase: answer.job.phase, exitCode: answer.job.exitCode, reason: answer.job.reason }));
    }
    context.jobsChanged(context.run.siteId);
    // It runs: whatever comes next comes as a poke, so there is nothing to read again.
    return answer.kind !== 'refused' && rowState(answer.job) === 'RUNNING' ? { kind: 'wait' } : lookAgain;
  } catch (cause) {
    if (!(cause instanceof NodeAccessError)) throw cause;
    return wake(3);
  }
}

/**
 * A job that is UNCONFIRMED: ask the node. It knows the job (take its word), or it does not: then either the launch may still be sent
 * again (same boot, still early enough: the same id starts once), or the node will refuse it for ever and the permit is void.
 */
export async function confirmJob(context: RunContext, step: string): Promise<ActionResult> {
  const job = context.run.jobs.find((row) => row.step === step && row.attempt === context.claim.attempt);
  if (job === undefined) throw new Error(`job ${step} is to be confirmed but has no row`);
  const { target } = await context.targetOf(context.run.node.nodeId);
  const hello = await context.transport.hello(target);
  const status = hello.jobs.find((known) => known.jobId === job.jobId) ?? (await context.transport.status(target, job.jobId));
  if (status.state !== 'unknown') return confirmKnown(context, job, status, hello.bootId);
  const expired = hello.bootId !== job.launchBootId || hello.uptimeSeconds > job.notAfterUptimeSeconds;
  if (!expired) return launchJob(context, job);
  accepted(await context.runs.confirmJob(context.claim, job.jobId, { state: 'VOID', seq: hello.seq, phase: 'refused', exitCode: null, reason: hello.bootId === job.launchBootId ? 'tooLate' : 'bootChanged' }));
  return lookAgain;
}

/** In another boot a job that was cut looks dead; the watcher's table tells a reboot from a loss of power. */
async function confirmKnown(context: RunContext, job: JobRow, status: JobStatus, bootIdNow: string): Promise<ActionResult> {
  const state: JobRowState = status.state === 'dead' && bootIdNow !== job.launchBootId ? (status.phase === 'rebooting' ? 'REBOOTED' : 'POWER_LOSS') : rowState(status);
  accepted(await context.runs.confirmJob(context.claim, job.jobId, { state, seq: status.seq, phase: status.phase, exitCode: status.exitCode, reason: status.reason }));
  context.jobsChanged(context.run.siteId);
  return lookAgain;
}
