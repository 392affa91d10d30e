import { type RawBuilder, sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { decodeCursor, type Page, pageOf, pageOffset, pageSize, type PageRequest } from '../database/page.ts';
import { texts } from '../database/transaction.ts';
import { foldNodeStatus } from '../fleet/fold-node-status.ts';
import { asksOtherRows, freshHealth, nodeFilter, retiredWanted } from './node-filter.ts';
import { nodeSelect, nodeViewOf, type NodeViewRow } from './node-rows.ts';
import { type NodeOrder } from './fleet-view.ts';
import { type NodeFilter, type NodeView } from './view.ts';

/** Some milliseconds' worth. */
const lookedAtMax = 2000;

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
  const found = await findPage(database, filter, order, after, size + 1, skipped);
  const { rows } = await sql<NodeViewRow>`/* fleetViews.nodes */
    ${nodeSelect} JOIN unnest(${texts(found)}) WITH ORDINALITY AS page (node_id, place) ON page.node_id = n.node_id ORDER BY page.place`.execute(database.db);
  const views = rows.map(nodeViewOf);
  return isDefault ? pageOf(views, size, (row) => [row.hostname, row.nodeId]) : pageOf(views, size, () => [Math.min(skipped + size, skipped + views.length)]);
}

/**
 * What is asked for often stands at the beginning of an order, and the planner counts on that; but labels go with names, and then all other
 * nodes are passed over one by one. So only the first few are looked at like this. Where they are too few, all that match are found first.
 */
async function findPage({ db }: Database, filter: NodeFilter, order: NodeOrder, after: readonly [string, string] | null, limit: number, skipped: number): Promise<readonly string[]> {
  const page = (rows: RawBuilder<unknown>): RawBuilder<unknown> => sql`SELECT t.node_id FROM ${rows} ORDER BY ${orderBy(order)} LIMIT ${limit} OFFSET ${skipped}`;
  const beyond = after === null ? sql`true` : sql`(t.hostname, t.node_id) > (${after[0]}, ${after[1]})`;
  const wanted = sql`${nodeFilter(filter)} AND ${beyond}`;
  const ids = (statement: RawBuilder<unknown>): Promise<readonly string[]> => statement.execute(db).then(({ rows }) => (rows as { node_id: string }[]).map((row) => row.node_id));
  if (order.field === 'HEALTH') return ids(sql`/* fleetViews.nodes page */ ${page(sql`node_status t ${withHealth} WHERE ${wanted}`)}`);
  const retired = retiredWanted(filter);
  if (retired === null || !asksOtherRows(filter)) return ids(sql`/* fleetViews.nodes page */ ${page(sql`node_status t WHERE ${wanted}`)}`);
  const first = await ids(sql`/* fleetViews.nodes first */ ${page(sql`(SELECT t.* FROM node_status t WHERE t.retired = ${retired} AND ${beyond} ORDER BY ${orderBy(order)} LIMIT ${lookedAtMax}) t WHERE ${wanted}`)}`);
  if (first.length === limit) return first;
  return ids(sql`/* fleetViews.nodes found */ WITH found AS MATERIALIZED (SELECT t.* FROM node_status t WHERE ${wanted}) ${page(sql`found t`)}`);
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
