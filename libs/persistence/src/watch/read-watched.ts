import { instant, type Probe, type SiteId } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { targetColumns, type targetOpener, type TargetRow } from '../node/node-directory.ts';
import { inKinds, openKinds } from '../run/run-kinds.ts';
import { type ObservedNode, type WatchedNode } from './watch-store.ts';

type OpenTarget = ReturnType<typeof targetOpener>;

/** The same node is in the same shard for every watcher, whoever counts. */
const inShards = (shards: readonly number[], shardCount: number): RawBuilder<unknown> => sql`(hashtext(node.node_id) & 2147483647) % ${shardCount}::int = ANY (${[...shards]}::int[])`;

type WatchedJob = Omit<WatchedNode['jobs'][number], 'launchedAt'> & { readonly launchedAt: number };

export async function nodesWithOpenJobs({ db }: Database, open: OpenTarget, siteId: SiteId, shards: readonly number[], shardCount: number): Promise<readonly WatchedNode[]> {
  if (shards.length === 0) return [];
  const { rows } = await sql<TargetRow & { incarnation: number; seq: number; restore_commanded: boolean; jobs: WatchedJob[] }>`/* watchStore.nodesWithOpenJobs */
    SELECT ${targetColumns}, node.incarnation, node.restore_commanded,
      (SELECT coalesce(max(x.seq), 0) FROM node_job x WHERE x.node_id = node.node_id AND x.incarnation = node.incarnation) AS seq, j.jobs
    FROM (SELECT node_id, jsonb_agg(jsonb_build_object('jobId', job_id, 'runId', run_id, 'state', state, 'phase', phase, 'launchBootId', launch_boot_id,
        'launchedAt', extract(epoch FROM launched_at) * 1000, 'notAfterUptimeSeconds', not_after_uptime_seconds) ORDER BY launched_at, job_id) AS jobs
      FROM node_job WHERE site_id = ${siteId} AND state IN ('UNCONFIRMED', 'RUNNING') GROUP BY node_id) j
    JOIN node ON node.node_id = j.node_id JOIN site ON site.site_id = node.site_id
    WHERE ${inShards(shards, shardCount)} ORDER BY node.node_id`.execute(db);
  return Promise.all(rows.map(async (row) => ({
    target: await open(row), incarnation: row.incarnation, seq: row.seq, restoreCommanded: row.restore_commanded,
    jobs: row.jobs.map((job) => ({ ...job, launchedAt: instant(job.launchedAt) })),
  })));
}

/** Whoever shares a failure domain or a service with an open wave counts for its budgets, so it is looked at; control nodes always are. */
export async function nodesToObserve({ db }: Database, open: OpenTarget, siteId: SiteId, shards: readonly number[], shardCount: number): Promise<readonly ObservedNode[]> {
  if (shards.length === 0) return [];
  const { rows } = await sql<TargetRow & { role: string | null; probes: Probe[] }>`/* watchStore.nodesToObserve */
    WITH members AS (SELECT m.node_id FROM wave w JOIN wave_member m ON m.campaign_id = w.campaign_id AND m.wave = w.number
        JOIN campaign c ON c.campaign_id = w.campaign_id
        WHERE w.state_kind IN ('ADMITTING', 'SETTLING', 'SOAKING', 'EVALUATING', 'INCONCLUSIVE') AND c.state_kind NOT IN ('CANCELLED', 'COMPLETED', 'COMPLETED_WITH_EXCEPTIONS')
        UNION SELECT node_id FROM node_run WHERE settled_at IS NULL AND state_kind ${inKinds(openKinds)}),
    touched AS (SELECT coalesce(array_agg(DISTINCT d), '{}') AS domains FROM members JOIN node n ON n.node_id = members.node_id, LATERAL unnest(n.domains) AS d),
    services AS (SELECT DISTINCT other.node_id FROM members JOIN service_member mine ON mine.node_id = members.node_id JOIN service_member other ON other.service_id = mine.service_id)
    SELECT ${targetColumns}, node.role, node.probes FROM node JOIN site ON site.site_id = node.site_id, touched
    WHERE node.site_id = ${siteId} AND NOT node.retired AND ${inShards(shards, shardCount)}
      AND (node.role = 'control' OR node.domains && touched.domains OR node.node_id IN (SELECT node_id FROM services) OR node.node_id IN (SELECT node_id FROM members))
    ORDER BY node.node_id`.execute(db);
  return Promise.all(rows.map(async (row) => ({ target: await open(row), isControlNode: row.role === 'control', probes: row.probes })));
}

