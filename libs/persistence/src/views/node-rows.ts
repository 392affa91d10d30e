import { type RawBuilder, sql } from 'kysely';
import { osName } from '../campaign/read-inventory.ts';
import { texts } from '../database/transaction.ts';
import { inKinds, openKinds } from '../run/run-kinds.ts';
import { type NodeFilter, type NodeView } from './view.ts';

/** An observation older than this says nothing about now (core: healthObservationSecondsMax). */
const freshHealth = sql.raw(`h.observed_at > now() - interval '60 s'`);

export const nodeSelect = sql`SELECT n.node_id AS "nodeId", n.source, n.external_id AS "externalId", n.hostname, n.site_id AS "siteId", s.name AS site, n.address, n.port, c.name AS credential, n.host_keys AS "hostKeys",
    n.machine_id AS "machineId", n.failure_domains AS domains, n.labels, n.role, n.protected, n.held, n.held_reason AS "heldReason", n.retired, n.quarantined, n.incarnation,
    n.os_id, n.os_minor, n.os_version, n.kernel, n.facts_at AS "inspectedAt", n.probes, CASE WHEN ${freshHealth} THEN h.verdict ELSE 'unknown' END AS health, h.observed_at AS "observedAt",
    CASE WHEN r.state_kind ${inKinds(openKinds)} THEN r.run_id END AS "openRunId", r.state_kind AS "runState"
  FROM node n JOIN site s ON s.site_id = n.site_id LEFT JOIN credential c ON c.credential_id = coalesce(n.credential_id, s.credential_id) LEFT JOIN node_health h ON h.node_id = n.node_id
  LEFT JOIN LATERAL (SELECT x.run_id, x.state_kind FROM node_run x WHERE x.node_id = n.node_id ORDER BY (x.settled_at IS NULL) DESC, x.created_at DESC, x.run_id LIMIT 1) r ON true`;

export type NodeViewRow = Omit<NodeView, 'os'> & { readonly os_id: string | null; readonly os_minor: string | null; readonly os_version: string | null };

export const nodeViewOf = ({ os_id, os_minor, os_version, ...row }: NodeViewRow): NodeView => ({ ...row, os: osName(os_id, os_minor, os_version) });

const flag = (column: RawBuilder<unknown>, wanted: boolean | null | undefined): RawBuilder<unknown> => (typeof wanted === 'boolean' ? sql`${column} = ${wanted}` : sql`true`);

export const nodeFilter = (filter: NodeFilter): RawBuilder<unknown> => sql`${filter.ids ? sql`n.node_id = ANY (${texts(filter.ids)})` : sql`true`} AND ${filter.sites ? sql`s.name = ANY (${texts(filter.sites)})` : sql`true`}
  AND ${filter.domain ? sql`n.domains @> ${texts([filter.domain.replace(/\/$/, '')])}` : sql`true`}
  AND ${filter.text ? sql`(position(lower(${filter.text}) IN lower(n.hostname)) > 0 OR position(lower(${filter.text}) IN lower(n.external_id)) > 0)` : sql`true`}
  AND ${filter.labels ? sql`n.labels @> ${JSON.stringify(filter.labels)}::jsonb` : sql`true`}
  AND ${filter.os ? sql`n.os_id || '-' || coalesce(n.os_minor, n.os_version, '') = ${filter.os}` : sql`true`} AND ${filter.runStates ? sql`r.state_kind = ANY (${texts(filter.runStates)})` : sql`true`}
  AND ${flag(sql`n.protected`, filter.protected)} AND ${flag(sql`n.held`, filter.held)} AND ${flag(sql`n.quarantined`, filter.quarantined)} AND n.retired = ${filter.retired === true}`;

