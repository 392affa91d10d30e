import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type Database, migrate, openDatabase } from '@skein/persistence';
import { startPostgres, type TestPostgres } from '@skein/testkit';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from './create-app.ts';
import { bootstrap } from './identity/bootstrap.ts';
import { createMetrics } from './platform/metrics.ts';
import { type Persistence, persistenceOf } from './platform/persistence.ts';

const password = 'a long enough password';
const automation = `skein_${'t'.repeat(43)}`;
const installation = {
  people: [['olga', 'operator'], ['anna', 'approver'], ['adam', 'admin'], ['vera', 'viewer']].map(([name, role]) => ({ name, role, password })),
  apiToken: { token: automation, owner: 'olga' },
};
const privateKey = `-----BEGIN OPENSSH PRIVATE KEY-----\n${Buffer.from('openssh-key-v1\0 the secret of this test').toString('base64')}\n-----END OPENSSH PRIVATE KEY-----\n`;
const hostKey = `ssh-ed25519 ${Buffer.concat([Buffer.from([0, 0, 0, 11]), Buffer.from('ssh-ed25519'), Buffer.from([0, 0, 0, 32]), Buffer.alloc(32, 7)]).toString('base64')}`;

let postgres: TestPostgres;
let database: Database;
let persistence: Persistence;
let app: NestExpressApplication;
let address: string;
let folder: string;
const logged: string[] = [];
const as: Record<'olga' | 'anna' | 'adam' | 'vera', string> = { olga: '', anna: '', adam: '', vera: '' };

beforeAll(async () => {
  postgres = await startPostgres();
  folder = await mkdtemp(join(tmpdir(), 'skein-api-'));
  await writeFile(join(folder, 'bootstrap.json'), JSON.stringify(installation));
  const connectionString = await postgres.createDatabase();
  await migrate(connectionString);
  database = openDatabase({ connectionString, secretKey: Buffer.alloc(32, 1), applicationName: 'skein-api-test' });
  persistence = persistenceOf(database);
  await bootstrap(join(folder, 'bootstrap.json'), persistence.identity);
  const log = pino({ level: 'trace' }, { write: (line: string) => { logged.push(line); } });
  // Temporal is down for the whole file: no command may need it.
  app = await createApp({ persistence, log, metrics: createMetrics(), temporalHealth: { isReachable: () => Promise.resolve(false), close: () => Promise.resolve() } });
  await app.listen(0, '127.0.0.1');
  address = await app.getUrl();
  for (const name of Object.keys(as) as (keyof typeof as)[]) {
    const { signIn } = await data<{ readonly signIn: { readonly token: string } }>('', `mutation { signIn(input: { name: "${name}", password: "${password}" }) { token } }`);
    as[name] = signIn.token;
  }
});
afterAll(async () => {
  await app.close();
  await database.close();
  await postgres.stop();
  await rm(folder, { recursive: true });
});

interface Failure {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

async function ask(token: string, query: string, variables: object = {}): Promise<{ readonly data: unknown; readonly errors?: readonly Failure[] }> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) }, body: JSON.stringify({ query, variables }),
  });
  return await response.json() as { readonly data: unknown; readonly errors?: readonly Failure[] };
}

async function data<Data>(token: string, query: string, variables: object = {}): Promise<Data> {
  const answer = await ask(token, query, variables);
  if (answer.errors !== undefined) throw new Error(`${query}\n${JSON.stringify(answer.errors)}`);
  return answer.data as Data;
}

let keys = 0;
const newKey = (): string => `key-${String(keys += 1)}`;

interface Changed {
  readonly campaign: { readonly id: string; readonly state: string; readonly stateReason: string | null; readonly version: number; readonly revision: { readonly digest: string } | null } | null;
  readonly holdingPermit?: readonly unknown[];
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
}

/** A mutation of a campaign by its name, with a new idempotency key unless one is given. */
async function change(token: string, mutation: string, inputType: string, input: object): Promise<Changed> {
  const extra = mutation === 'campaignHalt' ? 'holdingPermit { runId hostname state }' : '';
  const answer = await data<Readonly<Record<string, Changed>>>(token,
    `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { campaign { id state stateReason version revision { digest } } ${extra} userErrors { code field } } }`, { input: { idempotencyKey: newKey(), ...input } });
  const changed = answer[mutation];
  if (changed === undefined) throw new Error(`${mutation} did not answer`);
  return changed;
}

const codes = ({ userErrors }: Pick<Changed, 'userErrors'>): readonly string[] => userErrors.map(({ code }) => code);

