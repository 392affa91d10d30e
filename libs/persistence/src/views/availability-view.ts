import { type RawBuilder, sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { decodeCursor, pageOf, pageOffset, pageSize, type Page, type PageRequest } from '../database/page.ts';
import { type AvailabilityView } from './view.ts';

/**
 * Seconds that a node was unavailable between a campaign's start and its end, or now: the union of its intervals, so that a drain and a
 * failing probe at the same time are not counted twice. Expects a row `c` (campaign) and a node id.
 */
export const unavailableSeconds = (nodeId: RawBuilder<unknown>, withUnknown: boolean): RawBuilder<unknown> => sql`
  (SELECT coalesce(sum(extract(epoch FROM upper(piece) - lower(piece))), 0)::double precision FROM (
    SELECT unnest(range_agg(tstzrange(i.from_at, coalesce(i.until_at, now()))) * tstzmultirange(tstzrange(c.started_at, coalesce(c.finished_at, now())))) AS piece
    FROM availability_interval i WHERE i.node_id = ${nodeId} AND (i.until_at IS NULL OR i.until_at > c.started_at) AND ${withUnknown ? sql`true` : sql`i.status = 'UNAVAILABLE'`}) pieces)`;

export async function availabilityPage({ db }: Database, campaignId: string, page: PageRequest): Promise<Page<AvailabilityView>> {
  const size = pageSize(page);
  const after = decodeCursor(page.after, ['text', 'text']);
  const { rows } = await sql<AvailabilityView>`/* availabilityPage */
    SELECT n.node_id AS "nodeId", n.hostname, ${unavailableSeconds(sql`n.node_id`, false)} AS "lowerSeconds", ${unavailableSeconds(sql`n.node_id`, true)} AS "upperSeconds"
    FROM campaign c JOIN node n ON n.node_id IN (SELECT r.node_id FROM node_run r WHERE r.campaign_id = c.campaign_id OR r.driven_by = c.campaign_id)
    WHERE c.campaign_id = ${campaignId} AND c.started_at IS NOT NULL AND ${after === null ? sql`true` : sql`(n.hostname, n.node_id) > (${after[0]}, ${after[1]})`}
    ORDER BY n.hostname, n.node_id LIMIT ${size + 1} OFFSET ${pageOffset(page)}`.execute(db);
  return pageOf(rows, size, (row) => [row.hostname, row.nodeId]);
}
