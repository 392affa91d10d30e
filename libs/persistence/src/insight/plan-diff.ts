import { type CampaignSpec, type DocumentChange, documentChanges, documentOf, type PlanDigest } from '@skein/core';
import { sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { readDocumentNames } from '../document/document-names.ts';
import { eachCampaign, forEachCampaign, type OfCampaign } from '../views/for-each-campaign.ts';
import { plannedMembers } from './members-of-campaign.ts';

export interface PlanDiffView {
  readonly againstDigest: PlanDigest;
  readonly added: readonly string[];
  readonly addedCount: number;
  readonly removed: readonly string[];
  readonly removedCount: number;
  readonly changes: readonly SpecChangeView[];
}

/** Values as JSON; null: was not there, or is not any more. */
export interface SpecChangeView {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

type DiffRow = OfCampaign & Omit<PlanDiffView, 'changes'> & { readonly before: CampaignSpec; readonly after: CampaignSpec };

/** Every submission names the revision that it replaces. A rollback names its parent's, which is no earlier version of it. */
export async function planDiff(db: Queries, campaignIds: readonly string[]): Promise<ReadonlyMap<string, PlanDiffView>> {
  const { rows } = await sql<DiffRow>`/* campaignInsights.planDiff */ ${forEachCampaign(campaignIds, sql`
    WITH c AS (SELECT now.digest, was.digest AS was, now.spec AS after, was.spec AS before FROM campaign c JOIN plan_revision now ON now.digest = c.revision_digest
        JOIN plan_revision was ON was.digest = now.parent_digest WHERE c.campaign_id = ${eachCampaign} AND c.kind = 'migrate'),
    is_in AS ${plannedMembers(sql`(SELECT digest FROM c)`)}, was_in AS ${plannedMembers(sql`(SELECT was FROM c)`)},
    added AS (SELECT hostname FROM is_in WHERE NOT EXISTS (SELECT FROM was_in WHERE was_in.node_id = is_in.node_id)),
    removed AS (SELECT hostname FROM was_in WHERE NOT EXISTS (SELECT FROM is_in WHERE is_in.node_id = was_in.node_id))
    SELECT was AS "againstDigest", before, after, (SELECT count(*)::int FROM added) AS "addedCount", (SELECT count(*)::int FROM removed) AS "removedCount",
      ARRAY(SELECT hostname FROM added ORDER BY hostname LIMIT 200) AS added, ARRAY(SELECT hostname FROM removed ORDER BY hostname LIMIT 200) AS removed FROM c`)}`.execute(db);
  if (rows.length === 0) return new Map();
  const names = await readDocumentNames(db, rows.flatMap(({ before, after }) => [before, after]));
  return new Map(rows.map(({ campaignId, before, after, ...diff }) => [campaignId, { ...diff, changes: documentChanges(documentOf(before, names), documentOf(after, names)).map(specChange) }]));
}

const valueText = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

export const specChange = ({ path, before, after }: DocumentChange): SpecChangeView => ({ path, before: valueText(before), after: valueText(after) });

