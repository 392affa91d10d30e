import { type CampaignContext, type CampaignId, type CampaignKind } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { inKinds, openKinds } from '../run/run-kinds.ts';

/** Runs `r` that ended without what they were for, are the last of their node in the campaign, and whose node is free. */
export const retryable = (kind: CampaignKind, clearQuarantine: boolean): RawBuilder<unknown> => sql`
  r.settled_at IS NOT NULL AND r.state_kind ${inKinds(kind === 'rollback' ? ['BLOCKED', 'DEFERRED', 'FAILED_CLEAN', 'QUARANTINED'] : ['BLOCKED', 'DEFERRED', 'FAILED_CLEAN', 'RESTORED', 'QUARANTINED'])}
  AND NOT EXISTS (SELECT FROM node_run later WHERE later.campaign_id = r.campaign_id AND later.node_id = r.node_id AND later.wave > r.wave)
  AND NOT EXISTS (SELECT FROM node_run x WHERE x.node_id = r.node_id AND x.state_kind ${inKinds(openKinds)})
  AND EXISTS (SELECT FROM node n WHERE n.node_id = r.node_id AND NOT n.retired AND NOT n.protected ${clearQuarantine ? sql`` : sql`AND NOT n.quarantined`})`;

/** What verbs depend on besides the campaign's state. */
export async function readContext(db: Queries, campaign: { readonly campaignId: CampaignId; readonly kind: CampaignKind }, clearQuarantine: boolean): Promise<CampaignContext> {
  const { rows: [row] } = await sql<{ gate_blocks: boolean; rollback_running: boolean; retryable: number }>`/* readContext */
    SELECT EXISTS (SELECT FROM wave WHERE campaign_id = ${campaign.campaignId} AND state_kind IN ('FAILED', 'INCONCLUSIVE')) AS gate_blocks,
      EXISTS (SELECT FROM campaign WHERE parent_id = ${campaign.campaignId} AND kind = 'rollback' AND state_kind NOT IN ('CANCELLED', 'COMPLETED', 'COMPLETED_WITH_EXCEPTIONS')) AS rollback_running,
      (SELECT count(*)::int FROM node_run r WHERE r.campaign_id = ${campaign.campaignId} AND ${retryable(campaign.kind, clearQuarantine)}) AS retryable`.execute(db);
  return { problems: [], gateBlocks: row?.gate_blocks ?? false, rollbackRunning: row?.rollback_running ?? false, retryableRuns: row?.retryable ?? 0 };
}
