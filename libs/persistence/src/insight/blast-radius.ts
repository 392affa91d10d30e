import { sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { eachCampaign, forEachCampaign, type OfCampaign, rowOfEach } from '../views/for-each-campaign.ts';
import { plannedMembers } from './members-of-campaign.ts';

export interface BlastRadiusView {
  readonly nodes: number;
  readonly sites: readonly { readonly value: string; readonly count: number }[];
  readonly domains: readonly { readonly domain: string; readonly members: number; readonly nodeCount: number; readonly unavailableMax: number | null }[];
  readonly services: readonly { readonly service: { readonly id: string; readonly name: string; readonly owner: string; readonly floor: number; readonly memberCount: number }; readonly members: number }[];
  readonly byOs: readonly { readonly value: string; readonly count: number }[];
}

/** What the plan in force touches, with names, budgets and systems as they are now. */
export async function blastRadius(db: Queries, campaignIds: readonly string[]): Promise<ReadonlyMap<string, BlastRadiusView>> {
  const { rows } = await sql<BlastRadiusView & OfCampaign>`/* campaignInsights.blastRadius */ ${forEachCampaign(campaignIds, sql`
    WITH planned AS ${plannedMembers(sql`(SELECT revision_digest FROM campaign WHERE campaign_id = ${eachCampaign})`)},
    touched AS (SELECT n.node_id, s.name AS site, n.domains, coalesce(n.os_id || '-' || coalesce(n.os_minor, n.os_version, ''), 'unknown') AS os FROM planned p JOIN node n ON n.node_id = p.node_id JOIN site s ON s.site_id = n.site_id),
    site AS (SELECT site AS value, count(*)::int AS count FROM touched GROUP BY 1),
    os AS (SELECT os AS value, count(*)::int AS count FROM touched GROUP BY 1),
    domain AS (SELECT d.domain, count(*)::int AS members FROM touched t, unnest(t.domains) AS d (domain) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 50),
    carried AS (SELECT m.service_id, count(*)::int AS members FROM touched t JOIN service_member m ON m.node_id = t.node_id GROUP BY 1)
    SELECT (SELECT count(*)::int FROM planned) AS nodes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('value', value, 'count', count) ORDER BY count DESC, value), '[]') FROM site) AS sites,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('value', value, 'count', count) ORDER BY count DESC, value), '[]') FROM os) AS "byOs",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('domain', d.domain, 'members', d.members, 'unavailableMax', b.max_unavailable,
        'nodeCount', (SELECT count(*) FROM node n WHERE n.domains @> ARRAY[d.domain] AND NOT n.retired)) ORDER BY d.members DESC, d.domain), '[]') FROM domain d LEFT JOIN disruption_budget b ON b.domain = d.domain) AS domains,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('members', s.members, 'service', s.service) ORDER BY s.name), '[]') FROM (
        SELECT k.members, x.name, jsonb_build_object('id', x.service_id, 'name', x.name, 'owner', x.owner, 'floor', x.floor,
          'memberCount', (SELECT count(*) FROM service_member m WHERE m.service_id = x.service_id)) AS service
        FROM carried k JOIN service x ON x.service_id = k.service_id ORDER BY x.name LIMIT 200) s) AS services
    FROM campaign c WHERE c.campaign_id = ${eachCampaign} AND c.revision_digest IS NOT NULL`)}`.execute(db);
  return rowOfEach(rows);
}
