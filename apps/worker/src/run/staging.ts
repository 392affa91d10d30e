import { launchJob, prepareJob } from './launch-job.ts';
import { accepted, type ActionResult, type RunContext } from './run-context.ts';

/** Downloads everything that the way forward and the way back need; needs no permit, since nothing that counts changes. */
export async function launchStaging(context: RunContext, step: string): Promise<ActionResult> {
  const job = await prepareJob(context, step);
  accepted(await context.runs.insertJob(context.claim, job, null));
  return launchJob(context, job);
}
