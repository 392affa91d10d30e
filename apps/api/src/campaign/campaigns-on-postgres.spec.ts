import { startPostgres, type TestPostgres } from '@skein/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNodes, createPopulatedDatabase, newKey, startApi, type TestApi, type TestPerson } from '../testing/start-api.ts';

let postgres: TestPostgres;
let api: TestApi;
let nodeIds: readonly string[];
const as: Record<TestPerson, string> = { olga: '', anna: '', adam: '', vera: '', bert: '' };

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(await createPopulatedDatabase(postgres));
  for (const name of Object.keys(as) as TestPerson[]) as[name] = await api.signIn(name);
  nodeIds = await addNodes(api, as.olga, 8);
  await api.data(as.olga, 'mutation ($input: TargetProfileSaveInput!) { targetProfileSave(input: $input) { userErrors { code message } } }', { input: {
    idempotencyKey: newKey(), name: 'OpenCloudOS 8', osId: 'opencloudos', osVersion: '8.8', repositoryUrl: 'http://mirror.example/8.8/', repositoryKey: '-----BEGIN PGP PUBLIC KEY BLOCK-----\nabc\n-----END PGP PUBLIC KEY BLOCK-----\n', kernelPrefix: '5.4.',
  } });
});
afterAll(async () => {
  await api.close();
  await postgres.stop();
});

interface Applied {
  readonly campaign: { readonly id: string; readonly state: string; readonly document: Readonly<Record<string, unknown>> } | null;
  readonly outcome: string | null;
  readonly changes: readonly object[];
  readonly preview: { readonly memberCount: number; readonly waves: readonly Readonly<Record<string, unknown>>[] } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
}

const document = (name: string, spec: object = {}): object => ({ apiVersion: 'skein/v1', kind: 'Campaign', metadata: { name }, spec: { targetProfile: 'OpenCloudOS 8', waves: [{ count: 2 }, { rest: true }], ...spec } });

async function apply(token: string, input: object): Promise<Applied> {
  const { campaignApply } = await api.data<{ readonly campaignApply: Applied }>(token, `mutation ($input: CampaignApplyInput!) { campaignApply(input: $input) {
    campaign { id state document } outcome changes { path before after } preview { memberCount waves { number memberCount stopAt seesPercent expectedSeconds startableNow members { hostname obstacles { code message } } detection { truePercent stopProbability } } }
    userErrors { code field } } }`, { input: { idempotencyKey: newKey(), ...input } });
  return campaignApply;
}

interface Changed { readonly campaign: { readonly state: string; readonly revision: { readonly digest: string } | null } | null; readonly userErrors: readonly { readonly code: string }[] }

async function verb(token: string, name: string, campaignId: string, more: object = {}): Promise<Changed> {
  const type = name === 'campaignApprove' ? 'CampaignApproveInput' : 'CampaignVerbInput';
  const answer = await api.data<Readonly<Record<string, Changed>>>(token, `mutation ($input: ${type}!) { ${name}(input: $input) { campaign { state revision { digest } } userErrors { code } } }`, { input: { idempotencyKey: newKey(), campaignId, ...more } });
  const changed = answer[name];
  if (changed === undefined) throw new Error(`${name} did not answer`);
  return changed;
}

async function started(name: string, nodes: readonly number[]): Promise<string> {
  const { campaign } = await apply(as.olga, { document: document(name, { selector: { nodes: nodes.map((index) => `web-${String(index)}.example`) } }) });
  const id = campaign?.id ?? '';
  const { campaign: submitted } = await verb(as.olga, 'campaignSubmit', id);
  await verb(as.anna, 'campaignApprove', id, { digest: submitted?.revision?.digest });
  expect((await verb(as.olga, 'campaignStart', id)).campaign?.state).toBe('RUNNING');
  return id;
}

