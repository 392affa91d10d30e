import { type CampaignDocument, type CampaignId, documentOf } from '@skein/core';
import { startPostgres } from '@skein/testkit';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApplyAnswer } from '../campaign/campaign-command.ts';
import { campaignCommands } from '../campaign/campaign-commands.ts';
import { createCampaignInsights } from '../insight/campaign-insights.ts';
import { inventoryCommands } from '../inventory/inventory-commands.ts';
import { accepted, aFleet, aNodeRow, aSpec, by, type Fleet, startedCampaign } from '../testing/a-fleet.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createCampaignViews } from '../views/campaign-views.ts';

const named = { targetProfile: () => 'OpenCloudOS 8', site: (id: string) => id, node: (id: string) => id };

describe('applying a document', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 6 });
  });
  afterAll(() => test.stop());
  const documentNamed = (name: string, more: Partial<CampaignDocument['spec']> = {}): CampaignDocument => {
    const document = documentOf(aSpec(fleet, { name }), named);
    return { ...document, spec: { ...document.spec, ...more } };
  };
  const apply = (document: CampaignDocument, more: { readonly dryRun?: boolean; readonly idempotencyKey?: string } = {}) =>
    campaignCommands(test.database).apply({ ...by(fleet.operator), document, source: 'api', dryRun: false, ...more });
  const outcomeOf = (answer: ApplyAnswer): unknown => ('refusals' in answer ? answer.refusals.map(({ code }) => code) : answer.outcome);
  const idOf = (answer: ApplyAnswer): CampaignId => {
    if ('refusals' in answer || answer.campaignId === null) throw new Error(`no campaign: ${JSON.stringify(answer)}`);
    return answer.campaignId;
  };
  const exported = async (campaignId: CampaignId): Promise<CampaignDocument> => {
    const document = (await createCampaignInsights(test.database).documents([campaignId])).get(campaignId);
    if (document === undefined) throw new Error('the campaign is gone');
    return document;
  };

  it('makes a campaign once, changes it when it says something else, and is nothing when it says the same', async () => {
    const first = await apply(documentNamed('once'));
    const id = idOf(first);
    const version = async () => (await createCampaignViews(test.database).get(id))?.version;
    expect([outcomeOf(first), await version()]).toEqual(['CREATED', 1]);
    expect([outcomeOf(await apply(documentNamed('once'))), await version()]).toEqual(['UNCHANGED', 1]);
    const changed = await apply(documentNamed('once', { seed: 2, hooks: 'f5' }));
    expect(changed).toMatchObject({ outcome: 'CHANGED', campaignId: id, changes: [{ path: 'hooks', before: null, after: '"f5"' }, { path: 'seed', before: '1', after: '2' }] });
    expect([await version(), outcomeOf(await apply(documentNamed('once', { seed: 2, hooks: 'f5' })))]).toEqual([2, 'UNCHANGED']);
    expect(await createCampaignViews(test.database).count({ text: 'once' })).toBe(1);
  });

  it('gives the same key the same answer, and makes one campaign of ten documents at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_unused, index) => apply(documentNamed('crowd'), { idempotencyKey: index < 5 ? 'the same' : `own ${String(index)}` })));
    expect(new Set(answers.map(idOf)).size).toBe(1);
    expect(answers.map(outcomeOf).filter((outcome) => outcome === 'UNCHANGED').length).toBeGreaterThanOrEqual(4);
    expect(outcomeOf(await apply(documentNamed('crowd', { seed: 9 }), { idempotencyKey: 'the same' }))).toEqual(['idempotencyKeyReused']);
  });

  it('only says what would happen when it is a dry run', async () => {
    expect(await apply(documentNamed('thought'), { dryRun: true })).toMatchObject({ outcome: 'CREATED', campaignId: null });
    expect(await createCampaignViews(test.database).count({ text: 'thought' })).toBe(0);
    const id = idOf(await apply(documentNamed('thought')));
    expect(await apply(documentNamed('thought', { seed: 7 }), { dryRun: true })).toMatchObject({ outcome: 'CHANGED', campaignId: id });
    expect((await exported(id)).spec.seed).toBe(1);
  });

  it('voids an approval when it changes what was approved, and leaves a campaign under way alone', async () => {
    const { campaignId } = await startedCampaign(test.database, fleet, aSpec(fleet, { name: 'running', selector: { nodeIds: fleet.nodeIds.slice(0, 1) } }));
    expect(outcomeOf(await apply(await exported(campaignId)))).toBe('UNCHANGED');
    expect(outcomeOf(await apply({ ...(await exported(campaignId)), spec: documentNamed('running', { seed: 8 }).spec }))).toEqual(['campaignIsUnderWay']);
    const id = idOf(await apply(documentNamed('approved', { selector: { nodes: ['node-0003'] } })));
    const commands = campaignCommands(test.database);
    const { campaign } = accepted(await commands.submit({ ...by(fleet.operator), campaignId: id }));
    accepted(await commands.approve({ ...by(fleet.approver), campaignId: id, digest: campaign.revision ?? ('' as never) }));
    expect(outcomeOf(await apply(documentNamed('approved', { selector: { nodes: ['node-0004'] } })))).toBe('CHANGED');
    expect((await createCampaignViews(test.database).get(id))?.state.kind).toBe('DRAFT');
  });

  it('names everything that cannot be found, all at once, and writes nothing', async () => {
    const answer = await apply(documentNamed('lost', { targetProfile: 'Nothing 9', selector: { nodes: ['node-0000', 'nowhere-1', 'nowhere-2'], sites: ['site-0', 'mars'] } }));
    expect('refusals' in answer ? answer.refusals.map(({ code, message, field }) => [code, message, field?.join('.')]) : null).toEqual([
      ['targetProfileNotFound', 'there is no target profile Nothing 9', 'document.spec.targetProfile'], ['siteNotFound', 'there is no site mars', 'document.spec.selector.sites'],
      ['nodeNotFound', 'there is no node nowhere-1, nowhere-2', 'document.spec.selector.nodes'],
    ]);
    expect(await createCampaignViews(test.database).count({ text: 'lost' })).toBe(0);
  });

  it('asks which node is meant when two have the host name, and exports the one that was', async () => {
    const site = { site: 'site-0' };
    accepted(await inventoryCommands(test.database).importNodes({ ...by(fleet.admin), source: 'other/cmdb', rows: [aNodeRow('node-0005', site.site), aNodeRow('lone', site.site)], dryRun: false }));
    expect(outcomeOf(await apply(documentNamed('twins', { selector: { nodes: ['node-0005'] } })))).toEqual(['nameIsAmbiguous']);
    const id = idOf(await apply(documentNamed('twins', { selector: { nodes: ['other/cmdb/node-0005', 'lone'] } })));
    expect((await exported(id)).spec.selector).toEqual({ nodes: ['lone', 'other/cmdb/node-0005'] });
  });

  it('means the newest profile of a name, and exports an older one by its id', async () => {
    const id = idOf(await apply(documentNamed('profile')));
    const { targetProfileId } = accepted(await inventoryCommands(test.database).saveTargetProfile({
      ...by(fleet.admin), name: 'OpenCloudOS 8', osId: 'opencloudos', osVersion: '8.10', repositoryUrl: 'http://mirror/oc8', repositoryKey: '-----BEGIN PGP PUBLIC KEY BLOCK-----', kernelPrefix: '5.4.',
    }));
    expect((await exported(id)).spec.targetProfile).toBe(fleet.profileId);
    expect(outcomeOf(await apply(await exported(id)))).toBe('UNCHANGED');
    expect(await apply(documentNamed('profile'))).toMatchObject({ outcome: 'CHANGED', changes: [{ path: 'targetProfile', before: JSON.stringify(fleet.profileId), after: '"OpenCloudOS 8"' }], spec: { targetProfileId } });
  });

  it('of what was exported does nothing, whatever the campaign says (property)', async () => {
    const commands = campaignCommands(test.database);
    const word = fc.stringMatching(/^[a-z\u4e2d"'\\/ .-]{1,12}$/);
    const specs = fc.record({
      selector: fc.record({ nodeIds: fc.subarray([...fleet.nodeIds]), siteIds: fc.subarray([...fleet.siteIds]), labels: fc.dictionary(word, word, { maxKeys: 3 }) }, { requiredKeys: [] }),
      waves: fc.array(fc.oneof(fc.record({ count: fc.nat() }), fc.record({ percent: fc.nat() }), fc.constant({ rest: true as const })), { maxLength: 4 }),
      hooks: fc.option(word), seed: fc.integer(), concurrencyMax: fc.nat(), gate: fc.constant({ ...aSpec(fleet).gate, failurePercentMax: 12.5 }),
    });
    await fc.assert(fc.asyncProperty(specs, fc.uuid(), async (more, name) => {
      const { campaign } = accepted(await commands.draft({ ...by(fleet.operator), spec: aSpec(fleet, { ...more, name }), source: 'operator' }));
      const document = await exported(campaign.campaignId);
      // As a file: what JSON cannot say is not there any more.
      const read = JSON.parse(JSON.stringify(document)) as CampaignDocument;
      expect(await apply(read)).toMatchObject({ outcome: 'UNCHANGED', campaignId: campaign.campaignId, changes: [] });
    }), { numRuns: 40 });
    const { rows: [row] } = await sql<{ events: number }>`SELECT count(*)::int AS events FROM audit_event WHERE action = 'campaign.revise'`.execute(test.database.db);
    expect(row?.events).toBeLessThan(5);
  });
});
