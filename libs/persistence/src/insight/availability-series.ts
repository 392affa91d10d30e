import { sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { eachCampaign, forEachCampaign, type OfCampaign } from '../views/for-each-campaign.ts';
import { groupedBy } from '../views/node-parts.ts';
import { runsOfCampaign } from '../views/runs-of-campaign.ts';
import { membersOfCampaign } from './members-of-campaign.ts';

export interface AvailabilitySpanView {
  readonly from: Date;
  readonly until: Date;
  readonly lowerPercent: number;
  readonly upperPercent: number;
}

interface SpanRow extends OfCampaign { readonly from: Date; readonly until: Date; readonly nodeSeconds: number; readonly down: number; readonly doubt: number }

/**
 * Node time of a campaign in equal spans from its start to its end, or now. Each node's intervals are merged before they are cut into
 * spans, so that a drain and a failing probe at the same time count once.
 */
export async function availabilitySeries(db: Queries, campaignIds: readonly string[], spans: number): Promise<ReadonlyMap<string, readonly AvailabilitySpanView[]>> {
  const { rows } = await sql<SpanRow>`/* campaignInsights.availabilitySeries */ ${forEachCampaign(campaignIds, sql`
    WITH c AS (SELECT started_at, coalesce(finished_at, now()) AS until_at, extract(epoch FROM coalesce(finished_at, now()) - started_at)::double precision / ${spans}::int AS seconds
      FROM campaign WHERE campaign_id = ${eachCampaign} AND coalesce(finished_at, now()) > started_at),
    members AS (SELECT node_id FROM ${membersOfCampaign(eachCampaign)} m UNION SELECT r.node_id FROM ${runsOfCampaign(eachCampaign)} r),
    merged AS (SELECT i.node_id, range_agg(tstzrange(i.from_at, coalesce(i.until_at, now()))) FILTER (WHERE i.status = 'UNAVAILABLE') AS down, range_agg(tstzrange(i.from_at, coalesce(i.until_at, now()))) AS doubt
      FROM c, availability_interval i JOIN members USING (node_id) WHERE i.from_at < c.until_at AND (i.until_at IS NULL OR i.until_at > c.started_at) GROUP BY i.node_id),
    piece AS (SELECT true AS is_down, unnest(m.down * tstzmultirange(tstzrange(c.started_at, c.until_at))) AS range FROM merged m, c WHERE m.down IS NOT NULL
      UNION ALL SELECT false, unnest(m.doubt * tstzmultirange(tstzrange(c.started_at, c.until_at))) FROM merged m, c),
    -- Seconds from the start, in which the spans are counted.
    bounded AS (SELECT p.is_down, extract(epoch FROM lower(p.range) - c.started_at)::double precision AS low, extract(epoch FROM upper(p.range) - c.started_at)::double precision AS high FROM piece p, c),
    cut AS (SELECT b.is_down, s.span, greatest(0, least(b.high, (s.span + 1) * c.seconds) - greatest(b.low, s.span * c.seconds)) AS seconds
      FROM bounded b, c, generate_series(floor(b.low / c.seconds)::int, least(${spans}::int - 1, floor(b.high / c.seconds)::int)) AS s (span)),
    total AS (SELECT span, coalesce(sum(seconds) FILTER (WHERE is_down), 0) AS down, coalesce(sum(seconds) FILTER (WHERE NOT is_down), 0) AS doubt FROM cut GROUP BY span)
    SELECT c.started_at + make_interval(secs => s.span * c.seconds) AS from, c.started_at + make_interval(secs => (s.span + 1) * c.seconds) AS until,
      (SELECT count(*) FROM members)::double precision * c.seconds AS "nodeSeconds", coalesce(t.down, 0)::double precision AS down, coalesce(t.doubt, 0)::double precision AS doubt
    FROM c, generate_series(0, ${spans}::int - 1) AS s (span) LEFT JOIN total t ON t.span = s.span`)} ORDER BY answer.from`.execute(db);
  const available = (seconds: number, of: number): number => Math.min(100, Math.max(0, 100 * (1 - seconds / of)));
  return groupedBy(rows.filter((row) => row.nodeSeconds > 0), (row) => [row.campaignId, { from: row.from, until: row.until, lowerPercent: available(row.doubt, row.nodeSeconds), upperPercent: available(row.down, row.nodeSeconds) }]);
}
