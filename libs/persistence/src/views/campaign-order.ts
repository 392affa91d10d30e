import { type CampaignStateKind } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { decodeCursor } from '../database/page.ts';
import { texts } from '../database/transaction.ts';
import { type CampaignOrder, type CampaignView } from './view.ts';

export const newestFirst: CampaignOrder = { by: 'created', direction: 'desc' };

/** What runs or waits for a person first, what has ended last. */
const stateRanks = [
  'RUNNING', 'HALTING', 'CANCELLING', 'PAUSED', 'HALTED', 'AWAITING_APPROVAL', 'SCHEDULED', 'INVALID', 'REJECTED', 'DRAFT', 'COMPLETED_WITH_EXCEPTIONS', 'COMPLETED', 'CANCELLED',
] as const satisfies readonly CampaignStateKind[];

const created = sql`date_trunc('milliseconds', c.created_at)`;
const stateRank = sql`array_position(${texts(stateRanks)}, c.state_kind)`;
const directionOf = ({ direction }: CampaignOrder): RawBuilder<unknown> => (direction === 'asc' ? sql`ASC` : sql`DESC`);
const beyond = ({ direction }: CampaignOrder): RawBuilder<unknown> => (direction === 'asc' ? sql`>` : sql`<`);

/** Order of campaigns `c`; no two are equal in it. */
export function campaignOrder(order: CampaignOrder): RawBuilder<unknown> {
  if (order.by === 'created') return sql`${created} ${directionOf(order)}, c.campaign_id ${directionOf(order)}`;
  return sql`${order.by === 'name' ? sql`c.name` : stateRank} ${directionOf(order)}, ${created} DESC, c.campaign_id DESC`;
}

/** The place of a row in it, for a cursor. */
export function campaignKey({ by }: CampaignOrder, { name, state, createdAt, campaignId }: CampaignView): readonly (string | number)[] {
  if (by === 'created') return [createdAt.getTime(), campaignId];
  return [by === 'name' ? name : stateRanks.indexOf(state.kind) + 1, createdAt.getTime(), campaignId];
}

/** Rows after a cursor of the same order; a cursor of another one is none. */
export function campaignsAfter(order: CampaignOrder, cursor: string | null | undefined): RawBuilder<unknown> {
  if (order.by === 'created') {
    const after = decodeCursor(cursor, ['number', 'text']);
    return after === null ? sql`true` : sql`(${created}, c.campaign_id) ${beyond(order)} (to_timestamp(${after[0]}::double precision / 1000), ${after[1]})`;
  }
  const after = order.by === 'name' ? decodeCursor(cursor, ['text', 'number', 'text']) : decodeCursor(cursor, ['number', 'number', 'text']);
  if (after === null) return sql`true`;
  const place = order.by === 'name' ? sql`c.name` : stateRank;
  const [first, at, id] = after;
  const key = order.by === 'name' ? sql`${first}` : sql`${first}::int`;
  return sql`(${place} ${beyond(order)} ${key} OR (${place} = ${key} AND (${created}, c.campaign_id) < (to_timestamp(${at}::double precision / 1000), ${id})))`;
}
