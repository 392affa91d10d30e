import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { decodeCursor, pageOf, pageSize } from '../database/page.ts';
import { type AuditVerification, type AuditView, type AuditViews } from './view.ts';

type AuditRow = Omit<AuditView, 'seq'> & { readonly seq: string };

export const createAuditViews = ({ db }: Database): AuditViews => ({
  async page(filter, page) {
    const size = pageSize(page);
    const [before] = decodeCursor(page.after, 1) ?? [];
    const { rows } = await sql<AuditRow>`/* auditViews.page */
      SELECT seq, at, actor_id AS "actorId", actor_name AS "actorName", via, action, object_kind AS "objectKind", object_id AS "objectId", before, after, reason, encode(hash, 'hex') AS hash
      FROM audit_event WHERE ${before === undefined ? sql`true` : sql`seq < ${before}::bigint`} AND ${filter.objectKind ? sql`object_kind = ${filter.objectKind}` : sql`true`}
        AND ${filter.objectId ? sql`object_id = ${filter.objectId}` : sql`true`} AND ${filter.actorName ? sql`actor_name = ${filter.actorName}` : sql`true`} AND ${filter.action ? sql`action = ${filter.action}` : sql`true`}
      ORDER BY seq DESC LIMIT ${size + 1}`.execute(db);
    return pageOf(rows.map((row) => ({ ...row, seq: Number(row.seq) })), size, (row) => [row.seq]);
  },
  async verify(): Promise<AuditVerification> {
    // A changed link breaks its own hash, a removed one the numbers, an exchanged one the hash before.
    const { rows: [row] } = await sql<{ checked: number; bad: string | null }>`/* auditViews.verify */
      SELECT count(*)::int AS checked, min(seq) FILTER (WHERE NOT fits)::text AS bad FROM (
        SELECT seq, seq = row_number() OVER (ORDER BY seq) AND previous_hash = lag(hash, 1, '\\x00'::bytea) OVER (ORDER BY seq) AND hash = audit_hash(previous_hash, audit_event) AS fits FROM audit_event) links`.execute(db);
    const bad = row?.bad ?? null;
    return { ok: bad === null, checked: row?.checked ?? 0, firstBadSeq: bad === null ? null : Number(bad) };
  },
});
