import { sql } from 'kysely';
import { type Queries } from './database.ts';

/**
 * What a process remembers outside PostgreSQL to notice that the database was put back to an earlier time: another system, another
 * timeline, or an audit event that it has seen and that is not there any more.
 */
export interface ClusterIdentity {
  readonly systemId: string;
  readonly timeline: number;
  /** The newest audit event; null: none yet. */
  readonly audit: { readonly seq: number; readonly hash: string } | null;
}

export async function clusterIdentity(db: Queries): Promise<ClusterIdentity> {
  const { rows: [row] } = await sql<{ system_id: string; timeline: number; seq: number | null; hash: string | null }>`/* clusterIdentity */
    SELECT s.system_identifier::text AS system_id, c.timeline_id AS timeline, a.seq::int AS seq, encode(a.hash, 'hex') AS hash
    FROM pg_control_system() s, pg_control_checkpoint() c
    LEFT JOIN LATERAL (SELECT seq, hash FROM audit_event ORDER BY seq DESC LIMIT 1) a ON true`.execute(db);
  if (row === undefined) throw new Error('PostgreSQL does not say which cluster it is');
  return { systemId: row.system_id, timeline: row.timeline, audit: row.seq === null || row.hash === null ? null : { seq: row.seq, hash: row.hash } };
}
