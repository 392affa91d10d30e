import { nextStepName } from '@skein/core';
import { launchJob, prepareJob } from './launch-job.ts';
import { lookAgain, Superseded, wake, type ActionResult, type RunContext } from './run-context.ts';
import { situationOf } from './situation.ts';

/** Permit, then launch: the permit is a row ordered against halt, the launch carries a boot id and a latest uptime (DESIGN §4). */
export async function change(context: RunContext): Promise<ActionResult> {
  const { run, runs, claim } = context;
  const stem = run.campaignKind === 'rollback' ? 'reverse' : 'apply';
  const job = await prepareJob(context, nextStepName(situationOf(run), stem));
  const refusal = await runs.grantPermit(claim, run.campaignEpoch, job, stem === 'apply' ? { kind: 'APPLYING' } : { kind: 'RESTORING', reason: 'operator', strategy: 'reverseSync' });
  if (refusal?.code === 'fenceSuperseded') throw new Superseded(refusal);
  if (refusal?.code === 'firstLookFull') return wake(5);
  if (refusal !== null) return refusal.code === 'campaignNotRunning' && run.campaignState.kind === 'RUNNING' ? lookAgain : wake(2);
  await context.failpoint('afterPermit');
  return launchJob(context, job);
}
