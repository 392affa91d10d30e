import { type NestExpressApplication } from '@nestjs/platform-express';
import { type CampaignId, isRefusal, type Principal, type Refusal, type Role } from '@skein/core';
import { type CommandContext, type Database, migrate, openDatabase } from '@skein/persistence';
import { startPostgres, type TestPostgres } from '@skein/testkit';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../create-app.ts';
import { newBearerToken } from '../identity/bearer-token.ts';
import { createMetrics } from '../platform/metrics.ts';
import { type Persistence, persistenceOf } from '../platform/persistence.ts';

const hostKey = `ssh-ed25519 ${Buffer.concat([Buffer.from([0, 0, 0, 11]), Buffer.from('ssh-ed25519'), Buffer.from([0, 0, 0, 32]), Buffer.alloc(32, 7)]).toString('base64')}`;

let postgres: TestPostgres;
let database: Database;
let persistence: Persistence;
let app: NestExpressApplication;
let address: string;
let keys = 0;
const people = new Map<Role, { readonly principal: Principal; readonly token: string }>();
const newKey = (): string => `key-${String(keys += 1)}`;
const principal = (role: Role): Principal => {
  const person = people.get(role);
  if (person === undefined) throw new Error(`nobody is ${role}`);
  return person.principal;
};
const by = (role: Role): CommandContext => ({ principal: principal(role), idempotencyKey: newKey() });
const accepted = <Answer extends object>(answer: Answer | Refusal): Answer => {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.message}`);
  return answer;
};
const ask = (role: Role | null, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${address}${path}`, { ...init, headers: { ...(role === null ? {} : { authorization: `Bearer ${people.get(role)?.token ?? ''}` }), ...init.headers } });
const importFile = async (body: NonNullable<RequestInit['body']>, parameters: Readonly<Record<string, string>> = {}, role: Role | null = 'operator'): Promise<{ readonly status: number; readonly json: Readonly<Record<string, unknown>> }> => {
  const response = await ask(role, `/nodes/import?${new URLSearchParams({ source: 'cmdb', format: 'csv', idempotencyKey: newKey(), ...parameters }).toString()}`, { method: 'POST', body, headers: { 'content-type': 'application/octet-stream' }, ...(body instanceof ReadableStream ? { duplex: 'half' } : {}) });
  return { status: response.status, json: await response.json() as Readonly<Record<string, unknown>> };
};

beforeAll(async () => {
  postgres = await startPostgres();
  const connectionString = await postgres.createDatabase();
  await migrate(connectionString);
  database = openDatabase({ connectionString, secretKey: Buffer.alloc(32, 1), applicationName: 'skein-api-test' });
  persistence = persistenceOf(database);
  for (const role of ['viewer', 'operator', 'approver', 'admin'] as const) {
    const person = await persistence.identity.savePerson({ name: `the ${role}`, role, passwordHash: null });
    const { secret, sha256 } = newBearerToken('session');
    await persistence.identity.openSession(person.personId, sha256, 3600);
    people.set(role, { principal: { ...person, via: 'session' }, token: secret });
  }
  app = await createApp({ persistence, log: pino({ level: 'silent' }), metrics: createMetrics(), temporalHealth: { isReachable: () => Promise.resolve(false), close: () => Promise.resolve() } });
  await app.listen(0, '127.0.0.1');
  address = await app.getUrl();
  accepted(await persistence.inventory.saveSite({ ...by('admin'), name: 'sz', route: { kind: 'simulated', socket: '/nowhere' }, credential: null, provider: null }));
});
afterAll(async () => {
  await app.close();
  await database.close();
  await postgres.stop();
});

const header = 'externalId,hostname,site,address,port,hostKeys,domains,labels,protected,probes';
const line = (index: number): string => `i-${String(index)},web-${String(index).padStart(4, '0')},sz,10.0.${String(index >> 8)}.${String(index & 255)},22,${hostKey},sz/az1;sz/power-a,"{""app"":""web"",""note"":""a;b ""}",${index === 3 ? 'true' : 'false'},"[{""kind"":""tcp"",""port"":80}]"`;
const file = (count: number): string => [header, ...Array.from({ length: count }, (_unused, index) => line(index))].join('\n');

