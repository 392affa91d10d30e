import { type CampaignId, type CampaignKind, type CampaignState, runIsOpen, type RunStateKind } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { unavailableSeconds } from './availability-view.ts';
import { runsOfCampaign } from './runs-of-campaign.ts';
import { type CampaignSummary } from './view.ts';

/** A whole campaign in one look, by the last run of each node. */
export async function summarize({ db }: Database, campaignId: string): Promise<CampaignSummary | null> {
  const { rows: [campaign] } = await sql<{ campaign_id: CampaignId; state: CampaignState; kind: CampaignKind }>`/* summarize campaign */ SELECT campaign_id, state, kind FROM campaign WHERE campaign_id = ${campaignId}`.execute(db);
  if (campaign === undefined) return null;
  const { rows } = await sql<CampaignSummary['nodes'][number] & { reattachments: number }>`/* summarize nodes */
    SELECT DISTINCT ON (n.hostname, r.node_id) r.run_id AS "runId", r.node_id AS "nodeId", n.hostname, n.external_id AS "externalId", r.state, r.attempt,
      (SELECT coalesce(sum(j.transactions), 0)::int FROM node_job j WHERE j.run_id = r.run_id) AS transactions,
      -- The first attachment of a job is no re-attachment.
      (SELECT coalesce(sum(greatest(0, j.attachments - 1)), 0)::int FROM node_job j WHERE j.run_id = r.run_id) AS reattachments,
      ${unavailableSeconds(sql`r.node_id`, false)} AS "lowerSeconds", ${unavailableSeconds(sql`r.node_id`, true)} AS "upperSeconds"
    FROM campaign c CROSS JOIN ${runsOfCampaign(sql`${campaignId}`)} r JOIN node n ON n.node_id = r.node_id WHERE c.campaign_id = ${campaignId}
    ORDER BY n.hostname, r.node_id, r.in_wave DESC`.execute(db);
  const ended = (kind: RunStateKind): number => rows.filter((row) => row.state.kind === kind).length;
  const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    campaignId: campaign.campaign_id, state: campaign.state,
    migrated: ended('SUCCEEDED'), rolledBack: ended('RESTORED'), failedClean: ended('FAILED_CLEAN'), quarantined: ended('QUARANTINED'), deferred: ended('DEFERRED'), blocked: ended('BLOCKED'),
    cancelled: ended('CANCELLED'), open: rows.filter((row) => runIsOpen(row.state.kind)).length,
    unavailableSeconds: { lower: sum((row) => row.lowerSeconds), upper: sum((row) => row.upperSeconds) }, reattachments: sum((row) => row.reattachments),
    nodes: rows.map(({ reattachments: _counted, ...node }) => node),
  };
}
