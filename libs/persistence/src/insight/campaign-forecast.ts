import { type Forecast, forecastEnd, instant } from '@skein/core';
import { sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { eachCampaign, forEachCampaign, type OfCampaign } from '../views/for-each-campaign.ts';
import { runsOfCampaign } from '../views/runs-of-campaign.ts';
import { membersOfCampaign } from './members-of-campaign.ts';

// Core looks at so many gaps and no more.
const endsMax = 501;

interface PaceRow extends OfCampaign { readonly startedAt: Date; readonly now: Date; readonly seed: number; readonly members: number; readonly ended: number; readonly ends: readonly number[] | null }

/** Only while it runs: what is paused or halted has no pace that leads anywhere. */
export async function campaignForecast(db: Queries, campaignIds: readonly string[]): Promise<ReadonlyMap<string, Forecast | null>> {
  const { rows } = await sql<PaceRow>`/* campaignInsights.forecast */ ${forEachCampaign(campaignIds, sql`
    WITH last AS (SELECT DISTINCT ON (r.node_id) r.node_id, r.settled_at FROM ${runsOfCampaign(eachCampaign)} r ORDER BY r.node_id, r.in_wave DESC),
    ended AS (SELECT l.settled_at FROM last l JOIN ${membersOfCampaign(eachCampaign)} m USING (node_id) WHERE l.settled_at IS NOT NULL)
    SELECT c.started_at AS "startedAt", now() AS now, (c.spec ->> 'seed')::double precision AS seed, (SELECT count(*)::int FROM ${membersOfCampaign(eachCampaign)} m) AS members, (SELECT count(*)::int FROM ended) AS ended,
      (SELECT array_agg(extract(epoch FROM e.settled_at) * 1000 ORDER BY e.settled_at)::double precision[] FROM (SELECT settled_at FROM ended ORDER BY settled_at DESC LIMIT ${endsMax}) e) AS ends
    FROM campaign c WHERE c.campaign_id = ${eachCampaign} AND c.state_kind = 'RUNNING' AND c.started_at IS NOT NULL`)}`.execute(db);
  return new Map(rows.map((row) => [row.campaignId, forecastEnd({ startedAt: instant(row.startedAt.getTime()), endedAt: (row.ends ?? []).map((end) => instant(end)), remaining: row.members - row.ended, now: instant(row.now.getTime()), seed: row.seed })]));
}