describe('the route of imports', () => {
  it('reads a body that comes in pieces, first in thought and then once', async () => {
    const bytes = Buffer.from(file(1200));
    const pieces = (): ReadableStream => new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 10_007) controller.enqueue(bytes.subarray(at, at + 10_007));
        controller.close();
      },
    });
    const done = { rows: 1200, created: 1200, updated: 0, unchanged: 0, missing: 0, rowErrors: [], rowErrorCount: 0, userErrors: [] };
    expect(await importFile(pieces(), { dryRun: 'true' })).toEqual({ status: 200, json: done });
    expect((await persistence.fleetViews.fleet()).total).toBe(0);
    expect(await importFile(pieces())).toEqual({ status: 200, json: done });
    expect((await importFile(pieces())).json).toMatchObject({ created: 0, unchanged: 1200 });
  });

  it('takes JSON and YAML, and says what is wrong with which row', async () => {
    const item = { externalId: 'i-1', hostname: 'web-0001', site: 'sz', address: '10.0.0.1' };
    expect((await importFile(JSON.stringify([item, { ...item, externalId: 'I-1', hostname: 'web;reboot' }]), { format: 'json' })).json).toMatchObject({ rows: 2, rowErrors: [{ row: 2, column: 'hostname', code: 'badHostname' }], userErrors: [{ code: 'importHasErrors' }] });
    expect((await importFile('- externalId: x-1\n  hostname: new-1\n  site: nowhere\n  address: 10.1.1.1\n', { format: 'yaml', dryRun: 'true' })).json).toMatchObject({ rows: 1, rowErrors: [{ row: 1, column: 'site', code: 'siteUnknown' }] });
  });

  it('refuses who may not, who is nobody, and parameters that mean nothing', async () => {
    expect([(await importFile(file(1), {}, 'viewer')).status, (await importFile(file(1), {}, null)).status]).toEqual([403, 401]);
    for (const parameters of [{ format: 'xml' }, { mode: 'replace' }, { dryRun: 'yes' }, { missingPercentMax: 'all' }, { colour: 'red' }]) expect((await importFile(file(1), parameters)).status).toBe(400);
    expect((await importFile(file(1), { source: 'a/b' })).json).toMatchObject({ userErrors: [{ code: 'invalidInput', field: ['source'] }] });
  });

  it('refuses a cookie without the header that pages of others cannot send', async () => {
    const response = await fetch(`${address}/nodes/import?source=cmdb&format=csv&idempotencyKey=a`, { method: 'POST', body: file(1), headers: { cookie: `skein=${people.get('operator')?.token ?? ''}` } });
    expect([response.status, ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code]).toEqual([403, 'CSRF_REFUSED']);
  });

  it('imports nothing of a body whose sender goes away, and keeps none of it', async () => {
    const gone = new AbortController();
    const bytes = Buffer.from(file(3000).replaceAll('web-', 'gone-'));
    const body = new ReadableStream({
      async pull(controller) {
        controller.enqueue(bytes);
        await new Promise((resolve) => { setTimeout(resolve, 400); });
        gone.abort();
      },
    }, { highWaterMark: 0 });
    await expect(ask('operator', `/nodes/import?source=cmdb&format=csv&idempotencyKey=${newKey()}`, { method: 'POST', body, signal: gone.signal, duplex: 'half' })).rejects.toThrow();
    for (let turn = 0; turn < 100; turn += 1) {
      const { count } = await database.db.selectFrom('node_import_row').select((build) => build.fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
      if (Number(count) === 0 && turn > 3) break;
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    expect(await database.db.selectFrom('node_import_row').select('place').limit(1).execute()).toEqual([]);
    expect(await database.db.selectFrom('node').select('hostname').where('hostname', 'like', 'gone-%').limit(1).execute()).toEqual([]);
  });
});

