import { type CampaignDocument, type CampaignSpec, documentOf } from '@skein/core';
import { sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { readDocumentNames } from '../document/document-names.ts';

export async function campaignDocument(db: Queries, campaignId: string): Promise<CampaignDocument | null> {
  const { rows: [row] } = await sql<{ spec: CampaignSpec }>`/* campaignInsights.document */ SELECT spec FROM campaign WHERE campaign_id = ${campaignId}`.execute(db);
  return row === undefined ? null : documentOf(row.spec, await readDocumentNames(db, [row.spec]));
}
