import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { texts } from '../database/transaction.ts';
import { type OfCampaign } from './for-each-campaign.ts';
import { type VerdictView } from './view.ts';

/** By campaign and wave, newest first. Each wave reads only as many as are shown, however often it was judged. */
export async function verdictsOfWaves({ db }: Database, campaignIds: readonly string[], perWaveMax: number): Promise<ReadonlyMap<string, ReadonlyMap<number, readonly VerdictView[]>>> {
  const { rows } = await sql<VerdictView & OfCampaign>`/* campaignViews.verdictsOf */
    SELECT w.campaign_id AS "campaignId", judged.* FROM wave w, LATERAL (SELECT g.gate_evaluation_id::text AS "gateEvaluationId", g.wave, g.verdict AS kind, g.detail, g.evidence, g.at
      FROM gate_evaluation g WHERE g.campaign_id = w.campaign_id AND g.wave = w.number ORDER BY g.gate_evaluation_id DESC LIMIT ${perWaveMax}) judged
    WHERE w.campaign_id = ANY (${texts(campaignIds)}) ORDER BY judged."gateEvaluationId"::bigint DESC`.execute(db);
  const byCampaign = Map.groupBy(rows, (row) => row.campaignId);
  return new Map([...byCampaign].map(([campaignId, some]) => [campaignId, Map.groupBy(some.map(({ campaignId: _said, ...verdict }) => verdict), (verdict) => verdict.wave)]));
}
