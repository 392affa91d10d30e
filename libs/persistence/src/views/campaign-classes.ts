import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { foldNodeStatus } from '../fleet/fold-node-status.ts';
import { campaignMembers } from './campaign-members.ts';
import { classCounts } from './fleet-counts.ts';
import { type StateClassCounts, type WaveClassesView } from './fleet-view.ts';

const domainsMax = 50;

/** Planned members of several campaigns by the class that each node has now, each node once: as many as `nodes` finds for the campaign and the class. */
export async function classesOfCampaigns(database: Database, campaignIds: readonly string[]): Promise<ReadonlyMap<string, StateClassCounts>> {
  await foldNodeStatus(database);
  const { rows } = await sql<{ campaign_id: string; state_class: number; nodes: number }>`/* campaignViews.classes */
    SELECT m.campaign_id, t.state_class, count(*)::int AS nodes FROM (SELECT DISTINCT campaign_id, node_id FROM ${campaignMembers(campaignIds)} every_wave) m JOIN node_status t ON t.node_id = m.node_id GROUP BY 1, 2`.execute(database.db);
  const byCampaign = Map.groupBy(rows, (row) => row.campaign_id);
  return new Map(campaignIds.map((id) => [id, classCounts(byCampaign.get(id) ?? [])]));
}

interface WaveRow { readonly campaign_id: string; readonly wave: number; readonly domain: string | null; readonly state_class: number; readonly nodes: number }

/** The same for each wave, and for the failure domains in it; by campaign and wave. A path of one part is its own domain. */
export async function classesOfWaves(database: Database, campaignIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<number, WaveClassesView>>> {
  await foldNodeStatus(database);
  const { rows } = await sql<WaveRow>`/* campaignViews.waveClasses */
    SELECT m.campaign_id, m.wave, CASE WHEN t.rack <> '' THEN split_part(t.rack, '/', 1) || CASE WHEN position('/' IN t.rack) > 0 THEN '/' || split_part(t.rack, '/', 2) ELSE '' END END AS domain, t.state_class, count(*)::int AS nodes
    FROM ${campaignMembers(campaignIds)} m JOIN node_status t ON t.node_id = m.node_id GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3`.execute(database.db);
  return new Map([...Map.groupBy(rows, (row) => row.campaign_id)].map(([campaignId, ofCampaign]) =>
    [campaignId, new Map([...Map.groupBy(ofCampaign, (row) => row.wave)].map(([wave, ofWave]) => [wave, waveClasses(ofWave)]))]));
}

function waveClasses(rows: readonly WaveRow[]): WaveClassesView {
  const byDomain = Map.groupBy(rows.filter((row) => row.domain !== null), (row) => row.domain ?? '');
  const domains = [...byDomain].slice(0, domainsMax).map(([domain, some]) => ({ domain, members: some.reduce((sum, row) => sum + row.nodes, 0), byStateClass: classCounts(some) }));
  return { byStateClass: classCounts(rows), domains };
}
