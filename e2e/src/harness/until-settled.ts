import { type Campaigns, type RunSeen } from './campaigns.ts';

const settled: readonly string[] = ['SUCCEEDED', 'BLOCKED', 'DEFERRED', 'FAILED_CLEAN', 'RESTORED', 'QUARANTINED', 'CANCELLED'];

/** The first run of this node when it has ended; its campaign may still go on, for one, to try a deferred node again in the tail wave. */
export async function untilSettled(campaigns: Campaigns, campaignId: string, hostname: string, seconds = 240): Promise<RunSeen> {
  const { runs } = await campaigns.until(campaignId, `the run on ${hostname} ends`, seconds, (_campaign, seen) => seen.some((run) => run.node.hostname === hostname && settled.includes(run.state)));
  const run = runs.find((candidate) => candidate.node.hostname === hostname);
  if (run === undefined) throw new Error(`campaign ${campaignId} has no run on ${hostname}`);
  return run;
}
