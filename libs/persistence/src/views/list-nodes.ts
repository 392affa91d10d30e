import { type RawBuilder, sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { decodeCursor, type Page, pageOf, pageOffset, pageSize, type PageRequest } from '../database/page.ts';
import { foldNodeStatus } from '../fleet/fold-node-status.ts';
import { freshHealth, nodeFilter } from './node-filter.ts';
import { nodeSelect, nodeViewOf, type NodeViewRow } from './node-rows.ts';
import { type NodeOrder } from './fleet-view.ts';
import { type NodeFilter, type NodeView } from './view.ts';

const byHostname: NodeOrder = { field: 'HOSTNAME', descending: false };

/** Bad first, then what nobody knows: what needs a look. */
const healthRank = sql.raw(`CASE h.verdict WHEN 'bad' THEN 0 WHEN 'good' THEN 2 ELSE 1 END`);
export const withHealth = sql`LEFT JOIN node_health h ON h.node_id = t.node_id AND ${freshHealth}`;

/** Keys of an order, each served by an index of `node_status` but health, which is only known at the moment of asking. */
const keysOf: Readonly<Record<NodeOrder['field'], readonly RawBuilder<unknown>[]>> = {
  HOSTNAME: [sql`t.hostname`],
  MAP: [sql`t.site`, sql`t.rack`, sql`t.hostname`],
  SITE: [sql`t.site`],
  OS: [sql`t.os`],
  STATE_CLASS: [sql`state_class_urgency(t.state_class)`],
  STATE_SINCE: [sql`t.state_since`],
  HEALTH: [healthRank],
};

function orderBy({ field, descending }: NodeOrder): RawBuilder<unknown> {
  const keys = keysOf[field].map((key) => (descending ? sql`${key} DESC` : key));
  return sql.join([...keys, ...(field === 'HOSTNAME' || field === 'MAP' ? [] : [sql`t.hostname`]), sql`t.node_id`]);
}

/** The page is found in the narrow rows alone; long rows are read for what is shown. */
export async function listNodes(database: Database, filter: NodeFilter, page: PageRequest, order: NodeOrder = byHostname): Promise<Page<NodeView>> {
  await foldNodeStatus(database);
  const size = pageSize(page);
  const isDefault = order.field === 'HOSTNAME' && !order.descending;
  const after = isDefault ? decodeCursor(page.after, ['text', 'text']) : null;
  // Other orders have keys that change while somebody reads; their cursor says how many rows were read.
  const skipped = isDefault ? pageOffset(page) : pageOffset({ ...page, offset: decodeCursor(page.after, ['number'])?.[0] ?? page.offset });
  const { rows: found } = await sql<{ node_id: string }>`/* fleetViews.nodes page */
    SELECT t.node_id FROM node_status t ${order.field === 'HEALTH' ? withHealth : sql``} WHERE ${nodeFilter(filter)} AND ${after === null ? sql`true` : sql`(t.hostname, t.node_id) > (${after[0]}, ${after[1]})`}
    ORDER BY ${orderBy(order)} LIMIT ${size + 1} OFFSET ${skipped}`.execute(database.db);
  const { rows } = await sql<NodeViewRow>`/* fleetViews.nodes */
    ${nodeSelect} JOIN unnest(${found.map((row) => row.node_id)}::text[]) WITH ORDINALITY AS page (node_id, place) ON page.node_id = n.node_id ORDER BY page.place`.execute(database.db);
  const views = rows.map(nodeViewOf);
  return isDefault ? pageOf(views, size, (row) => [row.hostname, row.nodeId]) : pageOf(views, size, () => [Math.min(skipped + size, skipped + views.length)]);
}

export async function countNodes(database: Database, filter: NodeFilter): Promise<number> {
  await foldNodeStatus(database);
  return (await sql<{ rows: number }>`/* fleetViews.countNodes */ SELECT count(*)::int AS rows FROM node_status t WHERE ${nodeFilter(filter)}`.execute(database.db)).rows[0]?.rows ?? 0;
}

export async function nodeIdsOf(database: Database, filter: NodeFilter): Promise<readonly string[]> {
  await foldNodeStatus(database);
  const { rows: [row] } = await sql<{ ids: string | null }>`/* fleetViews.nodeIds */ SELECT string_agg(t.node_id, E'\n') AS ids FROM node_status t WHERE ${nodeFilter(filter)}`.execute(database.db);
  return row?.ids?.split('\n') ?? [];
}