describe('the route of exports', () => {
  it('writes nodes as an import reads them: imported again, nothing changes', async () => {
    const response = await ask('viewer', '/exports/nodes.csv?source=cmdb');
    const text = await response.text();
    expect([response.status, response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="nodes.csv"']);
    const lines = text.trimEnd().split('\r\n');
    expect([lines.length, lines[0]]).toEqual([1201, 'externalId,hostname,site,address,port,credential,hostKeys,machineId,domains,labels,protected,role,probes,state']);
    expect(lines[1]).toMatch(/^i-0,web-0000,sz,10\.0\.0\.0,22,.*,NOT_STARTED$/);
    expect((await importFile(text, { mode: 'mirror' })).json).toMatchObject({ rows: 1200, created: 0, updated: 0, unchanged: 1200, missing: 0, userErrors: [] });
  });

  it('writes what a query means, and says what is wrong with one', async () => {
    const two = await (await ask('viewer', `/exports/nodes.csv?${new URLSearchParams({ query: 'protected=true' }).toString()}`)).text();
    expect(two.trimEnd().split('\r\n').slice(1).map((row) => row.split(',')[0])).toEqual(['i-3']);
    expect((await ask('viewer', '/exports/nodes.csv?query=site%3D')).status).toBe(400);
    expect((await ask(null, '/exports/nodes.csv')).status).toBe(401);
  });

  it('takes the filter that the list of nodes takes, and says what is wrong with one', async () => {
    const rowsOf = async (filter: unknown): Promise<readonly (string | undefined)[]> =>
      (await (await ask('viewer', `/exports/nodes.csv?${new URLSearchParams({ filter: JSON.stringify(filter) }).toString()}`)).text()).trimEnd().split('\r\n').slice(1).map((row) => row.split(',')[0]);
    expect(await rowsOf({ query: 'web-000', protected: true, stateClasses: ['NOT_STARTED'], sites: ['sz'] })).toEqual(['i-3']);
    expect(await rowsOf({ sites: ['sz'], stateClasses: ['MIGRATED'] })).toEqual([]);
    expect((await rowsOf({})).length).toBe(1200);
    for (const [filter, says] of [['{', 'not JSON'], ['[]', 'not a JSON object'], ['{"sites":"\\u0000"}', 'NUL'], ['{"colour":"red"}', 'colour'], ['{"stateClasses":["BLUE"]}', 'stateClasses.0'], ['{"query":"site="}', 'filter.query']] as const) {
      const response = await ask('viewer', `/exports/nodes.csv?${new URLSearchParams({ filter }).toString()}`);
      expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(says)]);
    }
    expect((await ask('viewer', '/exports/nodes.csv?query=web&filter=%7B%7D')).status).toBe(400);
  });

  it('takes the session of a page in its cookie, as a link of the console sends it', async () => {
    const response = await fetch(`${address}/exports/nodes.csv?filter=%7B%7D`, { headers: { cookie: `skein=${people.get('viewer')?.token ?? ''}`, 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'same-origin' } });
    expect([response.status, response.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="nodes.csv"']);
    await response.body?.cancel();
  });

  it('writes the audit for who may read it', async () => {
    const text = await (await ask('approver', '/exports/audit.csv?action=node.import')).text();
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toBe('seq,at,actor,via,action,objectKind,objectId,reason,before,after,hash');
    expect(lines.length).toBeGreaterThan(2);
    expect(lines[1]).toMatch(/^\d+,[0-9TZ:.-]+,the operator,session,node\.import,inventory,cmdb,,,"\{""/);
    expect([(await ask('viewer', '/exports/audit.csv')).status, (await ask('approver', '/exports/audit.csv?from=yesterday')).status]).toEqual([403, 400]);
  });
});

describe('the report of a campaign', () => {
  let campaignId: CampaignId;
  beforeAll(async () => {
    const { targetProfileId } = accepted(await persistence.inventory.saveTargetProfile({ ...by('admin'), name: 'OpenCloudOS 8', osId: 'opencloudos', osVersion: '8.8', repositoryUrl: 'http://mirror/oc8', repositoryKey: '-----BEGIN PGP PUBLIC KEY BLOCK-----', kernelPrefix: '5.4.' }));
    const { campaign } = accepted(await persistence.campaigns.draft({
      ...by('operator'), source: 'operator', spec: {
        name: '=cmd <b>8 to 8</b>', kind: 'migrate', targetProfileId, selector: {}, waves: [{ count: 1 }, { rest: true }], gate: { failurePercentMax: 20, verifiedPercentMin: 80, soakSeconds: 0, firstLook: 5, inconclusiveSecondsMax: 60, lostMax: 1 },
        concurrencyMax: 10, stagingMax: 20, exposureMax: 50, deadlines: { preflight: 60, staging: 60, drain: 60, apply: 60, rebootSilence: 60, reboot: 60, verify: 60, restore: 60 }, hooks: null, seed: 1,
      },
    }));
    ({ campaignId } = campaign);
    const { campaign: { revision } } = accepted(await persistence.campaigns.submit({ ...by('operator'), campaignId }));
    if (revision === null) throw new Error('there is no plan');
    accepted(await persistence.campaigns.approve({ ...by('approver'), campaignId, digest: revision, reason: 'looks well' }));
  });

  it('says in JSON who approved which plan and what became of each node', async () => {
    const response = await ask('viewer', `/campaigns/${campaignId}/report.json`);
    const report = await response.json() as { readonly nodes: readonly { readonly hostname: string; readonly state: string }[] };
    expect(report).toMatchObject({
      schema: 'skein.campaignReport/1', campaign: { id: campaignId, state: 'SCHEDULED', digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string }, target: { osId: 'opencloudos' },
      approvals: [{ person: 'the approver', decision: 'approved' }], excluded: [{ reason: 'protected', nodes: 1 }], waves: [{ number: 1, members: 1 }, { number: 2, members: 1198 }], verdicts: [],
      totals: { nodes: 1199, unavailableSecondsLower: 0, unavailableSecondsUpper: 0 },
    });
    expect([report.nodes.length, report.nodes[0]]).toEqual([1199, expect.objectContaining({ hostname: 'web-0000', state: 'PENDING', wave: null, attempts: 0 })]);
  });

  it('is a table as CSV, and a page that loads nothing as HTML', async () => {
    const table = await (await ask('viewer', `/campaigns/${campaignId}/report.csv`)).text();
    expect(table.trimEnd().split('\r\n')).toHaveLength(1200);
    const page = await ask('viewer', `/campaigns/${campaignId}/report.html`);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; .*sandbox$/);
    expect(await page.text()).toContain('&#60;b&#62;8 to 8');
  });

  it('is not there for a campaign that is not there', async () => {
    expect([(await ask('viewer', '/campaigns/nothing/report.json')).status, (await ask(null, `/campaigns/${campaignId}/report.html`)).status]).toEqual([404, 401]);
  });
});
