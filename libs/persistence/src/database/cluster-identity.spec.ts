import { startPostgres } from '@skein/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIdentityStore } from '../identity/postgres-identity-store.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { clusterIdentity } from './cluster-identity.ts';

describe('the identity of a cluster', () => {
  let test: TestDatabase;
  beforeAll(async () => { test = await openTestDatabase(await startPostgres()); });
  afterAll(() => test.stop());

  it('stays the same but for the newest link of the audit chain', async () => {
    const before = await clusterIdentity(test.database.db);
    expect(before).toMatchObject({ timeline: 1, audit: null });
    await createIdentityStore(test.database).savePerson({ name: 'olga', role: 'operator', passwordHash: null });
    const after = await clusterIdentity(test.database.urgent);
    expect(after).toMatchObject({ systemId: before.systemId, timeline: 1, audit: { seq: 1 } });
    expect(after.audit?.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});
