import { drainAgainStep, failureClassOf, latestJob, standingEffect } from '@skein/core';
import { NodeAccessError } from '@skein/node-access';
import { runHook } from './drain.ts';
import { launchJob, prepareJob } from './launch-job.ts';
import { performEffect } from './perform-effect.ts';
import { accepted, lookAgain, wake, type ActionResult, type RunContext } from './run-context.ts';
import { situationOf } from './situation.ts';

const restoreSecondsMax = 25;
const undrainSecondsMax = 20;

/**
 * The whole disk goes back. First what the node knows is pulled, then the incarnation is raised, so that a node which comes back
 * unrestored is recognised; only then the provider acts.
 */
export async function restoreSnapshot(context: RunContext): Promise<ActionResult> {
  const { run, runs, claim } = context;
  const { provider: providerName } = await context.targetOf(run.node.nodeId);
  const provider = context.providerNamed(providerName);
  const snapshotId = run.restorePoint?.snapshotId;
  await pullLog(context);
  const incarnation = await runs.raiseIncarnation(claim);
  if (typeof incarnation !== 'number') return lookAgain;
  const answer = await performEffect(context, 'restore', 'do', restoreSecondsMax, async () => {
    if (provider === null || snapshotId === undefined) return { state: 'failed', detail: { error: 'no provider or no restore point' } };
    await provider.restore(run.node.externalId, snapshotId, `${run.runId}.${claim.attempt}.restore`);
    return { state: 'done', detail: { snapshotId, incarnation } };
  });
  return answer.state === 'busy' ? wake(answer.secondsLeft) : answer.state === 'unknown' ? wake(3) : lookAgain;
}

/** What the node still knows of its last job, before a restore wipes it; a node that does not answer is recorded as such. */
async function pullLog(context: RunContext): Promise<void> {
  const { run, runs, claim } = context;
  const job = run.jobs.filter((row) => row.attempt === claim.attempt).sort((a, b) => b.launchedAt - a.launchedAt)[0];
  if (job === undefined || run.steps.some((step) => step.step === 'pullLog')) return;
  try {
    const { target } = await context.targetOf(run.node.nodeId);
    const slice = await context.transport.readLog(target, job.jobId, 0);
    await runs.saveLog(run.runId, job.jobId, slice.offset, slice.bytes);
    accepted(await runs.recordStep(claim, 'pullLog', 'done', { jobId: job.jobId, bytes: slice.bytes.length }));
  } catch (cause) {
    if (!(cause instanceof NodeAccessError)) throw cause;
    accepted(await runs.recordStep(claim, 'pullLog', 'failed', { jobId: job.jobId, error: cause.message }));
  }
}

/** The packages go back, from what staging put on the node. */
export async function launchReverse(context: RunContext, step: string): Promise<ActionResult> {
  const job = await prepareJob(context, step);
  accepted(await context.runs.insertJob(context.claim, job, null));
  return launchJob(context, job);
}

/** A way back is only a way back when the fingerprint of before is there again; then the node may serve. */
export async function verifyRestored(context: RunContext): Promise<ActionResult> {
  const { run, runs, claim } = context;
  if (run.state.kind !== 'RESTORING') return lookAgain;
  const { target } = await context.targetOf(run.node.nodeId);
  const greeted = await context.transport.hello(target);
  const hello = greeted.incarnation < run.node.incarnation ? await context.transport.adopt(target, { incarnation: run.node.incarnation, fence: claim.fence, bootId: greeted.bootId }) : greeted;
  const before = run.original?.facts ?? run.facts;
  const now = await context.transport.fingerprint(target);
  const evidence = { before: before?.fingerprint ?? null, after: now.digest, bootId: hello.bootId, incarnation: hello.incarnation, seq: hello.seq, reason: run.state.reason, strategy: run.state.strategy };
  if (before?.fingerprint !== now.digest) {
    // Services that write at boot may still be at it; what does not settle is not restored.
    if (run.observedSeconds < run.plan.spec.deadlines.verify && !run.steps.some((step) => step.step === 'fingerprint')) {
      accepted(await runs.recordStep(claim, 'fingerprint', 'failed', evidence));
      return wake(3);
    }
    accepted(await runs.recordOutcome(claim, { kind: 'QUARANTINED', reason: 'restoreFailed', failureClass: 'UNKNOWN' }, evidence));
    return lookAgain;
  }
  // Its first undrain is done; what was drained again is undone under that name.
  const [step, direction] = standingEffect(run.effects, drainAgainStep) === null ? (['undrain', 'do'] as const) : ([drainAgainStep, 'undo'] as const);
  const answer = await performEffect(context, step, direction, undrainSecondsMax, (notAfter) => runHook(context, 'undrain', notAfter));
  if (answer.state === 'busy') return wake(answer.secondsLeft);
  if (answer.state !== 'done') return wake(3);
  accepted(await runs.recordOutcome(claim, { kind: 'RESTORED', reason: run.state.reason, failureClass: failureClassOf(run.state.reason) }, { ...evidence, job: latestJob(situationOf(run), 'reverse')?.step ?? null }));
  return lookAgain;
}

