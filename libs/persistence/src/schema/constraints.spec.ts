import { startPostgres } from '@skein/testkit';
import { openKinds, runKinds } from '../run/run-kinds.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvedCampaign, aFleet, aSpec, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';

describe('PostgreSQL itself refuses', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  let campaignId: string;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 6 });
    ({ campaignId } = await startedCampaign(test.database, fleet, aSpec(fleet)));
    await fakeWorker(test.database, () => 'awaitsPermit').run();
  });
  afterAll(() => test.stop());
  const change = (statement: string): Promise<unknown> => sql.raw(statement).execute(test.database.db);

  it('a second open run of a node, in whatever campaign', async () => {
    const { campaignId: other } = await approvedCampaign(test.database, fleet, aSpec(fleet, { selector: { nodeIds: fleet.nodeIds.slice(3) } }));
    await change(`INSERT INTO wave (campaign_id, number, state) VALUES ('${other}', 1, '{"kind": "ADMITTING"}')`);
    const again = `INSERT INTO node_run (campaign_id, wave, node_id, site_id, state) SELECT '${other}', 1, node_id, site_id, '{"kind": "STATE"}' FROM node_run WHERE campaign_id = '${campaignId}' LIMIT 1`;
    await expect(change(again.replace('STATE', 'PLANNED'))).rejects.toThrow('node_run_open');
    await expect(change(again.replace('STATE', 'SUCCEEDED'))).resolves.toBeDefined();
  });

  it('an open run in exactly the states that core calls open', async () => {
    const { rows: [row] } = await sql<{ predicate: string }>`SELECT pg_get_expr(indpred, indrelid) AS predicate FROM pg_index WHERE indexrelid = 'node_run_open'::regclass`.execute(test.database.db);
    expect(runKinds.filter((kind) => row?.predicate.includes(`'${kind}'`))).toEqual(openKinds);
  });

  it('approval by the author, by the last editor, and of another revision', async () => {
    const { campaignId: id, revision } = await approvedCampaign(test.database, fleet, aSpec(fleet, { name: 'another', selector: { nodeIds: fleet.nodeIds.slice(4) } }));
    const approve = (person: string, digest: string | null) => change(`INSERT INTO approval (campaign_id, digest, person_id, decision) VALUES ('${id}', '${String(digest)}', '${person}', 'approved')`);
    await expect(approve(fleet.operator.personId, revision)).rejects.toThrow('never approves it');
    const { rows: [other] } = await sql<{ digest: string }>`SELECT digest FROM plan_revision WHERE digest <> ${revision} LIMIT 1`.execute(test.database.db);
    await expect(approve(fleet.admin.personId, other?.digest ?? '')).rejects.toThrow('revision that was submitted');
  });

  it.each([
    ['campaign', 'epoch = epoch - 1'], ['campaign', 'version = version - 1'], ['node_run', 'fence = -1'], ['node_run', 'attempt = attempt - 1'], ['node', 'incarnation = incarnation - 1'],
  ])('a counter of %s that goes back: %s', async (table, assignment) => {
    await expect(change(`UPDATE ${table} SET ${assignment}`)).rejects.toThrow('went back');
  });

  it.each(['plan_revision', 'approval', 'gate_evaluation', 'audit_event', 'target_profile'])('any change of a row of %s', async (table) => {
    await change(`INSERT INTO gate_evaluation (campaign_id, wave, verdict, detail, evidence) VALUES ('${campaignId}', 1, 'PASS', '{}', '{}')`);
    await expect(change(`DELETE FROM ${table}`)).rejects.toThrow('never change');
  });

  it('an audit chain that is emptied', async () => {
    await expect(change('TRUNCATE audit_event')).rejects.toThrow('never change');
  });

  it('two leases for one node', async () => {
    const insert = `INSERT INTO lease (run_id, node_id, campaign_id, wave, site_id, cause) SELECT run_id, node_id, campaign_id, wave, site_id, 'admission' FROM lease WHERE released_at IS NULL LIMIT 1`;
    await expect(change(insert)).rejects.toThrow('lease_held');
  });
});
