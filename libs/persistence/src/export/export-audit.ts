import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { auditColumns, auditConditions, auditViewOf, type AuditRow } from '../views/audit-views.ts';
import { type AuditFilter, type AuditView } from '../views/audit-view.ts';

const batchRows = 1000;

export async function* exportAudit({ db }: Database, filter: AuditFilter): AsyncGenerator<readonly AuditView[]> {
  for (let after = 0; ;) {
    const { rows } = await sql<AuditRow>`/* exportViews.audit */ SELECT ${auditColumns} FROM audit_event WHERE seq > ${after}::bigint AND ${auditConditions(filter)} ORDER BY seq LIMIT ${batchRows}`.execute(db);
    const batch = rows.map(auditViewOf);
    if (batch.length > 0) yield batch;
    after = batch.at(-1)?.seq ?? after;
    if (batch.length < batchRows) return;
  }
}
