import { type CampaignDocument, type CampaignSpec, documentOf } from '@skein/core';
import { sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { texts } from '../database/transaction.ts';
import { readDocumentNames } from '../document/document-names.ts';

export async function campaignDocuments(db: Queries, campaignIds: readonly string[]): Promise<ReadonlyMap<string, CampaignDocument>> {
  const { rows } = await sql<{ campaignId: string; spec: CampaignSpec }>`/* campaignInsights.documents */ SELECT campaign_id AS "campaignId", spec FROM campaign WHERE campaign_id = ANY (${texts(campaignIds)})`.execute(db);
  const names = await readDocumentNames(db, rows.map(({ spec }) => spec));
  return new Map(rows.map(({ campaignId, spec }) => [campaignId, documentOf(spec, names)]));
}
