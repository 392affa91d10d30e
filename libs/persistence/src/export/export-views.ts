import { type Database } from '../database/database.ts';
import { type AuditFilter, type AuditView } from '../views/audit-view.ts';
import { type NodeFilter } from '../views/view.ts';
import { exportAudit } from './export-audit.ts';
import { type CampaignNodeRow, exportCampaignNodes, readReportPlan, type ReportPlan } from './export-campaign.ts';
import { exportNodes, type NodeExportRow } from './export-nodes.ts';

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
