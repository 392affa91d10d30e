import { type Finding, type NodeFacts, type NodeId } from '@skein/core';
import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventoryCommands } from '../inventory/inventory-commands.ts';
import { accepted, aFleet, aSpec, by, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { fakeWorker } from '../testing/fake-worker.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createAuditViews } from '../views/audit-views.ts';
import { createFleetViews } from '../views/fleet-views.ts';
import { createAssessmentQueue } from './assessment-queue.ts';
import { type ClaimedAssessment } from './assessment-store.ts';
import { createAssessmentViews } from './assessment-views.ts';
import { createAssessmentCommands } from './request-assessments.ts';

// Only what the store looks at; everything else of the facts is stored as it comes.
const facts = { osId: 'centos', osVersion: '8', osMinor: '8.5', kernelRunning: '4.18.0-348', machineId: 'a'.repeat(32) } as NodeFacts;
const finding = (checkId: string): Finding => ({ checkId, severity: 'inhibit', message: 'no', remediation: 'do', unreadable: false });

describe('assessments', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 8, sites: 2 });
  });
  afterAll(() => test.stop());

  const request = (over: Partial<Parameters<ReturnType<typeof createAssessmentCommands>['request']>[0]> = {}) =>
    createAssessmentCommands(test.database).request({ ...by(fleet.operator), filter: { text: 'node-' }, targetProfileId: fleet.profileId, ...over });
  const queue = () => createAssessmentQueue(test.database);
  const views = () => createAssessmentViews(test.database);
  const takeAll = async (): Promise<ClaimedAssessment[]> => (await Promise.all(fleet.siteIds.map((siteId) => queue().take(siteId, 100)))).flat();
  const node = (index: number): NodeId => fleet.nodeIds[index] ?? ('' as NodeId);

  it('are refused when nothing or not the expected number matches, for a target that is unknown, and to who only looks or approves', async () => {
    expect(await request({ filter: { text: 'nothing' } })).toMatchObject({ code: 'noNodes' });
    expect(await request({ expectedCount: 7 })).toMatchObject({ code: 'countChanged', message: '8 nodes match by now, not 7' });
    expect(await request({ targetProfileId: 'none' as typeof fleet.profileId })).toMatchObject({ code: 'targetProfileNotFound' });
    expect(await request(by(fleet.approver))).toMatchObject({ code: 'permissionMissing' });
    expect(await takeAll()).toEqual([]);
  });

  it('are of the nodes that match when it is asked, without retired ones, once for the same key', async () => {
    accepted(await inventoryCommands(test.database).retireNode({ ...by(fleet.operator), nodeId: node(7) }));
    const key = by(fleet.operator);
    const first = accepted(await request({ ...key, expectedCount: 7 }));
    expect(await request({ ...key, expectedCount: 7 })).toEqual(first);
    expect(await views().batch(first.assessmentBatchId)).toMatchObject({ nodes: 7, open: 7, ready: 0, blocked: 0, failed: 0, byCheck: [] });
    const page = await views().ofBatch(first.assessmentBatchId, { first: 4 });
    const rest = await views().ofBatch(first.assessmentBatchId, { first: 4, after: page.endCursor });
    expect([...page.rows, ...rest.rows].map((row) => row.hostname)).toEqual([0, 1, 2, 3, 4, 5, 6].map((index) => `node-000${String(index)}`));
    expect((await createAuditViews(test.database).page({ action: 'node.assess' }, { first: 5 })).rows).toHaveLength(1);
  });

  it('are counted by what was found, and keep the facts of the newest only', async () => {
    const claims = await takeAll();
    expect(claims).toHaveLength(7);
    for (const [index, claim] of claims.entries()) {
      if (index === 0) await queue().close(claim, { kind: 'failed', message: 'nobody answers' });
      else await queue().close(claim, { kind: 'done', facts, findings: index < 3 ? [finding('disk.predicted'), finding('disk.root')] : index === 3 ? [finding('disk.root')] : [], ready: index > 3 });
    }
    const [claim] = claims.slice(-1);
    const batchId = (await sql<{ id: string }>`SELECT assessment_batch_id AS id FROM assessment WHERE assessment_id = ${claim?.assessmentId}`.execute(test.database.db)).rows[0]?.id ?? '';
    expect(await views().batch(batchId)).toMatchObject({ nodes: 7, open: 0, ready: 3, blocked: 3, failed: 1, byCheck: [{ check: 'disk.root', nodes: 3 }, { check: 'disk.predicted', nodes: 2 }] });
    accepted(await request());
    for (const again of await takeAll()) await queue().close(again, { kind: 'done', facts, findings: [], ready: true });
    expect((await sql<{ nodes: number; facts: number }>`SELECT count(DISTINCT node_id)::int AS nodes, count(facts)::int AS facts FROM assessment`.execute(test.database.db)).rows).toEqual([{ nodes: 7, facts: 7 }]);
    expect((await views().lastOf([claim?.nodeId ?? '', 'nobody'])).size).toBe(1);
    expect((await createFleetViews(test.database).factsOf([claim?.nodeId ?? ''])).get(claim?.nodeId ?? '')).toEqual(facts);
  });

  it('see that a node is being staged or holds a lease', async () => {
    const { campaignId } = await startedCampaign(test.database, fleet, aSpec(fleet, { waves: [{ rest: true }], selector: { nodeIds: [node(0)] } }));
    const seen: boolean[] = [await queue().isInChange(node(0))];
    await fakeWorker(test.database, () => 'hangs').run(async () => {
      const { rows: [lease] } = await sql`SELECT FROM lease WHERE campaign_id = ${campaignId}`.execute(test.database.db);
      return lease !== undefined;
    });
    seen.push(await queue().isInChange(node(0)), await queue().isInChange(node(1)));
    expect(seen).toEqual([false, true, false]);
  });
});
