import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { texts } from '../database/transaction.ts';
import { foldNodeStatus } from '../fleet/fold-node-status.ts';
import { counted } from '../wave/read-wave.ts';
import { campaignMembers } from './campaign-members.ts';
import { classCounts } from './fleet-counts.ts';
import { type CampaignClassesView, type WaveDomainView } from './fleet-view.ts';

const domainsMax = 50;

interface ClassRow { readonly campaign_id: string; readonly wave: number | null; readonly state_class: number; readonly nodes: number }

/** Of several campaigns in one pass over their members. Those that a tail wave tries again are in two waves; they are taken off the campaign's own numbers. */
export async function classesOfCampaigns(database: Database, campaignIds: readonly string[]): Promise<ReadonlyMap<string, CampaignClassesView>> {
  await foldNodeStatus(database);
  // A tail wave comes after all that were planned. Looked for one by one, since mostly there is none.
  const { rows } = await sql<ClassRow>`/* campaignViews.classes */
    WITH tail AS MATERIALIZED (SELECT w.campaign_id, w.number FROM wave w JOIN campaign c ON c.campaign_id = w.campaign_id JOIN plan_revision p ON p.digest = c.revision_digest
      WHERE w.campaign_id = ANY (${texts(campaignIds)}) AND w.number > p.wave_count)
    SELECT m.campaign_id, m.wave, t.state_class, count(*)::int AS nodes FROM ${campaignMembers(campaignIds)} m JOIN node_status t ON t.node_id = m.node_id GROUP BY 1, 2, 3
    UNION ALL SELECT tail.campaign_id, NULL, t.state_class, -count(*)::int FROM tail, LATERAL (
      SELECT again.node_id FROM wave_member again WHERE again.campaign_id = tail.campaign_id AND again.wave = tail.number AND ${counted} AND again.node_id IN (
        SELECT node_id FROM wave_member WHERE campaign_id = tail.campaign_id AND wave < tail.number AND ${counted}) OFFSET 0) again JOIN node_status t ON t.node_id = again.node_id GROUP BY 1, 3`.execute(database.db);
  const byCampaign = Map.groupBy(rows, (row) => row.campaign_id);
  return new Map(campaignIds.map((id) => [id, classesOf(byCampaign.get(id) ?? [])]));
}

function classesOf(rows: readonly ClassRow[]): CampaignClassesView {
  const byWave = Map.groupBy(rows.filter((row) => row.wave !== null), (row) => row.wave ?? 0);
  return { byStateClass: classCounts(rows), byWave: new Map([...byWave].map(([wave, some]) => [wave, classCounts(some)])) };
}

interface DomainRow { readonly campaign_id: string; readonly wave: number; readonly domain: string; readonly state_class: number; readonly nodes: number }

/** By campaign and wave. A path of one part is its own domain. */
export async function domainsOfWaves(database: Database, campaignIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<number, readonly WaveDomainView[]>>> {
  await foldNodeStatus(database);
  const { rows } = await sql<DomainRow>`/* campaignViews.waveDomains */
    SELECT m.campaign_id, m.wave, split_part(t.rack, '/', 1) || CASE WHEN position('/' IN t.rack) > 0 THEN '/' || split_part(t.rack, '/', 2) ELSE '' END AS domain, t.state_class, count(*)::int AS nodes
    FROM ${campaignMembers(campaignIds)} m JOIN node_status t ON t.node_id = m.node_id WHERE t.rack <> '' GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3`.execute(database.db);
  return new Map([...Map.groupBy(rows, (row) => row.campaign_id)].map(([campaignId, ofCampaign]) =>
    [campaignId, new Map([...Map.groupBy(ofCampaign, (row) => row.wave)].map(([wave, ofWave]) => [wave, domainsOf(ofWave)]))]));
}

const domainsOf = (rows: readonly DomainRow[]): readonly WaveDomainView[] => [...Map.groupBy(rows, (row) => row.domain)].slice(0, domainsMax)
  .map(([domain, some]) => ({ domain, members: some.reduce((sum, row) => sum + row.nodes, 0), byStateClass: classCounts(some) }));
