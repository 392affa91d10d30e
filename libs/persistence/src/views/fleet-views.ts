import { instant, type TargetProfile } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { decodeCursor, pageOf, pageOffset, pageSize } from '../database/page.ts';
import { foldNodeStatus } from '../fleet/fold-node-status.ts';
import { readDomains } from '../lease/read-admission.ts';
import { attendanceSecondsMax } from '../run/load-run.ts';
import { explainNode } from './explain-node.ts';
import { fleetCounts } from './fleet-counts.ts';
import { readFleetChanges, readFleetMap } from './fleet-map-rows.ts';
import { countNodes, listNodes, nodeIdsOf } from './list-nodes.ts';
import { countFacets } from './node-facets.ts';
import { factsOfNodes, listServices, restorePointsOfNodes, servicesOfNodes } from './node-parts.ts';
import { nodeSelect, nodeViewOf, type NodeViewRow } from './node-rows.ts';
import { type BudgetView, type CredentialView, type FleetViews, type NodeView, type SiteView } from './view.ts';

export const createFleetViews = (database: Database): FleetViews => {
  const { db } = database;
  const one = async (which: RawBuilder<unknown>): Promise<NodeView | null> => {
    await foldNodeStatus(database);
    const { rows } = await sql<NodeViewRow>`/* fleetViews.node */ ${nodeSelect} WHERE ${which} LIMIT 2`.execute(db);
    const [row] = rows;
    return row === undefined || rows.length > 1 ? null : nodeViewOf(row);
  };
  return {
    nodes: (filter, page, order) => listNodes(database, filter, page, order),
    countNodes: (filter) => countNodes(database, filter),
    facets: (filter, fields) => countFacets(database, filter, fields),
    nodeIds: (filter) => nodeIdsOf(database, filter),
    fleetMap: () => readFleetMap(database),
    fleetChanges: (revision) => readFleetChanges(database, revision),
    services: () => listServices(database),
    servicesOf: (nodeIds) => servicesOfNodes(database, nodeIds),
    restorePointsOf: (nodeIds) => restorePointsOfNodes(database, nodeIds),
    factsOf: (nodeIds) => factsOfNodes(database, nodeIds),
    node: (nodeId) => one(sql`n.node_id = ${nodeId}`),
    nodeByName: async (name) => (await one(sql`n.source || '/' || n.external_id = ${name}`)) ?? one(sql`n.hostname = ${name}`),
    explain: (nodeId) => explainNode(database, nodeId),
    fleet: () => fleetCounts(database),
    async sites() {
      const { rows } = await sql<SiteView & { bastionCredentials: string[] | null }>`/* fleetViews.sites */
        SELECT s.site_id AS "siteId", s.name, s.route, c.name AS credential, s.provider, s.unattended_since AS "unattendedSince",
          (SELECT array_agg(x.name ORDER BY b.place) FROM jsonb_array_elements(coalesce(s.route -> 'bastions', '[]')) WITH ORDINALITY AS b (hop, place) JOIN credential x ON x.credential_id = b.hop ->> 'credentialId') AS "bastionCredentials",
          (SELECT count(*)::int FROM node n WHERE n.site_id = s.site_id AND NOT n.retired) AS "nodeCount",
          coalesce(s.attended_until < now() - make_interval(secs => ${attendanceSecondsMax}), true) AS unattended
        FROM site s LEFT JOIN credential c ON c.credential_id = s.credential_id ORDER BY s.name LIMIT 200`.execute(db);
      return rows.map((row) => ({ ...row, bastionCredentials: row.bastionCredentials ?? [] }));
    },
    async credentials() {
      return (await sql<CredentialView>`/* fleetViews.credentials */ SELECT credential_id AS "credentialId", name, login_user AS "user", become, rotated_at AS "updatedAt" FROM credential ORDER BY name LIMIT 200`.execute(db)).rows;
    },
    async budgets(page) {
      const size = pageSize(page);
      const [after] = decodeCursor(page.after, ['text']) ?? [];
      const { rows } = await sql<{ domain: string; max: number; now: Date }>`/* fleetViews.budgets */ SELECT domain, max_unavailable AS max, now() AS now FROM disruption_budget
        WHERE ${after === undefined ? sql`true` : sql`domain > ${after}`} ORDER BY domain LIMIT ${size + 1} OFFSET ${pageOffset(page)}`.execute(db);
      const counted = new Map((await readDomains(db, rows.map((row) => row.domain), instant(rows[0]?.now.getTime() ?? 0))).map((domain) => [domain.domain, domain]));
      const budgets = rows.map((row): BudgetView => ({ domain: row.domain, unavailableMax: row.max, unavailableNow: counted.get(row.domain)?.unavailable.length ?? 0, nodeCount: counted.get(row.domain)?.memberCount ?? 0 }));
      return pageOf(budgets, size, (row) => [row.domain]);
    },
    async targetProfiles() {
      const { rows } = await sql<{ document: TargetProfile; created_at: Date }>`/* fleetViews.targetProfiles */ SELECT document, created_at FROM target_profile ORDER BY created_at DESC, target_profile_id LIMIT 200`.execute(db);
      return rows.map((row) => ({ ...row.document, createdAt: row.created_at }));
    },
  };
};
