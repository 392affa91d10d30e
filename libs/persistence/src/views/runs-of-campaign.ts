import { type RawBuilder, sql } from 'kysely';

/**
 * Runs of a campaign and those that it adopted, each once and each by its own index. `in_wave`: the wave of this campaign that it is in,
 * for an adopted run not the one that it began in.
 */
export const runsOfCampaign = (campaignId: RawBuilder<unknown>): RawBuilder<unknown> => sql`(SELECT own.*, own.wave AS in_wave FROM node_run own WHERE own.campaign_id = ${campaignId}
  UNION ALL SELECT adopted.*, m.wave FROM node_run adopted JOIN wave_member m ON m.adopted_run_id = adopted.run_id AND m.campaign_id = adopted.driven_by WHERE adopted.driven_by = ${campaignId})`;
