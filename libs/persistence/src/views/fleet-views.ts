import { instant, type TargetProfile } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { decodeCursor, pageOf, pageSize } from '../database/page.ts';
import { readDomains } from '../lease/read-admission.ts';
import { attendanceSecondsMax } from '../run/load-run.ts';
import { inKinds, openKinds } from '../run/run-kinds.ts';
import { explainNode } from './explain-node.ts';
import { nodeFilter, nodeSelect, nodeViewOf, type NodeViewRow } from './node-rows.ts';
import { type BudgetView, type CredentialView, type FleetCounts, type FleetViews, type NodeView, type SiteView } from './view.ts';

export const createFleetViews = (database: Database): FleetViews => {
  const { db } = database;
  const one = async (which: RawBuilder<unknown>): Promise<NodeView | null> => {
    const { rows } = await sql<NodeViewRow>`/* fleetViews.node */ ${nodeSelect} WHERE ${which} LIMIT 2`.execute(db);
    const [row] = rows;
    return row === undefined || rows.length > 1 ? null : nodeViewOf(row);
  };
  return {
    async nodes(filter, page) {
      const size = pageSize(page);
      const after = decodeCursor(page.after, ['text', 'text']);
      const { rows } = await sql<NodeViewRow>`/* fleetViews.nodes */ ${nodeSelect} WHERE ${nodeFilter(filter)}
        AND ${after === null ? sql`true` : sql`(n.hostname, n.node_id) > (${after[0]}, ${after[1]})`} ORDER BY n.hostname, n.node_id LIMIT ${size + 1}`.execute(db);
      return pageOf(rows.map(nodeViewOf), size, (row) => [row.hostname, row.nodeId]);
    },
    async countNodes(filter) {
      return (await sql<{ rows: number }>`/* fleetViews.countNodes */ SELECT count(*)::int AS rows FROM (${nodeSelect} WHERE ${nodeFilter(filter)}) matching`.execute(db)).rows[0]?.rows ?? 0;
    },
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
        WHERE ${after === undefined ? sql`true` : sql`domain > ${after}`} ORDER BY domain LIMIT ${size + 1}`.execute(db);
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

async function fleetCounts({ db }: Database): Promise<FleetCounts> {
  const tally = (column: RawBuilder<unknown>): RawBuilder<unknown> => sql`(SELECT coalesce(jsonb_object_agg(value, nodes), '{}') FROM (SELECT ${column} AS value, count(*) AS nodes FROM live GROUP BY 1) t)`;
  const { rows: [row] } = await sql<FleetCounts>`/* fleetViews.fleet */
    WITH live AS (SELECT n.*, s.name AS site_name, r.state_kind AS run_state, l.node_id IS NOT NULL AS leased, h.verdict, h.observed_at FROM node n JOIN site s ON s.site_id = n.site_id
        LEFT JOIN node_health h ON h.node_id = n.node_id LEFT JOIN lease l ON l.node_id = n.node_id AND l.released_at IS NULL
        LEFT JOIN LATERAL (SELECT x.state_kind FROM node_run x WHERE x.node_id = n.node_id ORDER BY (x.settled_at IS NULL) DESC, x.created_at DESC, x.run_id LIMIT 1) r ON true WHERE NOT n.retired)
    SELECT count(*)::int AS total, count(*) FILTER (WHERE protected)::int AS protected, count(*) FILTER (WHERE held)::int AS held, count(*) FILTER (WHERE quarantined)::int AS quarantined,
      count(*) FILTER (WHERE run_state ${inKinds(openKinds)})::int AS "inFlight",
      -- Who is not watched at all is not counted as unavailable here: that is nobody's alarm.
      count(*) FILTER (WHERE leased OR quarantined OR (verdict = 'bad' AND observed_at > now() - interval '60 s'))::int AS unavailable,
      ${tally(sql`site_name`)} AS "bySite", ${tally(sql`coalesce(os_id || '-' || coalesce(os_minor, os_version, ''), 'unknown')`)} AS "byOs", ${tally(sql`coalesce(run_state, 'none')`)} AS "byRunState" FROM live`.execute(db);
  if (row === undefined) throw new Error('the fleet cannot be counted');
  return row;
}
