import { stateClasses, type StateClass } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { foldNodeStatus } from '../fleet/fold-node-status.ts';
import { inKinds, openKinds } from '../run/run-kinds.ts';
import { type StateClassCounts } from './fleet-view.ts';
import { freshHealth } from './node-filter.ts';
import { type FleetCounts } from './view.ts';

/** Every class, also those without any, from rows that say a number of a class and how many. */
export function classCounts(rows: readonly { readonly state_class: number; readonly nodes: number }[]): StateClassCounts {
  const counts = new Map<StateClass, number>(stateClasses.map((name) => [name, 0]));
  for (const row of rows) {
    const name = stateClasses[row.state_class];
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + row.nodes);
  }
  return Object.fromEntries(counts) as Record<StateClass, number>;
}

interface CountRow {
  readonly part: 'total' | 'site' | 'os' | 'run_state' | 'state_class'; readonly value: string | null; readonly nodes: number;
  readonly protected: number; readonly held: number; readonly quarantined: number; readonly in_flight: number; readonly unavailable: number;
}

const only = (condition: RawBuilder<unknown>): RawBuilder<unknown> => sql`coalesce(sum(nodes) FILTER (WHERE ${condition}), 0)::int`;

/** Retired nodes are left out. One pass over the narrow rows counts those that are alike; there are some hundred kinds, whatever the fleet. */
export async function fleetCounts(database: Database): Promise<FleetCounts> {
  await foldNodeStatus(database);
  const { rows } = await sql<CountRow>`/* fleetViews.fleet */
    WITH alike AS MATERIALIZED (SELECT site, os, run_state, state_class, protected, held, quarantined, count(*) AS nodes FROM node_status WHERE NOT retired GROUP BY 1, 2, 3, 4, 5, 6, 7)
    SELECT CASE WHEN grouping(site) = 0 THEN 'site' WHEN grouping(os) = 0 THEN 'os' WHEN grouping(run_state) = 0 THEN 'run_state' WHEN grouping(state_class) = 0 THEN 'state_class' ELSE 'total' END AS part,
      CASE WHEN grouping(site) = 0 THEN site WHEN grouping(os) = 0 THEN os WHEN grouping(run_state) = 0 THEN run_state WHEN grouping(state_class) = 0 THEN state_class::text END AS value, coalesce(sum(nodes), 0)::int AS nodes,
      ${only(sql`protected`)} AS protected, ${only(sql`held`)} AS held, ${only(sql`quarantined`)} AS quarantined, ${only(sql`run_state ${inKinds(openKinds)}`)} AS in_flight,
      -- Who is not watched at all is not counted as unavailable here: that is nobody's alarm.
      CASE WHEN grouping(site, os, run_state, state_class) = 15 THEN (SELECT count(*)::int FROM node_status t JOIN (SELECT q.node_id FROM node_status q WHERE q.quarantined UNION SELECT l.node_id FROM lease l WHERE l.released_at IS NULL
        UNION SELECT h.node_id FROM node_health h WHERE h.verdict = 'bad' AND ${freshHealth}) away ON away.node_id = t.node_id WHERE NOT t.retired) ELSE 0 END AS unavailable
    FROM alike GROUP BY GROUPING SETS ((site), (os), (run_state), (state_class), ())`.execute(database.db);
  const total = rows.find((row) => row.part === 'total');
  if (total === undefined) throw new Error('the fleet cannot be counted');
  const tally = (part: CountRow['part']): Record<string, number> => Object.fromEntries(rows.filter((row) => row.part === part).map((row) => [row.value ?? 'none', row.nodes]));
  return {
    total: total.nodes, protected: total.protected, held: total.held, quarantined: total.quarantined, inFlight: total.in_flight, unavailable: total.unavailable,
    bySite: tally('site'), byOs: tally('os'), byRunState: tally('run_state'),
    byStateClass: classCounts(rows.filter((row) => row.part === 'state_class').map((row) => ({ state_class: Number(row.value), nodes: row.nodes }))),
  };
}