async function importNodes(input: object): Promise<Readonly<Record<string, unknown>>> {
  const { nodesImport } = await data<{ readonly nodesImport: Readonly<Record<string, unknown>> }>(as.olga,
    'mutation ($input: NodesImportInput!) { nodesImport(input: $input) { rows created updated unchanged missing rowErrors { row column code } userErrors { code } } }', { input: { idempotencyKey: newKey(), format: 'CSV', source: 'cmdb', ...input } });
  return nodesImport;
}

const inventory = (count: number): string => ['externalId,hostname,site,address,hostKeys,domains,labels,protected',
  ...Array.from({ length: count }, (_, index) => `i-${String(index)},web-${String(index)}.example,sz,10.0.0.${String(index + 1)},${hostKey},sz/az1/rack-${String(index % 3)},app=web,${index === 0 ? 'true' : ''}`)].join('\n');

async function draftSpec(): Promise<object> {
  const { targetProfiles } = await data<{ readonly targetProfiles: readonly { readonly id: string }[] }>(as.olga, '{ targetProfiles { id } }');
  return { name: 'CentOS 8 in sz', targetProfileId: targetProfiles[0]?.id ?? '', selector: { labels: [{ key: 'app', value: 'web' }] }, waves: [{ count: 1 }, { rest: true }], gate: { soakSeconds: 60 } };
}

async function submitted(author: string): Promise<{ readonly id: string; readonly digest: string }> {
  const { campaign } = await change(author, 'campaignDraft', 'CampaignDraftInput', { spec: await draftSpec() });
  const asked = await change(author, 'campaignSubmit', 'CampaignVerbInput', { campaignId: campaign?.id });
  expect([asked.campaign?.state, codes(asked)]).toEqual(['AWAITING_APPROVAL', []]);
  return { id: campaign?.id ?? '', digest: asked.campaign?.revision?.digest ?? '' };
}

