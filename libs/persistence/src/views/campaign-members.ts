import { type RawBuilder, sql } from 'kysely';
import { texts } from '../database/transaction.ts';
import { counted } from '../wave/read-wave.ts';

/**
 * `campaign_id, wave, node_id` of the members of plans in force, as waves count them: frozen ones after the start, those of the plan before.
 * A member that has a second try in the tail wave is in two waves.
 */
export const campaignMembers = (campaignIds: readonly string[]): RawBuilder<unknown> => sql`(
  SELECT campaign_id, wave, node_id FROM wave_member WHERE campaign_id = ANY (${texts(campaignIds)}) AND ${counted}
  UNION ALL SELECT c.campaign_id, (planned.wave ->> 'number')::int, member ->> 'nodeId'
  FROM campaign c JOIN plan_revision p ON p.digest = c.revision_digest, jsonb_array_elements(p.waves) AS planned (wave), jsonb_array_elements(planned.wave -> 'members') AS member
  WHERE c.campaign_id = ANY (${texts(campaignIds)}) AND c.state_kind NOT IN ('DRAFT', 'INVALID') AND NOT EXISTS (SELECT FROM wave WHERE wave.campaign_id = c.campaign_id))`;
