import { type NodeTransport } from '@skein/node-access';
import { type WatchStore } from '@skein/persistence';
import { assessNodes, type AssessTools } from '../assess/assess-nodes.ts';
import { startLoop, type BackgroundLoop } from '../driver/background-loop.ts';
import { callHooks } from './call-hooks.ts';
import { followJobs, type JobFollower } from './job-follower.ts';
import { observeNodes, type ObserveTools } from './observe-nodes.ts';
import { openReportDesk } from './report-desk.ts';

/** Shards let several workers share a site; one worker holds them all. */
const shardCount = 4;
const shardLeaseSeconds = 15;
const renewShardsEveryMilliseconds = 4000;
const lookForJobsEveryMilliseconds = 1000;
const lookAtClocksEveryMilliseconds = 5000;
/** Launches come in bursts: one look serves all of them, and nothing that a node says before it is lost. */
const lookAgainAfterMilliseconds = 400;

export interface SiteWatch {
  /** A job was inserted by this process: look now. */
  readonly nudge: () => void;
  readonly age: () => number;
  readonly stop: () => Promise<void>;
}

/** Follows the jobs of one site and looks at its nodes. */
export function watchSite(siteId: Parameters<WatchStore['claimShards']>[0], deps: ObserveTools & Omit<Parameters<typeof callHooks>[1], 'onError'> & {
  readonly owner: string; readonly watch: WatchStore; readonly transport: NodeTransport; readonly observeEverySeconds: number; readonly assess: AssessTools; readonly onError: (what: string, error: Error) => void;
}): SiteWatch {
  const followers = new Map<string, JobFollower>();
  let shards: readonly number[] = [];
  let renewedAt = Number.NEGATIVE_INFINITY;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let nudging: NodeJS.Timeout | null = null;
  const followTools = { ...deps, watch: openReportDesk(deps.watch) };

  const jobs = startLoop({
    name: `jobs of site ${siteId}`, pauseMilliseconds: lookForJobsEveryMilliseconds, onError: deps.onError,
    async round() {
      lookedAt = performance.now();
      // A shard that somebody else took is not ours at the latest when the lease that we know of has run out.
      if (lookedAt - renewedAt > renewShardsEveryMilliseconds || shards.length < shardCount) {
        shards = await deps.watch.claimShards(siteId, deps.owner, shardCount, shardLeaseSeconds);
        renewedAt = lookedAt;
      }
      const nodes = await deps.watch.nodesWithOpenJobs(siteId, shards, shardCount);
      const wanted = new Set(nodes.map((node) => node.target.nodeId as string));
      for (const [nodeId, follower] of followers) {
        if (wanted.has(nodeId)) continue;
        followers.delete(nodeId);
        follower.stop().catch((error: unknown) => deps.onError(`stop following ${nodeId}`, error as Error));
      }
      for (const node of nodes) {
        const follower = followers.get(node.target.nodeId);
        if (follower === undefined) followers.set(node.target.nodeId, followJobs(node, followTools));
        else follower.update(node);
      }
      return false;
    },
  });

  const observations: BackgroundLoop = startLoop({
    name: `observations of site ${siteId}`, pauseMilliseconds: deps.observeEverySeconds * 1000, onError: deps.onError,
    async round() {
      const nodes = await deps.watch.nodesToObserve(siteId, shards, shardCount);
      if (shards.length > 0) await deps.watch.recordObservations(siteId, await observeNodes(deps, nodes, deps.observeEverySeconds * 3));
      return false;
    },
  });

  // Apart from the observations: a round over nodes that do not answer may take longer than a clock can wait.
  const clocks = startLoop({
    name: `clocks of site ${siteId}`, pauseMilliseconds: lookAtClocksEveryMilliseconds, onError: deps.onError,
    async round() {
      await deps.watch.tickDeadlines(siteId);
      return false;
    },
  });

  const hooks = callHooks(siteId, deps);
  const assessments = assessNodes(siteId, deps.assess, deps.onError);

  return {
    nudge() {
      nudging ??= setTimeout(() => {
        nudging = null;
        jobs.nudge();
      }, Math.max(0, lookedAt + lookAgainAfterMilliseconds - performance.now()));
    },
    age: () => Math.max(jobs.age(), observations.age() - deps.observeEverySeconds * 1000),
    async stop() {
      if (nudging !== null) clearTimeout(nudging);
      await Promise.all([jobs.stop(), observations.stop(), clocks.stop(), hooks.stop(), assessments.stop()]);
      await Promise.all([...followers.values()].map((follower) => follower.stop()));
    },
  };
}