describe('the api on PostgreSQL, with Temporal down', () => {
  it('keeps a credential that nobody can read again', async () => {
    const { credentialSave } = await data<{ readonly credentialSave: object }>(as.adam,
      'mutation ($input: CredentialSaveInput!) { credentialSave(input: $input) { credential { name user become } userErrors { code message } } }', { input: { idempotencyKey: newKey(), name: 'fleet', user: 'root', privateKey } });
    expect(credentialSave).toEqual({ credential: { name: 'fleet', user: 'root', become: 'NONE' }, userErrors: [] });
    expect((await ask(as.olga, 'mutation ($input: CredentialSaveInput!) { credentialSave(input: $input) { userErrors { code } } }', { input: { idempotencyKey: newKey(), name: 'fleet', user: 'root', privateKey } })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('keeps a site, a budget and a target', async () => {
    const answer = await data(as.olga, `mutation ($site: SiteSaveInput!, $budget: BudgetSaveInput!, $target: TargetProfileSaveInput!) {
      siteSave(input: $site) { site { name routeKind credential nodeCount } userErrors { code message } }
      budgetSave(input: $budget) { budget { domain unavailableMax } userErrors { code message } }
      targetProfileSave(input: $target) { targetProfile { name osId } userErrors { code message } }
    }`, {
      site: { idempotencyKey: newKey(), name: 'sz', routeKind: 'SSH', credential: 'fleet', proxy: '127.0.0.1:1080' },
      budget: { idempotencyKey: newKey(), domain: 'sz/az1', unavailableMax: 2 },
      target: { idempotencyKey: newKey(), name: 'OpenCloudOS 8', osId: 'opencloudos', osVersion: '8.8', repositoryUrl: 'http://mirror.example/opencloudos/8.8/', repositoryKey: '-----BEGIN PGP PUBLIC KEY BLOCK-----\nabc\n-----END PGP PUBLIC KEY BLOCK-----\n', kernelPrefix: '5.4.' },
    });
    expect(answer).toEqual({
      siteSave: { site: { name: 'sz', routeKind: 'SSH', credential: 'fleet', nodeCount: 0 }, userErrors: [] },
      budgetSave: { budget: { domain: 'sz/az1', unavailableMax: 2 }, userErrors: [] },
      targetProfileSave: { targetProfile: { name: 'OpenCloudOS 8', osId: 'opencloudos' }, userErrors: [] },
    });
  });

  it('imports nodes: first in thought, then once, then not again', async () => {
    const content = inventory(6);
    const done = { rows: 6, created: 6, updated: 0, unchanged: 0, missing: 0, rowErrors: [], userErrors: [] };
    expect(await importNodes({ content, dryRun: true })).toEqual(done);
    expect(await data(as.vera, '{ fleet { total } }')).toEqual({ fleet: { total: 0 } });
    expect(await importNodes({ content })).toEqual(done);
    expect(await importNodes({ content })).toEqual({ ...done, created: 0, unchanged: 6 });
    expect(await data(as.vera, '{ fleet { total protected bySite { value count } } }')).toEqual({ fleet: { total: 6, protected: 1, bySite: [{ value: 'sz', count: 6 }] } });
  });

  it('lets a mirrored import lose few nodes only', async () => {
    expect(await importNodes({ content: inventory(5), mode: 'MIRROR' })).toMatchObject({ missing: 0, userErrors: [{ code: 'tooManyMissing' }] });
    expect(await importNodes({ content: inventory(5), mode: 'MIRROR', missingPercentMax: 20, dryRun: true })).toMatchObject({ unchanged: 5, missing: 1, userErrors: [] });
  });

  it('names the line of a node whose site does not exist, and imports none', async () => {
    const content = ['externalId,hostname,site,address', '', 'x-1,new-1,sz,10.0.1.1', 'x-2,new-2,nowhere,10.0.1.2'].join('\n');
    expect(await importNodes({ content })).toMatchObject({ created: 0, rowErrors: [{ row: 4, column: 'site' }], userErrors: [{ code: 'importHasErrors' }] });
    expect(await data(as.vera, '{ fleet { total } }')).toEqual({ fleet: { total: 6 } });
  });

  it('lists nodes page by page, and counts only when asked', async () => {
    const query = 'query ($after: String) { nodes(filter: { sites: ["sz"] }, page: { first: 4, after: $after }) { nodes { hostname credential labels { key value } explain { couldStart } } pageInfo { endCursor hasNextPage } totalCount } }';
    interface Listed { readonly nodes: { readonly nodes: readonly { readonly hostname: string; readonly credential: string }[]; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean }; readonly totalCount: number } }
    const first = await data<Listed>(as.vera, query);
    const second = await data<Listed>(as.vera, query, { after: first.nodes.pageInfo.endCursor });
    expect([...first.nodes.nodes, ...second.nodes.nodes].map(({ hostname }) => hostname)).toEqual([0, 1, 2, 3, 4, 5].map((index) => `web-${String(index)}.example`));
    expect([first.nodes.totalCount, first.nodes.pageInfo.hasNextPage, second.nodes.pageInfo.hasNextPage, first.nodes.nodes[0]?.credential]).toEqual([6, true, false, 'fleet']);
  });

  it('asks for an assessment of a selection, which a worker would carry out', async () => {
    const { targetProfiles } = await data<{ readonly targetProfiles: readonly { readonly id: string }[] }>(as.olga, '{ targetProfiles { id } }');
    const mutation = 'mutation ($input: NodesAssessInput!) { nodesAssess(input: $input) { batch { nodes open ready assessments(page: { first: 1 }) { nodes { state ready findings { check } } pageInfo { hasNextPage } } } userErrors { code } } }';
    const input = { filter: { labels: ['app=web'] }, targetProfileId: targetProfiles[0]?.id, idempotencyKey: newKey() };
    expect(await data(as.olga, mutation, { input: { ...input, expectedCount: 6 } })).toEqual({
      nodesAssess: { batch: { nodes: 6, open: 6, ready: 0, assessments: { nodes: [{ state: 'WAITING', ready: null, findings: [] }], pageInfo: { hasNextPage: true } } }, userErrors: [] },
    });
    expect(await data(as.olga, mutation, { input: { ...input, idempotencyKey: newKey(), expectedCount: 5 } })).toEqual({ nodesAssess: { batch: null, userErrors: [{ code: 'countChanged' }] } });
    expect((await ask(as.vera, mutation, { input })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await data(as.vera, '{ nodes(page: { first: 2 }) { nodes { assessment { state } } } }')).toEqual({ nodes: { nodes: [{ assessment: { state: 'WAITING' } }, { assessment: { state: 'WAITING' } }] } });
  });

  it('previews what a submission would freeze', async () => {
    const { campaignPreview } = await data<{ readonly campaignPreview: object }>(as.olga,
      'query ($spec: CampaignSpecInput!) { campaignPreview(of: { spec: $spec }) { memberCount waves { number memberCount stopAt needed } excluded { reason count hostnames } problems { code } } }', { spec: await draftSpec() });
    expect(campaignPreview).toEqual({
      memberCount: 5, waves: [{ number: 1, memberCount: 1, stopAt: 1, needed: 1 }, { number: 2, memberCount: 4, stopAt: 1, needed: 4 }],
      excluded: [{ reason: 'protected', count: 1, hostnames: ['web-0.example'] }], problems: [],
    });
  });

  it('answers a repeated idempotency key with the same campaign, and refuses it for another one', async () => {
    const input = { idempotencyKey: newKey(), spec: await draftSpec() };
    const first = await change(as.olga, 'campaignDraft', 'CampaignDraftInput', input);
    const again = await change(as.olga, 'campaignDraft', 'CampaignDraftInput', input);
    expect([first.campaign?.state, again.campaign?.id]).toEqual(['DRAFT', first.campaign?.id]);
    expect(codes(await change(as.olga, 'campaignDraft', 'CampaignDraftInput', { ...input, spec: { ...input.spec, name: 'another' } }))).toEqual(['idempotencyKeyReused']);
  });

  it('refuses a verb that expects another version', async () => {
    const { campaign } = await change(as.olga, 'campaignDraft', 'CampaignDraftInput', { spec: await draftSpec() });
    const stale = await change(as.olga, 'campaignSubmit', 'CampaignVerbInput', { campaignId: campaign?.id, expectedVersion: (campaign?.version ?? 0) + 1 });
    expect(codes(stale)).toEqual(['staleVersion']);
    expect(codes(await change(as.olga, 'campaignSubmit', 'CampaignVerbInput', { campaignId: campaign?.id, expectedVersion: campaign?.version }))).toEqual([]);
  });

  it('never lets the author approve, whatever the role, nor a token', async () => {
    const own = await submitted(as.adam);
    expect(codes(await change(as.adam, 'campaignApprove', 'CampaignApproveInput', { campaignId: own.id, digest: own.digest }))).toEqual(['authorMayNotApprove']);
    for (const token of [as.olga, automation]) {
      const { errors } = await ask(token, 'mutation ($input: CampaignApproveInput!) { campaignApprove(input: $input) { userErrors { code } } }', { input: { idempotencyKey: newKey(), campaignId: own.id, digest: own.digest } });
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    }
  });

  it('goes from a draft of the operator to a halt, and says at each step what is allowed', async () => {
    const { id, digest } = await submitted(as.olga);
    expect(codes(await change(as.olga, 'campaignStart', 'CampaignVerbInput', { campaignId: id }))).toEqual(['campaignNotScheduled']);
    expect(codes(await change(as.anna, 'campaignApprove', 'CampaignApproveInput', { campaignId: id, digest: 'f'.repeat(64) }))).toEqual(['digestMismatch']);
    expect((await change(as.anna, 'campaignApprove', 'CampaignApproveInput', { campaignId: id, digest })).campaign?.state).toBe('SCHEDULED');
    expect(await data(as.olga, 'query ($id: ID!) { campaign(id: $id) { approval { approved digest person { name } } can { start { allowed reason } approve { allowed } } } }', { id }))
      .toEqual({ campaign: { approval: { approved: true, digest, person: { name: 'anna' } }, can: { start: { allowed: true, reason: null }, approve: { allowed: false } } } });
    const started = await change(automation, 'campaignStart', 'CampaignVerbInput', { campaignId: id });
    expect([started.campaign?.state, codes(started)]).toEqual(['RUNNING', []]);
    expect(await data(as.vera, 'query ($id: ID!) { campaign(id: $id) { waves { number state members verdicts { kind } } summary { migrated open } can { halt { allowed reason } } } }', { id }))
      .toMatchObject({ campaign: { waves: [{ number: 1, members: 1, verdicts: [] }, { number: 2, state: 'PENDING', members: 4 }], summary: { migrated: 0 }, can: { halt: { allowed: false, reason: expect.stringContaining('viewer') as string } } } });
    // Stopping is never refused for being late, and repeats harmlessly.
    const halted = await change(as.anna, 'campaignHalt', 'CampaignVerbInput', { campaignId: id, expectedVersion: 1, reason: 'pager' });
    expect([halted.campaign?.state, halted.campaign?.stateReason, halted.holdingPermit, codes(halted)]).toEqual([expect.stringMatching(/^HALT(ING|ED)$/), 'operator', [], []]);
    expect(codes(await change(as.anna, 'campaignHalt', 'CampaignVerbInput', { campaignId: id }))).toEqual([]);
  });

  it('answers a campaign that does not exist with null or a refusal', async () => {
    expect(await data(as.vera, '{ campaign(id: "nothing") { id } node(id: "nothing") { id } run(id: "nothing") { id } }')).toEqual({ campaign: null, node: null, run: null });
    expect(codes(await change(as.olga, 'campaignHalt', 'CampaignVerbInput', { campaignId: 'nothing' }))).toEqual(['campaignNotFound']);
  });

  it.each([['an id', 'query ($text: ID!) { node(id: $text) { id } }'], ['a filter', 'query ($text: String!) { nodes(filter: { query: $text }) { nodes { id } } }'], ['a name', 'mutation ($text: String!) { signIn(input: { name: $text, password: "x", carrier: TOKEN }) { userErrors { code } } }']])('says that no NUL belongs into %s, and takes it for nothing worse', async (_what, query) => {
    const { errors } = await ask(as.vera, query, { text: 'a\0' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST', retryable: false });
  });

  it.each(['runs/%00/jobs/x/log', 'campaigns/%00/report.csv'])('says the same of the address %s', async (path) => {
    const answer = await fetch(`${address}/${path}`, { headers: { authorization: `Bearer ${as.vera}` } });
    expect([answer.status, await answer.json()]).toMatchObject([400, { errors: [{ extensions: { code: 'BAD_REQUEST' } }] }]);
  });

  it('takes a file for an import as the body, and no form around it', async () => {
    const form = new FormData();
    form.append('file', new Blob([inventory(1)]), 'fleet.csv');
    const answer = await fetch(`${address}/nodes/import?source=cmdb&format=csv&idempotencyKey=${newKey()}`, { method: 'POST', headers: { authorization: `Bearer ${as.olga}` }, body: form });
    expect([answer.status, await answer.json()]).toMatchObject([400, { errors: [{ message: expect.stringContaining('not a form') as string }] }]);
  });

  it('makes API tokens that work until they are revoked', async () => {
    const { tokenCreate } = await data<{ readonly tokenCreate: { readonly apiToken: { readonly id: string }; readonly secret: string } }>(as.olga,
      'mutation ($input: TokenCreateInput!) { tokenCreate(input: $input) { apiToken { id } secret userErrors { code } } }', { input: { idempotencyKey: newKey(), name: 'ci' } });
    expect(await data(tokenCreate.secret, '{ me { via person { name } } }')).toEqual({ me: { via: 'TOKEN', person: { name: 'olga' } } });
    expect(await data(tokenCreate.secret, 'mutation ($input: TokenCreateInput!) { tokenCreate(input: $input) { secret userErrors { code } } }', { input: { idempotencyKey: newKey(), name: 'more' } })).toEqual({ tokenCreate: { secret: null, userErrors: [{ code: 'tokenMayNotCreateTokens' }] } });
    await data(as.olga, 'mutation ($input: TokenRevokeInput!) { tokenRevoke(input: $input) { apiToken { revokedAt } userErrors { code } } }', { input: { idempotencyKey: newKey(), tokenId: tokenCreate.apiToken.id } });
    expect((await ask(tokenCreate.secret, '{ me { via } }')).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('ends a session at once', async () => {
    const { signIn } = await data<{ readonly signIn: { readonly token: string } }>('', `mutation { signIn(input: { name: "vera", password: "${password}" }) { token } }`);
    expect(await data(signIn.token, 'mutation { signOut { userErrors { code } } }')).toEqual({ signOut: { userErrors: [] } });
    expect((await ask(signIn.token, '{ me { via } }')).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('changes nothing when it is bootstrapped again', async () => {
    const newest = async () => (await data<{ readonly audit: { readonly nodes: readonly { readonly seq: number }[] } }>(as.adam, '{ audit(page: { first: 1 }) { nodes { seq } } }')).audit.nodes[0]?.seq;
    const before = await newest();
    await bootstrap(join(folder, 'bootstrap.json'), persistence.identity);
    expect(await newest()).toBe(before);
  });

  it('has an unbroken audit chain that says who halted and why, and holds no secret; neither does the log', async () => {
    const { audit, auditVerify } = await data<{ readonly audit: { readonly nodes: readonly object[] }; readonly auditVerify: { readonly intact: boolean } }>(as.adam,
      '{ audit(page: { first: 200 }) { nodes { actor via action objectKind reason before after } } auditVerify { intact } }');
    expect(auditVerify.intact).toBe(true);
    expect(audit.nodes).toContainEqual(expect.objectContaining({ actor: 'anna', via: 'session', objectKind: 'campaign', reason: 'pager' }));
    const everything = JSON.stringify(audit) + logged.join('');
    for (const secret of [privateKey, Buffer.from('openssh-key-v1\0 the secret').toString('base64').slice(0, 24), password, automation, as.olga]) expect(everything).not.toContain(secret);
  });
});
