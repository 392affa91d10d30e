import { describe, expect, it } from 'vitest';
import { instant, type JobId, type NodeId, type NodeTarget, type RunId, type SiteId } from '@skein/core';
import { type FollowFrame, type Hello } from '@skein/node-access';
import { type JobReport, type WatchedNode } from '@skein/persistence';
import { followJobs } from './job-follower.ts';

const jobId = 'run.1.apply' as JobId;
const target: NodeTarget = {
  nodeId: 'node' as NodeId, siteId: 'site' as SiteId, address: '10.0.0.1', port: 22, hostKeys: [],
  credential: { user: 'root', privateKey: '', become: 'none' }, route: { kind: 'ssh', proxy: null, bastions: [] },
};
const launched = (more: Partial<WatchedNode['jobs'][number]> = {}): WatchedNode => ({
  target, incarnation: 1, seq: 7, restoreCommanded: false,
  jobs: [{ jobId, runId: 'run' as RunId, state: 'UNCONFIRMED', phase: '', launchBootId: 'boot-1', launchedAt: instant(0), notAfterUptimeSeconds: 100, ...more }],
});
const hello = (more: Partial<Hello> = {}): Hello => ({ bootId: 'boot-1', uptimeSeconds: 90, machineId: null, incarnation: 1, fence: 1n, seq: 7, jobs: [], ...more });

/** What is written after the node has said hello once, on a channel that then stays quiet. */
async function reportsAfter(node: WatchedNode, said: Hello): Promise<readonly JobReport[]> {
  const reports: JobReport[] = [];
  const heard = Promise.withResolvers<undefined>();
  async function* frames(signal: AbortSignal): AsyncGenerator<FollowFrame> {
    yield { kind: 'hello', hello: said };
    heard.resolve(undefined);
    await new Promise<void>((resolve) => { signal.addEventListener('abort', () => { resolve(); }); });
  }
  const follower = followJobs(node, {
    transport: { follow: (_target, _fromSeq, signal) => frames(signal) },
    watch: {
      recordJobs(_nodeId, said) {
        reports.push(...said);
        return Promise.resolve([]);
      },
      touchJobs: () => Promise.resolve(),
    },
    onError(what, error) { throw new Error(what, { cause: error }); },
  });
  await heard.promise;
  await follower.stop();
  return reports;
}

describe('a node that does not know a job which was launched a moment ago', () => {
  it('is no news: what the launch itself answers must not look older', async () => {
    expect(await reportsAfter(launched(), hello())).toEqual([]);
  });

  it('will never run it when its time has passed', async () => {
    expect(await reportsAfter(launched(), hello({ uptimeSeconds: 101 }))).toMatchObject([{ jobId, state: 'VOID', reason: 'tooLate', seq: 7 }]);
  });

  it('will never run it when it was booted since', async () => {
    expect(await reportsAfter(launched(), hello({ bootId: 'boot-2', uptimeSeconds: 3 }))).toMatchObject([{ jobId, state: 'VOID', reason: 'bootChanged' }]);
  });
});
