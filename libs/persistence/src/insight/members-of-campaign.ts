import { type RawBuilder, sql } from 'kysely';
import { counted } from '../wave/read-wave.ts';

/** Nodes of a started campaign, each once, however many of its waves they are in. */
export const membersOfCampaign = (campaignId: RawBuilder<unknown>): RawBuilder<unknown> => sql`(SELECT DISTINCT node_id FROM wave_member WHERE campaign_id = ${campaignId} AND ${counted})`;

/** Members that the plan in force names, each once; `hostname` as it was planned. */
export const plannedMembers = (digest: RawBuilder<unknown>): RawBuilder<unknown> => sql`(SELECT DISTINCT ON (m.member ->> 'nodeId') m.member ->> 'nodeId' AS node_id, m.member ->> 'hostname' AS hostname
  FROM plan_revision p, jsonb_array_elements(p.waves) AS w (wave), jsonb_array_elements(w.wave -> 'members') AS m (member) WHERE p.digest = ${digest} ORDER BY m.member ->> 'nodeId')`;
