import { type WavePlan } from '@skein/core';
import { sql } from 'kysely';
import { json, type Tx } from '../database/transaction.ts';

/** Freezes who is in which wave. */
export async function insertWaves(tx: Tx, campaignId: string, waves: readonly WavePlan[]): Promise<void> {
  await sql`/* insertWaves */ WITH given AS (SELECT (w ->> 'number')::int AS number, w -> 'members' AS members, w -> 'alternates' AS alternates FROM jsonb_array_elements(${json(waves)}) AS w),
    opened AS (INSERT INTO wave (campaign_id, number, state) SELECT ${campaignId}, number, '{"kind": "PENDING"}' FROM given)
    INSERT INTO wave_member (campaign_id, wave, node_id, ordinal, alternate, member)
    SELECT ${campaignId}, number, m.member ->> 'nodeId', m.ordinal, false, m.member FROM given, jsonb_array_elements(members) WITH ORDINALITY AS m (member, ordinal)
    UNION ALL SELECT ${campaignId}, number, m.member ->> 'nodeId', m.ordinal, true, m.member FROM given, jsonb_array_elements(alternates) WITH ORDINALITY AS m (member, ordinal)`.execute(tx);
}
