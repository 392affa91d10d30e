import { type RawBuilder, sql } from 'kysely';
import { type Database, type Queries } from '../database/database.ts';
import { type Page, pageOf, type PageRequest, pageSize } from '../database/page.ts';
import { keyAfter } from './key-after.ts';
import { type AuditFilter, type AuditVerification, type AuditView, type AuditViews } from './view.ts';

export const createAuditViews = ({ db }: Database): AuditViews => ({
  page: (filter, page) => readPage(db, filter, page),
  verify: () => verifyAudit(db),
});

async function readPage(db: Queries, filter: AuditFilter, page: PageRequest): Promise<Page<AuditView>> {
  const size = pageSize(page);
  const after = keyAfter(page, 'number');
  const where: RawBuilder<unknown>[] = [sql`true`];
  if (filter.objectKind != null) where.push(sql`object_kind = ${filter.objectKind}`);
  if (filter.objectId != null) where.push(sql`object_id = ${filter.objectId}`);
  if (filter.actorName != null) where.push(sql`actor_name = ${filter.actorName}`);
  if (filter.action != null) where.push(sql`action = ${filter.action}`);
  if (after !== null) where.push(sql`seq < ${after[0]}::bigint`);
  const { rows } = await sql<Omit<AuditView, 'seq'> & { readonly seq: string }>`/* auditViews.page */
    SELECT seq, at, actor_id AS "actorId", actor_name AS "actorName", via, action, object_kind AS "objectKind", object_id AS "objectId", before, after, reason, encode(hash, 'hex') AS hash
    FROM audit_event WHERE ${sql.join(where, sql` AND `)} ORDER BY seq DESC LIMIT ${size + 1}`.execute(db);
  return pageOf(rows.map((row) => ({ ...row, seq: Number(row.seq) })), size, (row) => [row.seq]);
}

/** Links that one statement recomputes, so that a long chain does not run into the time a statement may take. */
const linksMax = 20_000;

/**
 * Recomputes the whole chain: numbers without gaps, each link on the hash of the one before, each hash over what the row says now. The
 * first bad number is that of the first link that does not fit or is not there. A chain whose newest links are gone still fits: that is
 * noticed by whoever remembers its head (`clusterIdentity`).
 */
async function verifyAudit(db: Queries): Promise<AuditVerification> {
  let checked = 0;
  for (let head: { readonly seq: number; readonly hash: Buffer } = { seq: 0, hash: Buffer.from([0]) }; ;) {
    const { rows: [links] } = await sql<{ links: number; last: string | null; hash: Buffer | null; first_bad: string | null }>`/* auditViews.verify */
      WITH link AS (SELECT a AS event, a.seq, a.hash, a.previous_hash FROM audit_event a WHERE a.seq > ${head.seq}::bigint ORDER BY a.seq LIMIT ${linksMax}),
      placed AS (SELECT link.*, ${head.seq}::bigint + row_number() OVER (ORDER BY seq) AS expected, lag(hash, 1, ${head.hash}::bytea) OVER (ORDER BY seq) AS hash_before FROM link)
      SELECT count(*)::int AS links, max(seq) AS last, (array_agg(hash ORDER BY seq DESC))[1] AS hash,
        min(expected) FILTER (WHERE seq <> expected OR previous_hash IS DISTINCT FROM hash_before OR hash IS DISTINCT FROM audit_hash(previous_hash, event)) AS first_bad FROM placed`.execute(db);
    if (links === undefined || links.links === 0 || links.last === null || links.hash === null) return { ok: true, checked, firstBadSeq: null };
    checked += links.links;
    if (links.first_bad !== null) return { ok: false, checked, firstBadSeq: Number(links.first_bad) };
    head = { seq: Number(links.last), hash: links.hash };
  }
}
