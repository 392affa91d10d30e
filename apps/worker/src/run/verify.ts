import { judgeVerification, latestJob, wayBack } from '@skein/core';
import { performHooks, runHook } from './drain.ts';
import { accepted, lookAgain, wake, type ActionResult, type RunContext } from './run-context.ts';
import { situationOf } from './situation.ts';

const undrainSecondsMax = 20;
/** Services need a moment after a boot: problems that may pass are looked at again so often. */
const recheckSeconds = 2;

/** Boot, OS, kernel, packages, services, mounts, network and probes against what they were before; then back into service. */
export async function verify(context: RunContext): Promise<ActionResult> {
  const { run, runs, claim } = context;
  if (run.facts === null) throw new Error(`run ${run.runId} is VERIFYING without facts of before`);
  const { target } = await context.targetOf(run.node.nodeId);
  if (run.verification === null) {
    const after = await context.transport.verify(target, { sourceIdentityPackages: run.facts.identityPackages });
    const launchBootId = run.jobs.find((job) => job.step === latestJob(situationOf(run), 'apply')?.step && job.attempt === claim.attempt)?.launchBootId ?? '';
    const problems = [...judgeVerification(run.facts, after, run.plan.target, launchBootId), ...(await serviceProblems(context))];
    if (problems.length > 0) {
      const rightKernel = after.kernelRunning.startsWith(run.plan.target.kernelPrefix);
      if (rightKernel && run.observedSeconds < run.plan.spec.deadlines.verify) return wake(recheckSeconds);
      const back = wayBack(situationOf(run), rightKernel ? 'verificationFailed' : 'bootFailed');
      if (back.kind === 'move') accepted(await runs.move(claim, 'VERIFYING', back.to, { verification: after, step: { name: 'verify', state: 'failed', detail: { problems } } }));
      else accepted(await runs.recordOutcome(claim, back.to, { because: back.because, problems }));
      return lookAgain;
    }
    // From here on the new kernel is the one that every later boot takes.
    await context.transport.commitKernel(target, { fence: claim.fence, incarnation: run.node.incarnation, bootId: after.bootId });
    accepted(await runs.recordVerification(claim, after));
  }
  const answer = await performHooks(context, 'undrain', 'do', undrainSecondsMax, (notAfter) => runHook(context, 'undrain', notAfter));
  if (answer.state === 'busy') return wake(answer.secondsLeft);
  if (answer.state !== 'done') return wake(recheckSeconds);
  accepted(await runs.move(claim, 'VERIFYING', { kind: 'SOAKING' }, { soakSeconds: run.plan.spec.gate.soakSeconds, restorePointStale: true, step: { name: 'verify', state: 'done', detail: {} } }));
  return { kind: 'done' };
}

/** A probe that nobody could answer is no evidence against the node: it restores nothing, and the gate counts the observations that are missing. */
async function serviceProblems(context: RunContext): Promise<string[]> {
  return (await context.probe(await context.targetOf(context.run.node.nodeId))).filter((result) => result.verdict === 'bad').map((result) => `service probe: ${result.detail}`);
}
