import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { foldNodeStatus } from '../fleet/fold-node-status.ts';
import { type FleetChangesView, type FleetMapView } from './fleet-view.ts';

/** One statement, so that nodes, classes, layout and revision are of one moment; ids come as one text, because a hundred thousand rows take longer to read than to find. */
export async function readFleetMap(database: Database): Promise<FleetMapView> {
  await foldNodeStatus(database);
  const { rows: [row] } = await sql<{ layout: string; revision: number; groups: FleetMapView['groups'] | null; ids: string | null; states: string | null }>`/* fleetViews.fleetMap */
    WITH blocks AS (SELECT t.site, t.rack, count(*)::int AS count, string_agg(t.node_id, E'\n' ORDER BY t.hostname, t.node_id) AS ids, string_agg(t.state_class::text, '' ORDER BY t.hostname, t.node_id) AS states
      FROM node_status t WHERE NOT t.retired GROUP BY t.site, t.rack)
    SELECT p.layout, p.revision::int AS revision, b.* FROM node_status_position p, LATERAL (SELECT string_agg(ids, E'\n' ORDER BY site, rack) AS ids, string_agg(states, '' ORDER BY site, rack) AS states,
      jsonb_agg(jsonb_build_object('site', site, 'domain', rack, 'count', count) ORDER BY site, rack) AS groups FROM blocks) b`.execute(database.db);
  if (row === undefined) throw new Error('the fleet has no position');
  return { layout: row.layout, revision: row.revision, groups: row.groups ?? [], nodeIds: row.ids?.split('\n') ?? [], states: row.states ?? '' };
}

/** Retired nodes among them are not on the map of this layout or of the next. */
export async function readFleetChanges(database: Database, revision: number): Promise<FleetChangesView> {
  await foldNodeStatus(database);
  const { rows: [row] } = await sql<{ layout: string; revision: number; nodes: FleetChangesView['nodes'] | null }>`/* fleetViews.fleetChanges */
    SELECT p.layout, p.revision::int AS revision, (SELECT jsonb_agg(jsonb_build_object('nodeId', t.node_id, 'stateClass', t.state_class)) FROM node_status t WHERE t.revision > ${revision}) AS nodes
    FROM node_status_position p`.execute(database.db);
  if (row === undefined) throw new Error('the fleet has no position');
  return { layout: row.layout, revision: row.revision, nodes: row.nodes ?? [] };
}
