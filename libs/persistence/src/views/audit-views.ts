import { type RawBuilder, sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { decodeCursor, pageOf, pageOffset, pageSize } from '../database/page.ts';
import { texts } from '../database/transaction.ts';
import { type AuditFilter, type AuditVerification, type AuditView, type AuditViews } from './audit-view.ts';

export type AuditRow = Omit<AuditView, 'seq'> & { readonly seq: string };

export const auditColumns = sql`seq, at, actor_id AS "actorId", actor_name AS "actorName", via, action, object_kind AS "objectKind", object_id AS "objectId", before, after, reason, encode(hash, 'hex') AS hash`;

export const auditConditions = (filter: AuditFilter): RawBuilder<unknown> => sql`${filter.objectKind ? sql`object_kind = ${filter.objectKind}` : sql`true`}
  AND ${filter.objectKinds ? sql`object_kind = ANY (${texts(filter.objectKinds)})` : sql`true`}
  AND ${filter.objectId ? sql`object_id = ${filter.objectId}` : sql`true`} AND ${filter.actorName ? sql`actor_name = ${filter.actorName}` : sql`true`} AND ${filter.action ? sql`action = ${filter.action}` : sql`true`}
  AND ${filter.from ? sql`at >= ${filter.from}` : sql`true`} AND ${filter.until ? sql`at < ${filter.until}` : sql`true`}`;

export const auditViewOf = (row: AuditRow): AuditView => ({ ...row, seq: Number(row.seq) });

export const createAuditViews = ({ db }: Database): AuditViews => ({
  async page(filter, page) {
    const size = pageSize(page);
    const [before] = decodeCursor(page.after, ['number']) ?? [];
    const { rows } = await sql<AuditRow>`/* auditViews.page */
      SELECT ${auditColumns} FROM audit_event WHERE ${before === undefined ? sql`true` : sql`seq < ${before}::bigint`} AND ${auditConditions(filter)}
      ORDER BY seq DESC LIMIT ${size + 1} OFFSET ${pageOffset(page)}`.execute(db);
    return pageOf(rows.map(auditViewOf), size, (row) => [row.seq]);
  },
  async verify(): Promise<AuditVerification> {
    // A changed link breaks its own hash, a removed one the numbers, an exchanged one the hash before. Whatever the newest links were that
    // somebody cut off, the rest still fits: only who remembers the head of the chain notices that.
    const { rows: [row] } = await sql<{ checked: number; bad: string | null; missing: boolean | null }>`/* auditViews.verify */
      WITH placed AS (SELECT a AS event, a.seq, a.hash, a.previous_hash, row_number() OVER (ORDER BY a.seq) AS place, lag(a.hash, 1, '\\x00'::bytea) OVER (ORDER BY a.seq) AS hash_before FROM audit_event a),
      bad AS (SELECT place, seq > place AS missing FROM placed WHERE seq <> place OR previous_hash <> hash_before OR hash <> audit_hash(previous_hash, event) ORDER BY seq LIMIT 1)
      SELECT (SELECT count(*)::int FROM audit_event) AS checked, (SELECT place FROM bad)::text AS bad, (SELECT missing FROM bad) AS missing`.execute(db);
    const bad = row?.bad ?? null;
    return { ok: bad === null, checked: row?.checked ?? 0, firstBadSeq: bad === null ? null : Number(bad), fault: bad === null ? null : row?.missing === true ? 'missing' : 'changed' };
  },
});
