import { isRefusal, type Refusal } from '@skein/core';
import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readPlannableNodes } from '../campaign/read-inventory.ts';
import { accepted, aFleet, aNodeRow, aSpec, by, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { type ImportEntry, type ImportReport, type NodeImportRow } from './inventory-command.ts';
import { inventoryCommands } from './inventory-commands.ts';

describe('an import into the inventory', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 2, sites: 1 });
  });
  afterAll(() => test.stop());
  beforeEach(async () => { await sql`DELETE FROM node WHERE source = 'cmdb'`.execute(test.database.db); });

  const rowsOf = (count: number, over: Partial<NodeImportRow> = {}): NodeImportRow[] => Array.from({ length: count }, (_unused, index) => aNodeRow(`n-${String(index).padStart(5, '0')}`, 'site-0', over));
  const answerOf = (rows: AsyncIterable<ImportEntry> | Iterable<ImportEntry>, more: { readonly dryRun?: boolean; readonly mode?: 'merge' | 'mirror'; readonly missingPercentMax?: number } = {}): Promise<ImportReport | Refusal> =>
    inventoryCommands(test.database).importNodes({ ...by(fleet.operator), source: 'cmdb', rows, dryRun: false, ...more });
  const reportOf = async (...request: Parameters<typeof answerOf>): Promise<ImportReport> => accepted(await answerOf(...request));
  const counts = ({ rows, created, updated, unchanged, missing }: ImportReport) => ({ rows, created, updated, unchanged, missing });
  const staged = async (): Promise<number> => (await sql<{ rows: number }>`SELECT count(*)::int AS rows FROM node_import_row`.execute(test.database.db)).rows[0]?.rows ?? -1;
  const inventory = async () => (await sql<{ external_id: string; missing: boolean; version: number; address: string }>`SELECT external_id, missing, version, address FROM node WHERE source = 'cmdb' ORDER BY external_id`.execute(test.database.db)).rows;

  it('says beforehand exactly what it will do', async () => {
    await reportOf(rowsOf(30));
    const rows = [...rowsOf(20, { address: '10.9.9.9' }).slice(0, 7), ...rowsOf(28).slice(7), aNodeRow('new-1', 'site-0')];
    const before = await inventory();
    const foretold = counts(await reportOf(rows, { dryRun: true, mode: 'mirror', missingPercentMax: 10 }));
    expect(foretold).toEqual({ rows: 29, created: 1, updated: 7, unchanged: 21, missing: 2 });
    expect(await inventory()).toEqual(before);
    expect(counts(await reportOf(rows, { mode: 'mirror', missingPercentMax: 10 }))).toEqual(foretold);
    expect(counts(await reportOf(rows, { mode: 'mirror', missingPercentMax: 10 }))).toEqual({ rows: 29, created: 0, updated: 0, unchanged: 29, missing: 0 });
    expect(await staged()).toBe(0);
  });

  it('does not look for each new node among all that came before it, though nobody has counted what was staged', async () => {
    const { db } = test.database;
    // As after a dry run of a first import: the planner knows of another import, and of hardly any node.
    await sql`INSERT INTO node_import_row (import_id, place, external_id, hostname, site, address, port, host_keys, labels, failure_domains, protected, probes)
      SELECT 'other', i, 'other-' || i, 'other-' || i, 'site-0', '10.0.0.1', 22, '{}', '{}', '{}', false, '[]' FROM generate_series(1, 5000) AS i`.execute(db);
    await sql`VACUUM ANALYZE`.execute(db);
    const pagesRead = async (): Promise<number> => {
      await sql`SELECT pg_stat_force_next_flush()`.execute(db);
      return (await sql<{ pages: number }>`SELECT (heap_blks_hit + heap_blks_read)::float8 AS pages FROM pg_statio_user_tables WHERE relname = 'node'`.execute(db)).rows[0]?.pages ?? Number.NaN;
    };
    const before = await pagesRead();
    await reportOf(rowsOf(5000));
    // Whoever wrote them reports it a moment later.
    const read = await vi.waitFor(async () => {
      const pages = await pagesRead() - before;
      expect(pages).toBeGreaterThan(5000);
      return pages;
    }, { timeout: 10_000, interval: 100 });
    await sql`DELETE FROM node_import_row WHERE import_id = 'other'`.execute(db);
    expect(read).toBeLessThan(100_000);
  });

  it('marks what a mirror no longer names, keeps it out of plans, and takes it back when it is named again', async () => {
    await reportOf(rowsOf(20));
    expect(counts(await reportOf(rowsOf(19), { mode: 'mirror' }))).toMatchObject({ unchanged: 19, missing: 1 });
    expect((await inventory()).filter((node) => node.missing).map((node) => node.external_id)).toEqual(['n-00019']);
    expect((await readPlannableNodes(test.database.db)).filter((node) => node.missing).map((node) => node.hostname)).toEqual(['n-00019']);
    expect(counts(await reportOf(rowsOf(19)))).toMatchObject({ unchanged: 19, missing: 0 });
    expect(counts(await reportOf(rowsOf(20)))).toMatchObject({ updated: 1, unchanged: 19 });
    expect((await inventory()).some((node) => node.missing)).toBe(false);
  });

  it('refuses a mirror that would lose too much, beforehand as well', async () => {
    await reportOf(rowsOf(20));
    for (const dryRun of [true, false]) {
      expect(await answerOf(rowsOf(18), { mode: 'mirror', dryRun })).toMatchObject({ code: 'tooManyMissing', message: '2 of 20 nodes of cmdb (10.0 %) would go missing; at most 5 % may' });
    }
    expect((await inventory()).some((node) => node.missing)).toBe(false);
    expect(counts(await reportOf(rowsOf(18), { mode: 'mirror', missingPercentMax: 10 }))).toMatchObject({ missing: 2 });
    expect(await answerOf(rowsOf(18), { mode: 'mirror', missingPercentMax: 101 })).toMatchObject({ code: 'invalidInput' });
  });

  it('does not touch another source, nor a retired node', async () => {
    await reportOf(rowsOf(4));
    await sql`UPDATE node SET retired = true WHERE source = 'cmdb' AND external_id = 'n-00003'`.execute(test.database.db);
    expect(counts(await reportOf(rowsOf(3), { mode: 'mirror' }))).toMatchObject({ unchanged: 3, missing: 0 });
    expect((await sql<{ missing: number }>`SELECT count(*) FILTER (WHERE missing)::int AS missing FROM node`.execute(test.database.db)).rows).toEqual([{ missing: 0 }]);
  });

  it('finds twins by case and final dot, in the order of the rows and among what its reader found', async () => {
    const twins: ImportEntry[] = [
      aNodeRow('a', 'site-0', { row: 2 }), { row: 3, column: 'port', code: 'badPort', message: 'no port' }, aNodeRow('A', 'site-0', { row: 4, hostname: 'other' }), aNodeRow('b.', 'site-0', { row: 5, hostname: 'a.' }),
      aNodeRow('b', 'nowhere', { row: 6, credential: 'nobody' }),
    ];
    const report = await reportOf(twins);
    expect(report.problems.map(({ row, column, code, message }) => [row, column, code, message])).toEqual([
      [3, 'port', 'badPort', 'no port'], [4, 'externalId', 'duplicate', 'row 2 has the same externalId'], [5, 'hostname', 'duplicate', 'row 2 has the same hostname'],
      [6, 'credential', 'credentialUnknown', 'there is no credential named nobody'], [6, 'externalId', 'duplicate', 'row 5 has the same externalId'], [6, 'site', 'siteUnknown', 'there is no site named nowhere'],
    ]);
    expect(await inventory()).toEqual([]);
    expect(await staged()).toBe(0);
  });

  it('counts all problems and lists the first thousand', async () => {
    const report = await reportOf(rowsOf(2500, { site: 'nowhere', hostname: 'same' }));
    expect([report.problemCount, report.problems.length, report.problems[0]?.row, report.problems.at(-1)?.row]).toEqual([2500 + 2499, 1000, 1, 501]);
  });

  it('leaves nothing behind when its reader breaks off', async () => {
    async function* broken(): AsyncGenerator<ImportEntry> {
      yield* rowsOf(2500);
      await Promise.reject(new Error('the client has gone'));
    }
    await expect(answerOf(broken())).rejects.toThrow('the client has gone');
    expect([await staged(), (await inventory()).length]).toEqual([0, 0]);
  });

  it('answers the same key with the same answer, and refuses it for other rows', async () => {
    const key = by(fleet.operator);
    const importOf = (rows: readonly NodeImportRow[]) => inventoryCommands(test.database).importNodes({ ...key, source: 'cmdb', rows, dryRun: false });
    const first = await importOf(rowsOf(3));
    expect(isRefusal(first)).toBe(false);
    expect(await importOf(rowsOf(3))).toEqual(first);
    expect(await importOf(rowsOf(4))).toMatchObject({ code: 'idempotencyKeyReused' });
  });

  it('refuses an import that names nothing', async () => {
    expect(await answerOf([])).toMatchObject({ code: 'importEmpty' });
  });

  // What a connection learnt from a statement that changed nothing took minutes for one that changes everything.
  it('changes many nodes on a connection that changed none before', async () => {
    await reportOf(rowsOf(8000));
    const { database } = test;
    await database.db.connection().execute(async (db) => {
      const inventory = inventoryCommands({ ...database, db });
      await sql`UPDATE node SET missing = true WHERE false`.execute(db);
      const rows = rowsOf(8000, { address: '10.8.8.8' });
      expect(accepted(await inventory.importNodes({ ...by(fleet.operator), source: 'cmdb', rows, dryRun: false }))).toMatchObject({ updated: 8000 });
    });
  }, 30_000);

  it('defers a run whose node went missing before its turn', async () => {
    const { campaignId } = await startedCampaign(test.database, fleet, aSpec(fleet, { waves: [{ rest: true }] }));
    const named = [aNodeRow('node-0000', 'site-0', { domains: ['site-0/rack-0'] }), aNodeRow('control-0', 'site-0', { role: 'control' })];
    accepted(await inventoryCommands(test.database).importNodes({ ...by(fleet.operator), source: 'test', rows: named, dryRun: false, mode: 'mirror', missingPercentMax: 50 }));
    await fakeWorker(test.database, () => 'migrates').run();
    const { rows } = await sql<{ hostname: string; state: unknown }>`SELECT n.hostname, r.state FROM node_run r JOIN node n ON n.node_id = r.node_id WHERE r.campaign_id = ${campaignId} AND r.wave = 1 ORDER BY n.hostname`.execute(test.database.db);
    expect(rows).toEqual([{ hostname: 'node-0000', state: { kind: 'SUCCEEDED' } }, { hostname: 'node-0001', state: { kind: 'DEFERRED', reason: 'missing' } }]);
  });
});
