import { type CampaignSpec, type DocumentNames } from '@skein/core';
import { sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { texts } from '../database/transaction.ts';

/**
 * Names under which `readDocumentIds` finds the same things again. A profile that is not the newest of its name, and whatever is not there
 * any more, is named by its id; a node by `source/externalId` where its host name would not find it, or another node.
 */
export async function readDocumentNames(db: Queries, specs: readonly CampaignSpec[]): Promise<DocumentNames> {
  const nodeIds = specs.flatMap(({ selector }) => selector.nodeIds ?? []);
  const siteIds = specs.flatMap(({ selector }) => selector.siteIds ?? []);
  const { rows } = await sql<{ kind: 'node' | 'site' | 'profile'; id: string; name: string }>`/* readDocumentNames */
    SELECT 'node' AS kind, n.node_id AS id, CASE WHEN EXISTS (SELECT FROM node x WHERE x.hostname = n.hostname AND x.node_id <> n.node_id)
        OR EXISTS (SELECT FROM node x WHERE x.source || '/' || x.external_id = n.hostname AND position('/' IN n.hostname) > 0) THEN n.source || '/' || n.external_id ELSE n.hostname END AS name
      FROM node n WHERE n.node_id = ANY (${texts(nodeIds)})
    UNION ALL SELECT 'site', site_id, name FROM site WHERE site_id = ANY (${texts(siteIds)})
    UNION ALL SELECT 'profile', t.target_profile_id, t.name FROM target_profile t WHERE t.target_profile_id = ANY (${texts(specs.map(({ targetProfileId }) => targetProfileId))})
      AND t.target_profile_id = (SELECT x.target_profile_id FROM target_profile x WHERE x.name = t.name ORDER BY x.created_at DESC, x.target_profile_id LIMIT 1)`.execute(db);
  const namesOf = (kind: string): ((id: string) => string) => {
    const names = new Map(rows.filter((row) => row.kind === kind).map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? id;
  };
  return { targetProfile: namesOf('profile'), site: namesOf('site'), node: namesOf('node') };
}
