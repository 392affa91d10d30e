import { type NodeTransport } from '@skein/node-access';
import { type WatchStore } from '@skein/persistence';
import { startLoop, type BackgroundLoop } from '../driver/background-loop.ts';
import { followJobs, type JobFollower } from './job-follower.ts';
import { observeNodes, type ObserveTools } from './observe-nodes.ts';

/** Shards let several workers share a site; one worker holds them all. */
const shardCount = 4;
const shardLeaseSeconds = 15;
const lookForJobsEveryMilliseconds = 1000;

export interface SiteWatch {
  /** A job was inserted by this process: look now. */
  readonly nudge: () => void;
  readonly age: () => number;
  readonly stop: () => Promise<void>;
}

/** Follows the jobs of one site and looks at its nodes. */
export function watchSite(siteId: Parameters<WatchStore['claimShards']>[0], deps: ObserveTools & {
  readonly owner: string; readonly watch: WatchStore; readonly transport: NodeTransport; readonly observeEverySeconds: number; readonly onError: (what: string, error: Error) => void;
}): SiteWatch {
  const followers = new Map<string, JobFollower>();
  let shards: readonly number[] = [];

  const jobs = startLoop({
    name: `jobs of site ${siteId}`, pauseMilliseconds: lookForJobsEveryMilliseconds, onError: deps.onError,
    async round() {
      shards = await deps.watch.claimShards(siteId, deps.owner, shardCount, shardLeaseSeconds);
      const nodes = await deps.watch.nodesWithOpenJobs(siteId, shards, shardCount);
      const wanted = new Set(nodes.map((node) => node.target.nodeId as string));
      for (const [nodeId, follower] of followers) {
        if (wanted.has(nodeId)) continue;
        followers.delete(nodeId);
        follower.stop().catch((error: unknown) => deps.onError(`stop following ${nodeId}`, error as Error));
      }
      for (const node of nodes) {
        const follower = followers.get(node.target.nodeId);
        if (follower === undefined) followers.set(node.target.nodeId, followJobs(node, deps));
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
      await deps.watch.tickDeadlines(siteId);
      return false;
    },
  });

  return {
    nudge: () => jobs.nudge(),
    age: () => Math.max(jobs.age(), observations.age() - deps.observeEverySeconds * 1000),
    async stop() {
      await Promise.all([jobs.stop(), observations.stop()]);
      await Promise.all([...followers.values()].map((follower) => follower.stop()));
    },
  };
}
