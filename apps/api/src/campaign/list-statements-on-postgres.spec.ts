import { startPostgres, type TestPostgres } from '@skein/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNodes, createPopulatedDatabase, newKey, startApi, type TestApi } from '../testing/start-api.ts';

const campaignCount = 50;

let postgres: TestPostgres;
let api: TestApi;
let olga: string;

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(await createPopulatedDatabase(postgres));
  olga = await api.signIn('olga');
  const anna = await api.signIn('anna');
  const nodeIds = await addNodes(api, olga, campaignCount);
  await api.data(olga, 'mutation ($input: TargetProfileSaveInput!) { targetProfileSave(input: $input) { userErrors { code message } } }', { input: {
    idempotencyKey: newKey(), name: 'OpenCloudOS 8', osId: 'opencloudos', osVersion: '8.8', repositoryUrl: 'http://mirror.example/8.8/', repositoryKey: '-----BEGIN PGP PUBLIC KEY BLOCK-----\nabc\n-----END PGP PUBLIC KEY BLOCK-----\n', kernelPrefix: '5.4.',
  } });
  for (let index = 0; index < campaignCount; index += 1) await startCampaign(anna, index);
  const { db } = api.persistence.database;
  const campaigns = (await api.persistence.campaignViews.list({}, { first: campaignCount })).rows;
  const siteId = (await api.persistence.fleetViews.sites())[0]?.siteId ?? '';
  await db.insertInto('node_run').values(campaigns.map(({ campaignId }, index) => ({ campaign_id: campaignId, wave: 1, site_id: siteId, node_id: nodeIds[index] ?? '', settled_at: new Date(), state: JSON.stringify(index % 2 === 0 ? { kind: 'SUCCEEDED' } : { kind: 'FAILED_CLEAN', reason: 'stageFailed', failureClass: 'NODE' }) }))).execute();
  await db.insertInto('gate_evaluation').values(campaigns.map(({ campaignId }) => ({ campaign_id: campaignId, wave: 1, verdict: 'PASS', detail: JSON.stringify({ kind: 'PASS' }), evidence: '{}' }))).execute();
}, 120_000);
afterAll(async () => {
  await api.close();
  await postgres.stop();
});

async function startCampaign(anna: string, index: number): Promise<void> {
  const document = { apiVersion: 'skein/v1', kind: 'Campaign', metadata: { name: `web ${String(index)}` }, spec: { targetProfile: 'OpenCloudOS 8', waves: [{ rest: true }], selector: { nodes: [`web-${String(index)}.example`] } } };
  const { campaignApply } = await api.data<{ readonly campaignApply: { readonly campaign: { readonly id: string } } }>(olga, 'mutation ($input: CampaignApplyInput!) { campaignApply(input: $input) { campaign { id } } }', { input: { idempotencyKey: newKey(), document } });
  const campaignId = campaignApply.campaign.id;
  const { campaignSubmit } = await api.data<{ readonly campaignSubmit: { readonly campaign: { readonly revision: { readonly digest: string } } } }>(olga, 'mutation ($input: CampaignVerbInput!) { campaignSubmit(input: $input) { campaign { revision { digest } } } }', { input: { idempotencyKey: newKey(), campaignId } });
  await api.data(anna, 'mutation ($input: CampaignApproveInput!) { campaignApprove(input: $input) { userErrors { code } } }', { input: { idempotencyKey: newKey(), campaignId, digest: campaignSubmit.campaign.revision.digest } });
  await api.data(olga, 'mutation ($input: CampaignVerbInput!) { campaignStart(input: $input) { userErrors { code } } }', { input: { idempotencyKey: newKey(), campaignId } });
}

/** What time asks for, and not the request: feeds, and when a token was used last. */
const byTheClock = (name: string): boolean => /^(principalByToken|principalsByTokens|changeFeed|begin|commit)/.test(name);

async function statementsOf(query: string): Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly statements: number }> {
  const counted = (): number => [...api.persistence.database.statementsByName()].reduce((sum, [name, count]) => sum + (byTheClock(name) ? 0 : count), 0);
  const before = counted();
  const [answer] = Object.values(await api.data<Readonly<Record<string, { readonly nodes: readonly Readonly<Record<string, unknown>>[] }>>>(olga, query));
  return { rows: answer?.nodes ?? [], statements: counted() - before };
}

/** List, what of its rows is asked for, how many statements at most; rows, where fifty would hold more objects than one answer may. */
const lists: readonly (readonly [string, string, number, number])[] = [
  ['campaigns', 'waves { number verdicts { kind } }', 3, 40],
  ['campaigns', 'can { start { allowed reason } retry { allowed } rollback { allowed } }', 3, 50],
  ['campaigns', 'summary { migrated unavailableSecondsLower unavailableSecondsUpper reattachments }', 2, 50],
  ['campaigns', 'holdingPermit { hostname }', 2, 50],
  ['campaigns', 'author { name lastSignInAt disabledAt } lastEditor { lastSignInAt }', 2, 50],
  ['campaigns', 'failures { reason count }', 2, 50],
  ['campaigns', 'burnDown { remaining }', 2, 50],
  ['campaigns', 'forecast { samples }', 2, 50],
  ['campaigns', 'availabilitySeries(points: 3) { lowerPercent }', 2, 50],
  ['campaigns', 'blastRadius { nodes }', 2, 50],
  ['campaigns', 'planDiff { addedCount }', 2, 50],
  ['campaigns', 'document', 3, 50],
  ['campaigns', 'byStateClass { count } waves { byStateClass { count } domains { members } }', 10, 40],
  ['nodes', 'run { state steps { name } jobs { state } outcomes { kind } packageChanges { added } }', 10, 50],
  ['nodes', 'runs { state } services { name } restorePoints { state } facts assessment { state }', 10, 50],
  ['runs', 'steps { name } jobs { state } outcomes { kind } findings { check }', 10, 50],
];

describe('a page of many rows', () => {
  it.each(lists)('of %s with %s costs as many statements as one of two, and few', async (list, fields, most, rows) => {
    // The first of each kind folds what is new, and is not counted.
    await statementsOf(`{ ${list}(page: { first: 2 }) { nodes { id ${fields} } } }`);
    const two = await statementsOf(`{ ${list}(page: { first: 2 }) { nodes { id ${fields} } } }`);
    const many = await statementsOf(`{ ${list}(page: { first: ${String(rows)} }) { nodes { id ${fields} } } }`);
    expect([two.rows.length, many.rows.length]).toEqual([2, rows]);
    expect(many.statements).toBe(two.statements);
    expect(many.statements).toBeLessThanOrEqual(most);
  });

  it('answers each row with what belongs to it', async () => {
    const { rows } = await statementsOf('{ campaigns(page: { first: 50 }) { nodes { id name failures { reason } summary { migrated } document can { rollback { allowed } } } } }');
    expect(rows).toHaveLength(50);
    for (const row of rows) {
      const { name, failures, summary, document, can } = row as unknown as Row;
      expect(document.metadata.name).toBe(name);
      // Each has one node, and every other one failed.
      expect([failures.length, summary.migrated]).toEqual(can.rollback.allowed ? [0, 1] : [1, 0]);
    }
    expect(rows.filter((row) => (row as unknown as Row).can.rollback.allowed)).toHaveLength(25);
  });
});

interface Row {
  readonly name: string;
  readonly failures: readonly object[];
  readonly summary: { readonly migrated: number };
  readonly document: { readonly metadata: { readonly name: string } };
  readonly can: { readonly rollback: { readonly allowed: boolean } };
}
