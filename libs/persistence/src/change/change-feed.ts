import { sql } from 'kysely';
import { type Database, type Queries } from '../database/database.ts';

export interface Changes {
  /** Where to go on reading. */
  readonly position: string;
  /** Each once, in no order. */
  readonly nodeIds: readonly string[];
  readonly campaignIds: readonly string[];
}

/** What changed of what screens show, for who was told everything before. */
export interface ChangeFeed {
  /** Here and now: everything that is committed later comes with `since`. Opaque text, good for fifteen minutes. */
  position(): Promise<string>;
  /** What was committed after a position, whenever it began. null: the position is too old, or from another database; whatever is shown must be asked anew. */
  since(position: string): Promise<Changes | null>;
}

/** How long a change is remembered. */
export const changeMinutesMax = 15;

/**
 * A position is a snapshot of PostgreSQL, not a number: numbers are given when a change is made and not when it is committed, so the next
 * higher number may be seen before a lower one. What a snapshot did not show is exactly what was committed since.
 */
export function createChangeFeed({ db }: Database): ChangeFeed {
  return {
    position: () => currentSnapshot(db),
    async since(position) {
      if (!isSnapshot(position)) return null;
      // One statement is one snapshot: what it reads and where the next one goes on cannot differ.
      const { rows: [row] } = await sql<{ position: string; node_ids: string[]; campaign_ids: string[]; known: boolean }>`/* changeFeed.since */
        -- The upper bound holds for every row that can be seen; with it the planner takes the range for narrow and uses the index.
        WITH changed AS MATERIALIZED (SELECT kind, object_id FROM change_log
          WHERE xid >= pg_snapshot_xmin(${position}::pg_snapshot) AND xid < pg_snapshot_xmax(pg_current_snapshot()) AND NOT pg_visible_in_snapshot(xid, ${position}::pg_snapshot))
        SELECT pg_current_snapshot()::text AS position,
          (SELECT coalesce(array_agg(DISTINCT object_id), '{}') FROM changed WHERE kind = 'node') AS node_ids,
          (SELECT coalesce(array_agg(DISTINCT object_id), '{}') FROM changed WHERE kind = 'campaign') AS campaign_ids,
          -- A database that was put back to an earlier time has not come to this position yet.
          (SELECT p.pruned < pg_snapshot_xmin(${position}::pg_snapshot) FROM node_status_position p) AND pg_snapshot_xmax(${position}::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot()) AS known`.execute(db);
      if (row === undefined) throw new Error('PostgreSQL gave no answer');
      return row.known ? { position: row.position, nodeIds: row.node_ids, campaignIds: row.campaign_ids } : null;
    },
  };
}

export async function currentSnapshot(db: Queries): Promise<string> {
  const { rows: [row] } = await sql<{ position: string }>`/* currentSnapshot */ SELECT pg_current_snapshot()::text AS position`.execute(db);
  if (row === undefined) throw new Error('PostgreSQL gave no answer');
  return row.position;
}

/** `10:20:10,14,15`, as PostgreSQL writes it. */
const isSnapshot = (position: string): boolean => /^\d{1,19}:\d{1,19}:(\d{1,19}(,\d{1,19})*)?$/.test(position);
