import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { texts } from '../database/transaction.ts';
import { counted } from '../wave/read-wave.ts';
import { runsOfCampaign } from './runs-of-campaign.ts';
import { type WaveView } from './view.ts';

/** Of several campaigns at once, in order. Waves that nobody started yet are read from the plan; while that is being written anew there are none. */
export async function listWaves({ db }: Database, campaignIds: readonly string[]): Promise<ReadonlyMap<string, readonly WaveView[]>> {
  const id = sql`asked.campaign_id`;
  const { rows } = await sql<Omit<WaveView, 'counts'> & { readonly counts: WaveView['counts'] | null }>`/* campaignViews.waves */
    SELECT shown.* FROM unnest(${texts(campaignIds)}) AS asked (campaign_id), LATERAL (
    WITH kind AS (SELECT r.in_wave AS wave, r.state_kind, count(*) AS runs, count(*) FILTER (WHERE r.overdue) AS overdue, min(s.exposure_seconds) FILTER (WHERE r.state_kind = 'SOAKING') AS soaked
        FROM ${runsOfCampaign(id)} r LEFT JOIN soak s ON s.run_id = r.run_id AND s.attempt = r.attempt AND s.ended_at IS NULL GROUP BY 1, 2),
    tally AS (SELECT wave, jsonb_object_agg(state_kind, runs) AS counts, sum(overdue)::int AS overdue, min(soaked) AS soaked FROM kind GROUP BY wave),
    member AS (SELECT wave, count(*)::int AS members FROM wave_member WHERE campaign_id = ${id} AND ${counted} GROUP BY wave)
    SELECT w.campaign_id AS "campaignId", w.number, w.state, coalesce(member.members, 0) AS members, tally.counts, coalesce(tally.overdue, 0) AS overdue, tally.soaked AS "soakedSeconds",
      w.entered_at AS "enteredAt", w.opened_at AS "openedAt", w.closed_at AS "closedAt"
    FROM wave w LEFT JOIN member ON member.wave = w.number LEFT JOIN tally ON tally.wave = w.number WHERE w.campaign_id = ${id}
    UNION ALL
    SELECT c.campaign_id, (planned.wave ->> 'number')::int, '{"kind": "PENDING"}', jsonb_array_length(planned.wave -> 'members'), NULL, 0, NULL, p.created_at, NULL, NULL
    FROM campaign c JOIN plan_revision p ON p.digest = c.revision_digest, jsonb_array_elements(p.waves) AS planned (wave)
    WHERE c.campaign_id = ${id} AND c.state_kind NOT IN ('DRAFT', 'INVALID') AND NOT EXISTS (SELECT FROM wave WHERE wave.campaign_id = c.campaign_id)) shown
    ORDER BY shown."campaignId", shown.number`.execute(db);
  return Map.groupBy(rows.map((row) => ({ ...row, counts: row.counts ?? {} })), (row) => row.campaignId);
}
