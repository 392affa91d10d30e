import { sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { eachCampaign, forEachCampaign, type OfCampaign } from '../views/for-each-campaign.ts';
import { runsOfCampaign } from '../views/runs-of-campaign.ts';
import { membersOfCampaign } from './members-of-campaign.ts';

export interface BurnDownPointView {
  readonly at: Date;
  readonly remaining: number;
}

// The first and the last point are the start and now.
const spansMax = 198;

interface BurnDownRow extends OfCampaign { readonly startedAt: Date; readonly untilAt: Date; readonly members: number; readonly ends: readonly { readonly at: string; readonly ended: number }[] | null }

/**
 * By the end of each node's last run as it is known today: a run that was tried again counts when its second try ended. Ends that lie
 * close together are one point, at the last of them.
 */
export async function burnDown(db: Queries, campaignIds: readonly string[]): Promise<ReadonlyMap<string, readonly BurnDownPointView[]>> {
  const { rows } = await sql<BurnDownRow>`/* campaignInsights.burnDown */ ${forEachCampaign(campaignIds, sql`
    WITH c AS (SELECT started_at, greatest(coalesce(finished_at, now()), started_at) AS until_at FROM campaign WHERE campaign_id = ${eachCampaign} AND started_at IS NOT NULL),
    members AS ${membersOfCampaign(eachCampaign)},
    last AS (SELECT DISTINCT ON (r.node_id) r.node_id, r.settled_at FROM ${runsOfCampaign(eachCampaign)} r ORDER BY r.node_id, r.in_wave DESC),
    ends AS (SELECT max(l.settled_at) AS at, count(*)::int AS ended FROM c, last l JOIN members USING (node_id) WHERE l.settled_at IS NOT NULL
      GROUP BY floor(extract(epoch FROM l.settled_at - c.started_at) * ${spansMax - 1} / greatest(extract(epoch FROM c.until_at - c.started_at), 0.001)))
    SELECT c.started_at AS "startedAt", c.until_at AS "untilAt", (SELECT count(*)::int FROM members) AS members, (SELECT jsonb_agg(jsonb_build_object('at', at, 'ended', ended) ORDER BY at) FROM ends) AS ends FROM c`)}`.execute(db);
  return new Map(rows.map((row) => [row.campaignId, pointsOf(row)]));
}

function pointsOf(row: BurnDownRow): readonly BurnDownPointView[] {
  const points: BurnDownPointView[] = [{ at: row.startedAt, remaining: row.members }];
  let remaining = row.members;
  for (const { at, ended } of row.ends ?? []) {
    remaining -= ended;
    points.push({ at: new Date(at), remaining });
  }
  return points.at(-1)?.at.getTime() === row.untilAt.getTime() ? points : [...points, { at: row.untilAt, remaining }];
}
