import { stateClasses } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { foldNodeStatus } from '../fleet/fold-node-status.ts';
import { type NodeFacetField, type NodeFacetView } from './fleet-view.ts';
import { withHealth } from './list-nodes.ts';
import { allOf, nodeFilterParts } from './node-filter.ts';
import { type NodeFilter } from './view.ts';

const facetValuesMax = 50;

const valueOf: Readonly<Record<NodeFacetField, RawBuilder<unknown>>> = {
  STATE_CLASS: sql`t.state_class::text`, SITE: sql`t.site`, OS: sql`t.os`, REGION: sql`t.region`, HEALTH: sql`coalesce(h.verdict, 'unknown')`,
};

const column = (field: NodeFacetField): RawBuilder<unknown> => sql.ref(`value_${field.toLowerCase()}`);
const flag = (field: NodeFacetField): RawBuilder<unknown> => sql.ref(`fits_${field.toLowerCase()}`);

/**
 * All fields in one pass. A facet is counted under the parts of the filter that are not its own, so that one sees what one could choose
 * instead: each own part is a flag of the row, and each count leaves one flag out.
 */
export async function countFacets(database: Database, filter: NodeFilter, fields: readonly NodeFacetField[]): Promise<readonly NodeFacetView[]> {
  await foldNodeStatus(database);
  const wanted = [...new Set(fields)];
  if (wanted.length === 0) return [];
  const { always, byFacet } = nodeFilterParts(filter);
  const flagged = [...byFacet.keys()];
  const others = (field: NodeFacetField): RawBuilder<unknown> => allOf(flagged.filter((other) => other !== field).map(flag));
  const per = (of: (field: NodeFacetField) => RawBuilder<unknown>): RawBuilder<unknown> => sql`CASE ${sql.join(wanted.map((field) => sql`WHEN grouping(${column(field)}) = 0 THEN ${of(field)}`), sql` `)} END`;
  const columns = [...wanted.map((field) => sql`${valueOf[field]} AS ${column(field)}`), ...flagged.map((field) => sql`(${allOf(byFacet.get(field) ?? [])}) AS ${flag(field)}`)];
  const { rows } = await sql<{ field: NodeFacetField; value: string; nodes: number }>`/* fleetViews.facets */
    WITH matching AS MATERIALIZED (SELECT ${sql.join(columns)} FROM node_status t ${wanted.includes('HEALTH') ? withHealth : sql``} WHERE ${allOf(always)})
    SELECT ${per((field) => sql`${field}`)} AS field, ${per(column)} AS value, ${per((field) => sql`count(*) FILTER (WHERE ${others(field)})`)}::int AS nodes
    FROM matching GROUP BY GROUPING SETS (${sql.join(wanted.map((field) => sql`(${column(field)})`))})`.execute(database.db);
  return wanted.map((field) => ({
    field,
    // A node without any domain is in no region.
    counts: rows.filter((row) => row.field === field && row.nodes > 0 && row.value !== '')
      .map((row) => ({ value: field === 'STATE_CLASS' ? (stateClasses[Number(row.value)] ?? row.value) : row.value, count: row.nodes }))
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1)).slice(0, facetValuesMax),
  }));
}
