import { type RawBuilder, sql } from 'kysely';
import { texts } from '../database/transaction.ts';

/** The campaign that `forEachCampaign` asks about, for use inside of its statement. */
export const eachCampaign = sql`asked.campaign_id`;

/**
 * What `answer` says of one campaign, for several in one statement: a list asks once and not once per row. Rows come with `campaignId`;
 * they are in an order only if the statement ends with one.
 */
export const forEachCampaign = (campaignIds: readonly string[], answer: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`SELECT asked.campaign_id AS "campaignId", answer.* FROM unnest(${texts(campaignIds)}) AS asked (campaign_id), LATERAL (${answer}) answer`;

export interface OfCampaign { readonly campaignId: string }

/** The one row of each campaign, without the campaign's id. */
export const rowOfEach = <Row extends OfCampaign>(rows: readonly Row[]): ReadonlyMap<string, Omit<Row, 'campaignId'>> => new Map(rows.map(({ campaignId, ...row }) => [campaignId, row]));
