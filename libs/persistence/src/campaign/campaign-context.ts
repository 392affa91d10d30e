import { type CampaignContext, type CampaignId, type CampaignKind } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { texts } from '../database/transaction.ts';
import { inKinds, openKinds } from '../run/run-kinds.ts';

/** Runs `r` that ended without what they were for, are the last of their node in the campaign, and whose node is free. */
export const retryable = (kind: CampaignKind, clearQuarantine: boolean): RawBuilder<unknown> => sql`
  r.settled_at IS NOT NULL AND r.state_kind ${inKinds(kind === 'rollback' ? ['BLOCKED', 'DEFERRED', 'FAILED_CLEAN', 'QUARANTINED'] : ['BLOCKED', 'DEFERRED', 'FAILED_CLEAN', 'RESTORED', 'QUARANTINED'])}
  AND NOT EXISTS (SELECT FROM node_run later WHERE later.campaign_id = r.campaign_id AND later.node_id = r.node_id AND later.wave > r.wave)
  AND NOT EXISTS (SELECT FROM node_run x WHERE x.node_id = r.node_id AND x.state_kind ${inKinds(openKinds)})
  AND EXISTS (SELECT FROM node n WHERE n.node_id = r.node_id AND NOT n.retired AND NOT n.protected ${clearQuarantine ? sql`` : sql`AND NOT n.quarantined`})`;

interface ContextRow { readonly campaign_id: CampaignId; readonly gate_blocks: boolean; readonly rollback_running: boolean; readonly retryable: number }

/** What verbs depend on besides the campaign's state. */
export async function readContext(db: Queries, { campaignId }: { readonly campaignId: CampaignId }, clearQuarantine: boolean): Promise<CampaignContext> {
  return (await readContexts(db, [campaignId], clearQuarantine)).get(campaignId) ?? { problems: [], gateBlocks: false, rollbackRunning: false, retryableRuns: 0 };
}

/** The same for all campaigns of a list at once. */
export async function readContexts(db: Queries, campaignIds: readonly string[], clearQuarantine: boolean): Promise<ReadonlyMap<string, CampaignContext>> {
  const retryableRuns = (kind: CampaignKind): RawBuilder<unknown> => sql`(SELECT count(*)::int FROM node_run r WHERE r.campaign_id = c.campaign_id AND ${retryable(kind, clearQuarantine)})`;
  const { rows } = await sql<ContextRow>`/* readContexts */
    SELECT c.campaign_id, EXISTS (SELECT FROM wave w WHERE w.campaign_id = c.campaign_id AND w.state_kind IN ('FAILED', 'INCONCLUSIVE')) AS gate_blocks,
      EXISTS (SELECT FROM campaign back WHERE back.parent_id = c.campaign_id AND back.kind = 'rollback' AND back.state_kind NOT IN ('CANCELLED', 'COMPLETED', 'COMPLETED_WITH_EXCEPTIONS')) AS rollback_running,
      CASE c.kind WHEN 'rollback' THEN ${retryableRuns('rollback')} ELSE ${retryableRuns('migrate')} END AS retryable
    FROM campaign c WHERE c.campaign_id = ANY (${texts(campaignIds)})`.execute(db);
  return new Map(rows.map((row) => [row.campaign_id, { problems: [], gateBlocks: row.gate_blocks, rollbackRunning: row.rollback_running, retryableRuns: row.retryable }]));
}
