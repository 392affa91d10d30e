import { type CampaignId, type NodeId, type PlannableNode, type RollbackRun, type RunId, type RunStateKind, type Selector, type SiteId, type TargetProfile, type TargetProfileId } from '@skein/core';
import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { type Queries } from '../database/database.ts';
import { json, texts } from '../database/transaction.ts';
import { inKinds, openKinds } from '../run/run-kinds.ts';

/** `SHA256:…` as OpenSSH prints it; empty when no key is pinned. */
function fingerprintOf(hostKeys: readonly string[]): string {
  const [first] = [...hostKeys].sort();
  const encoded = first?.trim().split(/\s+/)[1];
  return encoded === undefined ? '' : `SHA256:${createHash('sha256').update(Buffer.from(encoded, 'base64')).digest('base64').replace(/=+$/, '')}`;
}

/** `centos-8.5`; null when nobody has looked yet. */
export const osName = (osId: string | null, osMinor: string | null, osVersion: string | null): string | null => (osId === null ? null : `${osId}-${osMinor ?? osVersion ?? ''}`);

/** Nodes as the planner sees them: those that the selector may mean, which core decides again (`selects`). */
export async function readPlannableNodes(db: Queries, { nodeIds, siteIds, labels }: Selector = {}): Promise<PlannableNode[]> {
  const { rows } = await sql<{
    node_id: NodeId; hostname: string; site_id: SiteId; failure_domains: string[]; labels: Record<string, string>; machine_id: string | null; host_keys: string[]; os_id: string | null; os_minor: string | null;
    os_version: string | null; architecture: string | null; protected: boolean; held: boolean; retired: boolean; quarantined: boolean; missing: boolean; open_run: boolean;
  }>`/* readPlannableNodes */
    SELECT n.node_id, n.hostname, n.site_id, n.failure_domains, n.labels, n.machine_id, n.host_keys, n.os_id, n.os_minor, n.os_version, n.labels ->> 'architecture' AS architecture,
      n.protected, n.held, n.retired, n.quarantined, n.missing, r.node_id IS NOT NULL AS open_run
    FROM node n LEFT JOIN node_run r ON r.node_id = n.node_id AND r.state_kind ${inKinds(openKinds)}
    WHERE ${nodeIds ? sql`n.node_id = ANY (${texts(nodeIds)})` : sql`true`} AND ${siteIds ? sql`n.site_id = ANY (${texts(siteIds)})` : sql`true`} AND ${labels ? sql`n.labels @> ${json(labels)}` : sql`true`}
    ORDER BY n.node_id`.execute(db);
  return rows.map((row) => ({
    nodeId: row.node_id, hostname: row.hostname, siteId: row.site_id, domains: row.failure_domains, labels: row.labels, machineId: row.machine_id, hostKey: fingerprintOf(row.host_keys),
    sourceOs: osName(row.os_id, row.os_minor, row.os_version), architecture: row.architecture, canary: row.labels['canary'] === 'true',
    protected: row.protected, held: row.held, retired: row.retired, quarantined: row.quarantined, missing: row.missing, openRun: row.open_run,
  }));
}

export async function readTargetProfile(db: Queries, id: TargetProfileId): Promise<TargetProfile | null> {
  const { rows: [row] } = await sql<{ document: TargetProfile }>`/* readTargetProfile */ SELECT document FROM target_profile WHERE target_profile_id = ${id}`.execute(db);
  return row?.document ?? null;
}

/**
 * Last run of each member of a campaign, and which of their nodes must not be touched now. A run that an earlier rollback brought back
 * keeps its own outcome; here it is what its node is: RESTORED.
 */
export async function readRollbackRuns(db: Queries, campaignId: CampaignId): Promise<{ readonly runs: RollbackRun[]; readonly unavailable: Map<NodeId, 'held' | 'retired' | 'quarantined' | 'openRun'> }> {
  const { rows } = await sql<{ run_id: RunId; node_id: NodeId; wave: number; state_kind: RunStateKind; held: boolean; retired: boolean; quarantined: boolean; busy: boolean }>`/* readRollbackRuns */
    SELECT DISTINCT ON (r.node_id) r.run_id, r.node_id, r.wave, n.held, n.retired, n.quarantined,
      CASE WHEN EXISTS (SELECT FROM node_run b WHERE b.node_id = r.node_id AND b.original_run_id = r.run_id AND b.state_kind = 'RESTORED') THEN 'RESTORED' ELSE r.state_kind END AS state_kind,
      EXISTS (SELECT FROM node_run x WHERE x.node_id = r.node_id AND x.state_kind ${inKinds(openKinds)} AND NOT (x.run_id = r.run_id AND x.state_kind = 'SOAKING')) AS busy
    FROM node_run r JOIN node n ON n.node_id = r.node_id WHERE r.campaign_id = ${campaignId} ORDER BY r.node_id, r.wave DESC`.execute(db);
  const unavailable = new Map<NodeId, 'held' | 'retired' | 'quarantined' | 'openRun'>();
  for (const row of rows) {
    if (row.retired) unavailable.set(row.node_id, 'retired');
    else if (row.quarantined) unavailable.set(row.node_id, 'quarantined');
    else if (row.busy) unavailable.set(row.node_id, 'openRun');
    else if (row.held) unavailable.set(row.node_id, 'held');
  }
  return { runs: rows.map((row) => ({ runId: row.run_id, nodeId: row.node_id, wave: row.wave, state: row.state_kind })), unavailable };
}
