import { stateClasses } from '@skein/core';
import { sql } from 'kysely';
import { osName } from '../campaign/read-inventory.ts';
import { reachedSince } from '../fleet/reached-since.ts';
import { inKinds, openKinds } from '../run/run-kinds.ts';
import { freshHealth } from './node-filter.ts';
import { type NodeView } from './view.ts';

/** As it is now; only class and since when come from the row that was folded, and from the rule itself for a node that was not folded yet. */
export const nodeSelect = sql`SELECT n.node_id AS "nodeId", n.source, n.external_id AS "externalId", n.hostname, n.site_id AS "siteId", s.name AS site, n.address, n.port, c.name AS credential, n.host_keys AS "hostKeys",
    n.machine_id AS "machineId", n.failure_domains AS domains, n.labels, n.role, n.protected, n.held, n.held_reason AS "heldReason", n.retired, n.quarantined, n.missing, n.incarnation,
    n.os_id, n.os_minor, n.os_version, n.kernel, n.facts_at AS "inspectedAt", n.probes, CASE WHEN ${freshHealth} THEN h.verdict ELSE 'unknown' END AS health, h.observed_at AS "observedAt",
    CASE WHEN r.state_kind ${inKinds(openKinds)} THEN r.run_id END AS "openRunId", r.state_kind AS "runState", r.run_id AS "runId",
    coalesce(t.state_class, state_class(r.state, r.overdue, n.quarantined, ${sql.raw(reachedSince)})) AS state_class, coalesce(t.state_since, r.entered_at, n.created_at) AS "stateSince"
  FROM node n JOIN site s ON s.site_id = n.site_id LEFT JOIN credential c ON c.credential_id = coalesce(n.credential_id, s.credential_id) LEFT JOIN node_health h ON h.node_id = n.node_id
  LEFT JOIN node_status t ON t.node_id = n.node_id
  LEFT JOIN LATERAL (SELECT x.run_id, x.state_kind, x.state, x.overdue, x.entered_at FROM node_run x WHERE x.node_id = n.node_id ORDER BY (x.settled_at IS NULL) DESC, x.created_at DESC, x.run_id LIMIT 1) r ON true`;

export type NodeViewRow = Omit<NodeView, 'os' | 'stateClass'> & { readonly os_id: string | null; readonly os_minor: string | null; readonly os_version: string | null; readonly state_class: number };

export const nodeViewOf = ({ os_id, os_minor, os_version, state_class, ...row }: NodeViewRow): NodeView => ({ ...row, os: osName(os_id, os_minor, os_version), stateClass: stateClasses[state_class] ?? 'NOT_STARTED' });
