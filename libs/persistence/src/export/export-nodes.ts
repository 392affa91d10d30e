import { type NodeId, type StateClass, stateClasses } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { foldNodeStatus } from '../fleet/fold-node-status.ts';
import { type NodeImportRow } from '../inventory/inventory-command.ts';
import { nodeFilter } from '../views/node-filter.ts';
import { type NodeFilter } from '../views/view.ts';

/** A node by the columns of an import, and the class that it is in. */
export interface NodeExportRow extends Omit<NodeImportRow, 'row'> {
  readonly nodeId: NodeId;
  readonly stateClass: StateClass;
}

const batchRows = 500;

export async function* exportNodes(database: Database, filter: NodeFilter, source: string | null): AsyncGenerator<readonly NodeExportRow[]> {
  await foldNodeStatus(database);
  const ofSource = source === null ? sql`true` : sql`t.node_id IN (SELECT x.node_id FROM node x WHERE x.source = ${source})`;
  // Every node is behind an empty name.
  for (let after: readonly [string, string] = ['', '']; ;) {
    const { rows } = await sql<Omit<NodeExportRow, 'stateClass'> & { readonly state_class: number }>`/* exportViews.nodes */
      SELECT n.node_id AS "nodeId", n.external_id AS "externalId", n.hostname, s.name AS site, n.address, n.port, c.name AS credential, n.host_keys AS "hostKeys", n.machine_id AS "machineId",
        n.failure_domains AS domains, n.labels, n.protected, n.role, n.probes, page.state_class
      FROM (SELECT t.node_id, t.hostname, t.state_class FROM node_status t WHERE ${nodeFilter(filter)} AND ${ofSource}
        AND (t.hostname, t.node_id) > (${after[0]}, ${after[1]}) ORDER BY t.hostname, t.node_id LIMIT ${batchRows}) page
      JOIN node n ON n.node_id = page.node_id JOIN site s ON s.site_id = n.site_id LEFT JOIN credential c ON c.credential_id = n.credential_id ORDER BY page.hostname, page.node_id`.execute(database.db);
    const batch = rows.map(({ state_class, ...row }): NodeExportRow => ({ ...row, stateClass: stateClasses[state_class] ?? 'NOT_STARTED' }));
    if (batch.length > 0) yield batch;
    const last = batch.at(-1);
    if (last === undefined || batch.length < batchRows) return;
    after = [last.hostname, last.nodeId];
  }
}
