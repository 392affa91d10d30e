import { sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { eachCampaign, forEachCampaign, type OfCampaign, rowOfEach } from '../views/for-each-campaign.ts';
import { runsOfCampaign } from '../views/runs-of-campaign.ts';

export interface CampaignLossesView {
  /** Of all nodes together, certainly unavailable. */
  readonly lowerSeconds: number;
  /** The same plus seconds that nobody observed. */
  readonly upperSeconds: number;
  readonly reattachments: number;
}

/** Summed over all nodes that had a run, each node's overlaps merged first: what `summarize` says of each, without the list. */
export async function campaignLosses(db: Queries, campaignIds: readonly string[]): Promise<ReadonlyMap<string, CampaignLossesView>> {
  const { rows } = await sql<CampaignLossesView & OfCampaign>`/* campaignInsights.losses */ ${forEachCampaign(campaignIds, sql`
    WITH c AS (SELECT started_at, coalesce(finished_at, now()) AS until_at FROM campaign WHERE campaign_id = ${eachCampaign}),
    runs AS (SELECT DISTINCT ON (r.node_id) r.run_id, r.node_id FROM ${runsOfCampaign(eachCampaign)} r ORDER BY r.node_id, r.in_wave DESC),
    merged AS (SELECT range_agg(tstzrange(i.from_at, coalesce(i.until_at, now()))) FILTER (WHERE i.status = 'UNAVAILABLE') AS down, range_agg(tstzrange(i.from_at, coalesce(i.until_at, now()))) AS doubt
      FROM c, runs JOIN availability_interval i ON i.node_id = runs.node_id WHERE i.from_at < c.until_at AND (i.until_at IS NULL OR i.until_at > c.started_at) GROUP BY i.node_id)
    SELECT (SELECT coalesce(sum(extract(epoch FROM upper(p) - lower(p))), 0)::double precision FROM merged m, c, unnest(m.down * tstzmultirange(tstzrange(c.started_at, c.until_at))) AS p) AS "lowerSeconds",
      (SELECT coalesce(sum(extract(epoch FROM upper(p) - lower(p))), 0)::double precision FROM merged m, c, unnest(m.doubt * tstzmultirange(tstzrange(c.started_at, c.until_at))) AS p) AS "upperSeconds",
      (SELECT coalesce(sum(greatest(0, j.attachments - 1)), 0)::int FROM runs JOIN node_job j ON j.run_id = runs.run_id) AS reattachments`)}`.execute(db);
  return rowOfEach(rows);
}