describe('campaigns through GraphQL, with Temporal down', () => {
  it('are made from a document: in thought, then once, then not again, and changed when it says something else', async () => {
    const thought = await apply(as.olga, { document: document('web'), dryRun: true });
    expect([thought.campaign, thought.outcome, thought.preview?.memberCount, thought.userErrors]).toEqual([null, 'CREATED', 8, []]);
    const made = await apply(as.olga, { document: document('web') });
    expect([made.campaign?.state, made.outcome]).toEqual(['DRAFT', 'CREATED']);
    expect((await apply(as.olga, { document: made.campaign?.document })).outcome).toBe('UNCHANGED');
    const changed = await apply(as.olga, { document: document('web', { gate: { soakSeconds: 60 }, selector: { labels: [] } }) });
    expect([changed.campaign?.id, changed.outcome, changed.changes]).toEqual([made.campaign?.id, 'CHANGED', [{ path: 'gate.soakSeconds', before: '300', after: '60' }, { path: 'selector.labels', before: null, after: '[]' }]]);
    expect((await apply(as.olga, { document: document('web', { selector: { nodes: ['nobody'], sites: ['nowhere'] } }) })).userErrors).toEqual([
      { code: 'siteNotFound', field: ['document', 'spec', 'selector', 'sites'] }, { code: 'nodeNotFound', field: ['document', 'spec', 'selector', 'nodes'] },
    ]);
    expect((await apply(as.olga, { document: { ...document('web'), apiVersion: 'skein/v9' } })).userErrors).toEqual([{ code: 'invalidInput', field: ['document', 'apiVersion'] }]);
    expect((await apply(as.olga, { document: document('web\u0000') })).userErrors).toEqual([{ code: 'invalidInput', field: ['document'] }]);
    expect((await api.ask(as.vera, 'mutation ($input: CampaignApplyInput!) { campaignApply(input: $input) { outcome } }', { input: { idempotencyKey: newKey(), document: document('web') } })).errors[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('are previewed with what each wave can notice and what stands in the way of the first', async () => {
    const { preview } = await apply(as.olga, { document: document('web'), dryRun: true });
    const [first, second] = preview?.waves ?? [];
    expect(first).toMatchObject({ memberCount: 2, stopAt: 1, expectedSeconds: null, startableNow: 0, seesPercent: 55.3 });
    expect(first?.['members']).toMatchObject([{ obstacles: [{ code: 'siteUnattended', message: 'nobody watches site sz' }] }, { obstacles: [{ code: 'siteUnattended' }] }]);
    expect(second).toMatchObject({ memberCount: 6, startableNow: null, members: [{ obstacles: [] }, {}, {}, {}, {}, {}] });
    const detection = second?.['detection'] as readonly { readonly truePercent: number; readonly stopProbability: number }[];
    // Eight nodes in waves that one failure stops: 1 − 0.9⁸.
    expect(detection.find(({ truePercent }) => truePercent === 10)?.stopProbability).toBeCloseTo(0.56953279, 8);
  });

  it('say what they touch, why runs failed and how far they are', async () => {
    const id = await started('read', [0, 1, 2]);
    const run = { campaign_id: id, wave: 1, site_id: (await api.persistence.fleetViews.sites())[0]?.siteId ?? '', settled_at: new Date() };
    const { rows: members } = await api.persistence.fleetViews.nodes({ ids: nodeIds }, { first: 200 });
    const nodeNamed = (hostname: string): string => members.find((node) => node.hostname === hostname)?.nodeId ?? '';
    await api.persistence.database.db.insertInto('node_run').values([
      { ...run, node_id: nodeNamed('web-0.example'), state: JSON.stringify({ kind: 'BLOCKED', checks: ['disk.root'] }) },
      { ...run, node_id: nodeNamed('web-1.example'), state: JSON.stringify({ kind: 'RESTORED', reason: 'bootFailed', failureClass: 'NODE' }) },
    ]).execute();
    const { campaign } = await api.data<{ readonly campaign: Readonly<Record<string, unknown>> }>(as.vera, `query ($id: ID!) { campaign(id: $id) {
      failures { reason failureClass count hostnames remediation byStateClass { stateClass count } } burnDown { remaining } forecast { samples } planDiff { addedCount }
      availabilitySeries(points: 3) { lowerPercent upperPercent } blastRadius { nodes sites { value count } domains { domain members } } } }`, { id });
    expect(campaign).toMatchObject({
      failures: [
        { reason: 'bootFailed', failureClass: 'NODE', count: 1, hostnames: ['web-1.example'], remediation: expect.stringContaining('kernel') as string, byStateClass: [{ stateClass: 'ROLLED_BACK', count: 1 }] },
        { reason: 'disk.root', failureClass: null, count: 1, hostnames: ['web-0.example'], byStateClass: [{ stateClass: 'ATTENTION', count: 1 }] },
      ],
      forecast: null, planDiff: null, blastRadius: { nodes: 3, sites: [{ value: 'sz', count: 3 }] },
      availabilitySeries: [{ lowerPercent: 100, upperPercent: 100 }, {}, {}],
    });
    const burnDown = campaign['burnDown'] as readonly { readonly remaining: number }[];
    expect([burnDown[0]?.remaining, burnDown.at(-1)?.remaining]).toEqual([3, 1]);
    expect((await api.ask(as.vera, 'query ($id: ID!) { campaign(id: $id) { availabilitySeries(points: 121) { from } } }', { id })).errors[0]?.extensions['code']).toBe('BAD_REQUEST');
  });

  it('say under which code and why a verb would be refused', async () => {
    const { campaign } = await apply(as.adam, { document: document('own') });
    await verb(as.adam, 'campaignSubmit', campaign?.id ?? '');
    const can = async (who: TestPerson) => (await api.data<{ readonly campaign: { readonly can: object } }>(as[who], 'query ($id: ID!) { campaign(id: $id) { can { approve { allowed code reason } start { code reason } } } }', { id: campaign?.id })).campaign.can;
    expect(await can('adam')).toEqual({
      approve: { allowed: false, code: 'authorMayNotApprove', reason: 'adam wrote this campaign, and who writes one never approves it. Ask another person with the role approver or admin.' },
      start: { code: 'campaignNotScheduled', reason: 'A campaign that is AWAITING_APPROVAL cannot be started. It waits for an approver; revise or cancel it if it is not wanted.' },
    });
    expect(await can('anna')).toMatchObject({ approve: { allowed: true, code: null, reason: null } });
    expect(await can('vera')).toMatchObject({ start: { code: 'permissionMissing', reason: expect.stringContaining('role operator or admin') as string } });
  });

  it('are all halted at once by who may stop, and not by who may only look', async () => {
    const ids = [await started('one', [4, 5]), await started('two', [6, 7])];
    const halt = 'mutation ($input: CampaignsHaltAllInput!) { campaignsHaltAll(input: $input) { campaigns { id state } holdingPermit { hostname } userErrors { code } } }';
    expect((await api.ask(as.vera, halt, { input: { idempotencyKey: newKey() } })).errors[0]?.extensions['code']).toBe('FORBIDDEN');
    const input = { idempotencyKey: newKey(), reason: 'fire' };
    const { campaignsHaltAll } = await api.data<{ readonly campaignsHaltAll: { readonly campaigns: readonly { readonly id: string; readonly state: string }[] } }>(as.anna, halt, { input });
    expect(new Map(campaignsHaltAll.campaigns.map(({ id, state }) => [id, state]))).toEqual(new Map([...ids, ...campaignsHaltAll.campaigns.map(({ id }) => id)].map((id) => [id, 'HALTED'])));
    expect(await api.data(as.anna, halt, { input })).toEqual({ campaignsHaltAll });
    expect(await api.data(as.anna, '{ campaigns(filter: { states: [RUNNING] }) { totalCount } }')).toEqual({ campaigns: { totalCount: 0 } });
  });

  it('are listed in the order that was asked for, and skipped into', async () => {
    const names = async (args: string) => (await api.data<{ readonly campaigns: { readonly nodes: readonly { readonly name: string }[] } }>(as.vera, `{ campaigns(${args}) { nodes { name } } }`)).campaigns.nodes.map(({ name }) => name);
    expect(await names('orderBy: { field: NAME, direction: ASC }')).toEqual(['one', 'own', 'read', 'two', 'web']);
    expect(await names('orderBy: { field: NAME, direction: ASC }, page: { first: 2, offset: 1 }')).toEqual(['own', 'read']);
    const { people } = { people: await api.data<{ readonly me: { readonly person: { readonly id: string } } }>(as.adam, '{ me { person { id } } }') };
    expect(await names(`filter: { authorId: "${people.me.person.id}" }`)).toEqual(['own']);
    const refused = await api.ask(as.vera, '{ campaigns(page: { offset: 10001 }) { nodes { id } } }');
    expect(refused.errors[0]?.message).toContain('narrow the filter');
  });
});

describe('what the console remembers, through GraphQL', () => {
  it('shares a view with all and lets only its owner change it', async () => {
    const save = 'mutation ($input: SavedViewSaveInput!) { savedViewSave(input: $input) { savedView { id name owner { name } } userErrors { code field } } }';
    const input = { list: 'nodes', name: 'failed', search: 'query=state%3DFAILED', shared: true };
    const { savedViewSave } = await api.data<{ readonly savedViewSave: { readonly savedView: { readonly id: string } } }>(as.olga, save, { input: { idempotencyKey: newKey(), ...input } });
    expect(await api.data(as.vera, '{ savedViews(list: "nodes") { name search shared owner { name } } }')).toEqual({ savedViews: [{ name: 'failed', search: input.search, shared: true, owner: { name: 'olga' } }] });
    const remove = (who: TestPerson) => api.data(as[who], 'mutation ($input: SavedViewDeleteInput!) { savedViewDelete(input: $input) { savedView { id } userErrors { code } } }', { input: { idempotencyKey: newKey(), savedViewId: savedViewSave.savedView.id } });
    expect(await remove('vera')).toEqual({ savedViewDelete: { savedView: null, userErrors: [{ code: 'savedViewNotFound' }] } });
    expect(await remove('olga')).toEqual({ savedViewDelete: { savedView: null, userErrors: [] } });
    expect(await api.data(as.olga, save, { input: { idempotencyKey: newKey(), ...input, list: 'runs' } })).toMatchObject({ savedViewSave: { savedView: null, userErrors: [{ code: 'invalidInput', field: ['list'] }] } });
    expect(await api.data(as.olga, save, { input: { idempotencyKey: newKey(), ...input, name: 'a\u0000b' } })).toMatchObject({ savedViewSave: { userErrors: [{ field: ['name'] }] } });
    expect((await api.ask(as.olga, '{ savedViews(list: "runs") { id } }')).errors[0]?.extensions['code']).toBe('BAD_REQUEST');
  });

  it('keeps preferences of one person, small ones', async () => {
    const save = (preferences: object) => api.data(as.olga, 'mutation ($input: PreferencesSaveInput!) { preferencesSave(input: $input) { preferences userErrors { code } } }', { input: { idempotencyKey: newKey(), preferences } });
    expect(await save({ theme: 'dark', columns: ['os'] })).toEqual({ preferencesSave: { preferences: { theme: 'dark', columns: ['os'] }, userErrors: [] } });
    expect(await save({ text: 'x'.repeat(40_000) })).toEqual({ preferencesSave: { preferences: null, userErrors: [{ code: 'invalidInput' }] } });
    expect(await save({ text: '\u0000' })).toEqual({ preferencesSave: { preferences: null, userErrors: [{ code: 'invalidInput' }] } });
    expect([await api.data(as.olga, '{ preferences }'), await api.data(as.vera, '{ preferences }')]).toEqual([{ preferences: { theme: 'dark', columns: ['os'] } }, { preferences: {} }]);
  });

  it('finds what the audit tells by time', async () => {
    interface Page { readonly audit: { readonly nodes: readonly { readonly seq: number; readonly at: string }[] } }
    const page = (filter: string) => api.data<Page>(as.adam, `{ audit(filter: ${filter}, page: { first: 200 }) { nodes { seq at } } }`);
    const { audit: { nodes: all } } = await page('{}');
    const middle = all[Math.floor(all.length / 2)];
    const [since, before] = [await page(`{ from: "${middle?.at ?? ''}" }`), await page(`{ until: "${middle?.at ?? ''}" }`)];
    expect(since.audit.nodes.length + before.audit.nodes.length).toBe(all.length);
    expect(since.audit.nodes.map(({ seq }) => seq)).toContain(middle?.seq);
    expect((await api.ask(as.adam, '{ audit(filter: { from: "yesterday" }) { nodes { seq } } }')).errors[0]?.extensions['code']).toBe('BAD_REQUEST');
  });
});
