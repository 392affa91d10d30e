import { type CampaignSpec } from '@skein/core';
import { sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { type Tx } from '../database/transaction.ts';
import { type CampaignHead } from './campaign-command.ts';

/** A campaign's row as a transaction holds it. */
export interface CampaignRow extends CampaignHead {
  readonly spec: CampaignSpec;
  readonly authorId: string;
  readonly lastEditorId: string;
  readonly startedAt: Date | null;
  /** The transaction's time by the database server's clock. */
  readonly now: Date;
}

const columns = sql.raw(`campaign_id AS "campaignId", name, kind, source, state, version, epoch, spec, author_id AS "authorId", last_editor_id AS "lastEditorId",
  revision_digest AS revision, parent_id AS "parentId", started_at AS "startedAt", now() AS now`);

/** FOR NO KEY UPDATE: excludes permits and other commands, but not the foreign keys of rows that are inserted beside. */
export async function lockCampaign(tx: Tx, campaignId: string): Promise<CampaignRow | null> {
  const { rows: [row] } = await sql<CampaignRow>`/* lockCampaign */ SELECT ${columns} FROM campaign WHERE campaign_id = ${campaignId} FOR NO KEY UPDATE`.execute(tx);
  return row ?? null;
}

/** The campaigns of a run, its own first; always locked in the order of their ids. */
export async function lockCampaignsOfRuns(tx: Tx, runIds: readonly string[]): Promise<Map<string, CampaignRow>> {
  const { rows } = await sql<CampaignRow>`/* lockCampaignsOfRuns */ SELECT ${columns} FROM campaign WHERE campaign_id IN (
      SELECT campaign_id FROM node_run WHERE run_id = ANY (${[...runIds]}::text[]) UNION SELECT driven_by FROM node_run WHERE run_id = ANY (${[...runIds]}::text[]) AND driven_by IS NOT NULL)
    ORDER BY campaign_id FOR NO KEY UPDATE`.execute(tx);
  return new Map(rows.map((row) => [row.campaignId, row]));
}

export async function readCampaign(db: Queries, campaignId: string): Promise<CampaignRow | null> {
  const { rows: [row] } = await sql<CampaignRow>`/* readCampaign */ SELECT ${columns} FROM campaign WHERE campaign_id = ${campaignId}`.execute(db);
  return row ?? null;
}

export const headOf = ({ campaignId, name, kind, source, state, version, epoch, revision, parentId }: CampaignRow): CampaignHead => ({ campaignId, name, kind, source, state, version, epoch, revision, parentId });
