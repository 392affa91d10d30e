import { type FailureClass, type NodeId, type PlanDigest, type Probe, type RunId, type RunState, type StateClass, type TargetProfile } from '@skein/core';
import { type Database } from '../database/database.ts';
import { type AuditFilter, type AuditView } from '../views/audit-view.ts';
import { type NodeFilter } from '../views/view.ts';
import { exportAudit } from './export-audit.ts';
import { exportCampaignNodes, readReportPlan } from './export-campaign.ts';
import { exportNodes } from './export-nodes.ts';

/** A node by the columns of an import, and the class that it is in. */
export interface NodeExportRow {
  readonly nodeId: NodeId;
  readonly externalId: string;
  readonly hostname: string;
  readonly site: string;
  readonly address: string;
  readonly port: number;
  /** Its own; null: its site's. */
  readonly credential: string | null;
  readonly hostKeys: readonly string[];
  readonly machineId: string | null;
  readonly domains: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly protected: boolean;
  readonly role: string | null;
  readonly probes: readonly Probe[];
  readonly stateClass: StateClass;
}

/** What became of one node in a campaign, by its last run. */
export interface CampaignNodeRow {
  readonly nodeId: NodeId;
  readonly hostname: string;
  readonly externalId: string;
  readonly site: string;
  /** null: its wave was never opened, or it never had a run. */
  readonly wave: number | null;
  readonly runId: RunId | null;
  readonly state: RunState | null;
  readonly failureClass: FailureClass | null;
  readonly attempts: number;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly unavailableSecondsLower: number;
  readonly unavailableSecondsUpper: number;
}

export interface ReportPlan {
  readonly target: TargetProfile | null;
  readonly excluded: readonly { readonly reason: string; readonly nodes: number }[];
  readonly approvals: readonly { readonly person: string; readonly decision: 'approved' | 'denied'; readonly digest: PlanDigest; readonly reason: string | null; readonly at: Date }[];
}

/**
 * Everything of a kind, batch by batch: each batch is a short statement that goes on behind the last row of the one before, so a slow reader
 * holds neither a connection nor a snapshot. Who stops asking ends it.
 */
export interface ExportViews {
  /** By host name, then id. `source`: of this inventory only. */
  nodes(filter: NodeFilter, source: string | null): AsyncGenerator<readonly NodeExportRow[]>;
  /** Oldest first. */
  audit(filter: AuditFilter): AsyncGenerator<readonly AuditView[]>;
  /** By host name, then id. */
  campaignNodes(campaignId: string): AsyncGenerator<readonly CampaignNodeRow[]>;
  reportPlan(campaignId: string): Promise<ReportPlan>;
}

export const createExportViews = (database: Database): ExportViews => ({
  nodes: (filter, source) => exportNodes(database, filter, source),
  audit: (filter) => exportAudit(database, filter),
  campaignNodes: (campaignId) => exportCampaignNodes(database, campaignId),
  reportPlan: (campaignId) => readReportPlan(database, campaignId),
});
