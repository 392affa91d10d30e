import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { inKinds, permitKinds } from '../run/run-kinds.ts';
import { eachCampaign, forEachCampaign, type OfCampaign } from './for-each-campaign.ts';
import { groupedBy } from './node-parts.ts';
import { type PermitHolder } from './view.ts';

const holdersMax = 200;

/** Runs that hold a permit now, by campaign: its own and those that it adopted, by wave and name. */
export async function permitHolders({ db }: Database, campaignIds: readonly string[]): Promise<ReadonlyMap<string, readonly PermitHolder[]>> {
  const { rows } = await sql<PermitHolder & OfCampaign & { readonly wave: number }>`/* campaignViews.permitHolders */ ${forEachCampaign(campaignIds, sql`
    SELECT r.run_id AS "runId", r.node_id AS "nodeId", n.hostname, r.state_kind AS state, r.overdue, r.wave FROM node_run r JOIN node n ON n.node_id = r.node_id
    WHERE (r.campaign_id = ${eachCampaign} OR r.driven_by = ${eachCampaign}) AND r.state_kind ${inKinds(permitKinds)} ORDER BY r.wave, n.hostname, r.run_id LIMIT ${holdersMax}`)}
    ORDER BY answer.wave, answer.hostname, answer."runId"`.execute(db);
  return groupedBy(rows, ({ campaignId, wave: _sorted, ...holder }) => [campaignId, holder]);
}
