import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFleet } from '../testing/a-fleet.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createAuditViews } from './audit-views.ts';

describe('the audit', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    await aFleet(test.database, { nodes: 2 });
    // Whoever owns the table can do what the triggers forbid everybody else; that is what the chain is for.
    await sql`ALTER TABLE audit_event DISABLE TRIGGER USER`.execute(test.database.db);
  });
  afterAll(() => test.stop());

  it('is read newest first, page by page, each event once', async () => {
    const views = createAuditViews(test.database);
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const page = await views.page({}, { first: 2, after });
      seen.push(...page.rows.map((row) => row.seq));
      after = page.hasNextPage ? page.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(Array.from({ length: seen.length }, (_unused, index) => seen.length - index));
    expect(seen.length).toBeGreaterThan(4);
  });

  it('shows only events about the object that was asked for', async () => {
    const { rows } = await createAuditViews(test.database).page({ objectKind: 'site' }, { first: 50 });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.objectKind === 'site')).toBe(true);
  });

  it('verifies, names the event that was changed, and verifies again when the change is taken back', async () => {
    const { db } = test.database;
    const views = createAuditViews(test.database);
    await expect(views.verify()).resolves.toMatchObject({ ok: true, firstBadSeq: null, fault: null });
    await sql`UPDATE audit_event SET reason = 'another reason' WHERE seq = 3`.execute(db);
    await expect(views.verify()).resolves.toMatchObject({ ok: false, firstBadSeq: 3, fault: 'changed' });
    await sql`UPDATE audit_event SET reason = NULL WHERE seq = 3`.execute(db);
    await expect(views.verify()).resolves.toMatchObject({ ok: true });
  });

  it('names the event that is gone, not the one that comes after it', async () => {
    const { db } = test.database;
    await sql`DELETE FROM audit_event WHERE seq = 4`.execute(db);
    await expect(createAuditViews(test.database).verify()).resolves.toMatchObject({ ok: false, firstBadSeq: 4, fault: 'missing' });
    await sql`UPDATE audit_event SET reason = 'another reason' WHERE seq = 2`.execute(db);
    await expect(createAuditViews(test.database).verify()).resolves.toMatchObject({ ok: false, firstBadSeq: 2, fault: 'changed' });
  });
});
