import { type SiteId } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { targetOpener } from '../node/node-directory.ts';
import { nodesToObserve, nodesWithOpenJobs } from './read-watched.ts';
import { recordJobs, touchJobs } from './record-jobs.ts';
import { recordObservations } from './record-observations.ts';
import { tickDeadlines } from './tick-deadlines.ts';
import { type WatchStore } from './watch-store.ts';

export const createWatchStore = (database: Database): WatchStore => {
  const open = targetOpener(database);
  return {
    async sites() {
      const { rows } = await sql<{ siteId: SiteId; name: string }>`/* watchStore.sites */ SELECT site_id AS "siteId", name FROM site ORDER BY name`.execute(database.db);
      return rows;
    },
    async claimShards(siteId, owner, shardCount, leaseSeconds) {
      const { rows } = await sql<{ shard: number }>`/* watchStore.claimShards */
        INSERT INTO watcher_shard (site_id, shard, owner, until_at)
        SELECT ${siteId}, shard, ${owner}, now() + make_interval(secs => ${leaseSeconds}) FROM generate_series(0, ${shardCount - 1}::int) AS shard ORDER BY shard
        ON CONFLICT (site_id, shard) DO UPDATE SET owner = excluded.owner, until_at = excluded.until_at WHERE watcher_shard.owner = excluded.owner OR watcher_shard.until_at < now()
        RETURNING shard`.execute(database.db);
      return rows.map((row) => row.shard).sort((left, right) => left - right);
    },
    async releaseShards(owner) {
      await sql`/* watchStore.releaseShards */ DELETE FROM watcher_shard WHERE owner = ${owner}`.execute(database.db);
    },
    nodesWithOpenJobs: (siteId, shards, shardCount) => nodesWithOpenJobs(database, open, siteId, shards, shardCount),
    recordJobs: (nodeId, reports) => recordJobs(database, [{ nodeId, reports }]),
    recordJobsOf: (said) => recordJobs(database, said),
    touchJobs: (nodeId, seenBootId, attached) => touchJobs(database, [{ nodeId, seenBootId, attached }]),
    touchJobsOf: (touches) => touchJobs(database, touches),
    nodesToObserve: (siteId, shards, shardCount) => nodesToObserve(database, open, siteId, shards, shardCount),
    recordObservations: (siteId, round) => recordObservations(database, siteId, round),
    tickDeadlines: (siteId) => tickDeadlines(database, siteId),
  };
};
