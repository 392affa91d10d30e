import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoFleetOf, type DemoNode, prepareInventory, startStack, type Stack } from '@skein/local';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type People, signInAll } from '../harness/campaigns.ts';
import { freePort } from '../harness/free-port.ts';
import { type Ended, itemsOf, skeinCommand } from './skein-command.ts';

let home: string;
let stack: Stack;
let people: People;
let skein: ReturnType<typeof skeinCommand>;
let nodes: readonly DemoNode[];
let breakKernelOf: (externalId: string) => Promise<void>;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'skein-cli-'));
  stack = await startStack({ home: join(home, 'stack'), fleet: 'simulated', nodes: 40, ports: { api: await freePort(), worker: await freePort() } });
  people = await signInAll(stack.urls.api, stack.people);
  skein = skeinCommand(home);
  const fleet = await demoFleetOf(stack);
  if (fleet === null) throw new Error('the story needs a fleet');
  nodes = fleet.nodes;
  breakKernelOf = (externalId) => fleet.breakKernelOf(externalId);
  await prepareInventory(people.admin, people.operator, { ...fleet, nodes: [] });
});
afterAll(async () => {
  await stack?.stop();
  rmSync(home, { recursive: true, force: true });
});

const target = 'OpenCloudOS 8.5 (simulated)';
const file = (name: string, text: string): string => {
  writeFileSync(join(home, name), text);
  return join(home, name);
};
const document = (name: string, site: string, more = ''): string => `apiVersion: skein/v1
kind: Campaign
metadata:
  name: ${name}
spec:
  targetProfile: ${target}
  selector: { sites: [${site}] }
  waves: [{ count: 2 }, { rest: true }]
  gate: { soakSeconds: 30 }
${more}`;
const of = (site: string): readonly DemoNode[] => nodes.filter((node) => node.site === site);
const members = (site: string): readonly DemoNode[] => of(site).filter((node) => !node.protected);
const as = (person: string): readonly string[] => ['--context', person];
const good = (ended: Ended): Ended => {
  if (ended.exitCode !== 0) throw new Error(`exit code ${String(ended.exitCode)}\n${ended.out}\n${ended.err}`);
  return ended;
};

describe('signing in', () => {
  it('is needed, and says so before anything else', async () => {
    expect(await skein(['node', 'list', '--endpoint', stack.urls.api])).toMatchObject({ exitCode: 4, out: '', err: expect.stringContaining('UNAUTHENTICATED') as string });
  });

  it.each(['operator', 'approver', 'admin'] as const)('as %s is kept where nobody else can read it', async (person) => {
    good(await skein(['login', ...as(person), '--endpoint', stack.urls.api, '--name', person, '--password-stdin'], { input: `${stack.people[person]}\n` }));
    expect(itemsOf(await skein(['whoami', ...as(person), '-o', 'json']))[0]).toMatchObject({ via: 'SESSION', person: { name: person } });
    expect(statSync(join(home, 'config/skein/config.yaml')).mode & 0o777).toBe(0o600);
  });

  it('with a wrong password is refused, and nothing is kept of it', async () => {
    const refused = await skein(['login', ...as('wrong'), '--endpoint', stack.urls.api, '--name', 'operator', '--password-stdin'], { input: 'not the password' });
    expect([refused.exitCode, refused.err.includes('signInFailed')]).toEqual([4, true]);
    expect((await skein(['context', 'list', '-o', 'name'])).out.split('\n').filter(Boolean)).toEqual(['operator', 'approver', 'admin']);
  });

  it('never asks where nobody can answer', async () => {
    expect((await skein(['login', '--name', 'operator'])).exitCode).toBe(2);
  });

  it('may be by a token, which is printed once, listed without its secret and stops when it is revoked', async () => {
    const secret = good(await skein(['token', 'create', 'cli-story', '--yes', ...as('operator')])).out.trim();
    const environment = { SKEIN_TOKEN: secret, SKEIN_ENDPOINT: stack.urls.api };
    expect(itemsOf(await skein(['whoami', '-o', 'json'], { environment }))[0]).toMatchObject({ via: 'TOKEN' });
    expect((await skein(['token', 'list', '-o', 'json', ...as('operator')])).out).not.toContain(secret);
    good(await skein(['token', 'revoke', 'cli-story', '--yes', ...as('operator')]));
    expect((await skein(['whoami'], { environment })).exitCode).toBe(4);
  });
});

describe('the inventory', () => {
  it('is refused to who may not write it', async () => {
    const refused = await skein(['site', 'save', 'elsewhere', '--route', 'ssh', '--yes', ...as('approver')]);
    expect([refused.exitCode, refused.err.includes('FORBIDDEN')]).toEqual([5, true]);
  });

  it('gets sites, which say whether somebody watches them', async () => {
    good(await skein(['site', 'save', 'elsewhere', '--credential', 'simulated', '--proxy', '127.0.0.1:1080', '--yes', ...as('operator')]));
    expect(itemsOf(await skein(['site', 'list', '-o', 'json', ...as('operator')])).map(({ name }) => name)).toEqual(['elsewhere', 'north', 'south', 'west']);
    expect((await skein(['site', 'save', 'broken', '--bastion', 'address=jump', '--yes', ...as('operator')])).exitCode).toBe(2);
    expect((await skein(['credential', 'list', '-o', 'name', ...as('admin')])).out.trim()).toBe('simulated');
  });

  it('is imported once somebody said yes, and not again', async () => {
    const count = of('north').length;
    const rows = file('north.json', JSON.stringify(of('north')));
    const [refused, tried, done, again] = [
      await skein(['node', 'import', rows, '--source', 'cli', ...as('operator')]), await skein(['node', 'import', rows, '--source', 'cli', '--dry-run', '-o', 'json', ...as('operator')]),
      await skein(['node', 'import', rows, '--source', 'cli', '--yes', '--expect-count', String(count), '-o', 'json', ...as('operator')]), await skein(['node', 'import', rows, '--source', 'cli', ...as('operator')]),
    ];
    expect([refused.exitCode, tried.exitCode, done.exitCode, again.exitCode]).toEqual([2, 0, 0, 0]);
    expect([itemsOf(tried)[0], itemsOf(done)[0]]).toMatchObject([{ created: count }, { created: count }]);
    expect(again.err).toContain(`says nothing new: ${String(count)} nodes stay as they are`);
    good(await skein(['node', 'import', '-', '--format', 'json', '--source', 'cli', '--yes', ...as('operator')], { input: JSON.stringify(of('south')) }));
  });

  it('names the place of each problem of a file, and takes none of it', async () => {
    const rows = file('bad.csv', 'externalId,hostname,site,address\na-1,web;rm,north,10.0.0.1\na-2,web-2,nowhere,10.0.0.2\n');
    const refused = await skein(['node', 'import', rows, '--source', 'cli', '--yes', ...as('operator')]);
    expect([refused.exitCode, refused.out]).toEqual([1, '']);
    expect(refused.err).toMatch(/bad\.csv:2:hostname badHostname [^]*bad\.csv:3:site /);
    expect((await skein(['node', 'get', 'web-2', ...as('operator')])).exitCode).toBe(3);
  });

  it('is listed in every format, and by the query language', async () => {
    const list = (...more: readonly string[]): Promise<Ended> => skein(['node', 'list', '--query', 'site=north', ...more, ...as('operator')]);
    expect(itemsOf(await list('-o', 'json'))).toHaveLength(of('north').length);
    expect((await list('-o', 'jsonl')).out.trim().split('\n').map((line) => (JSON.parse(line) as { readonly hostname: string }).hostname)[0]).toBe(of('north')[0]?.hostname);
    expect((await list('-o', 'name', '--limit', '1')).out).toBe(`${String(of('north')[0]?.hostname)}\n`);
    expect((await list('-o', 'yaml')).out).toMatch(/^apiVersion: skein\/v1\nkind: NodeList\n/);
    expect((await list('-o', 'wide')).out).toMatch(/^HOSTNAME .* ID\n/);
    expect((await list()).out).not.toContain('\u001b');
    expect((await skein(['node', 'list', '--query', 'site==', ...as('operator')])).exitCode).toBe(2);
    expect(itemsOf(await skein(['node', 'get', `cli/${String(of('north')[0]?.externalId)}`, '-o', 'json', ...as('operator')]))[0]).toMatchObject({ hostname: of('north')[0]?.hostname });
    expect((await skein(['explain', String(of('north')[0]?.hostname), ...as('operator')])).out).toContain('noRun');
  });
});

describe('a campaign', () => {
  it('is a document that is checked, planned, applied once and exported as the same', async () => {
    const count = members('north').length;
    const wrong = await skein(['campaign', 'plan', '-f', file('wrong.yaml', document('spring', 'north').replace('soakSeconds', 'soakSecond')), ...as('operator')]);
    expect([wrong.exitCode, wrong.err]).toEqual([2, expect.stringContaining('wrong.yaml:9:11 spec.gate.soakSecond: there is no "soakSecond" here; did you mean soakSeconds?')]);
    const unknown = await skein(['campaign', 'plan', '-f', file('unknown.yaml', document('spring', 'north').replace(target, 'nothing')), ...as('operator')]);
    expect([unknown.exitCode, unknown.err]).toEqual([3, expect.stringMatching(/unknown\.yaml:6:18 spec\.targetProfile: .*targetProfileNotFound/)]);
    const path = file('spring.yaml', document('spring', 'north'));
    expect(itemsOf(await skein(['campaign', 'plan', '-f', path, '-o', 'json', ...as('operator')]))[0]).toMatchObject({ outcome: 'CREATED', preview: { memberCount: count, waves: [{ memberCount: 2 }, { memberCount: count - 2 }] } });
    expect((await skein(['campaign', 'apply', '-f', path, ...as('operator')])).exitCode).toBe(2);
    good(await skein(['campaign', 'apply', '-f', path, '--yes', ...as('operator')]));
    const exported = good(await skein(['campaign', 'export', 'spring', ...as('operator')])).out;
    expect(exported.split('\n')[0]).toBe(`# yaml-language-server: $schema=${stack.urls.api}/schemas/skein-campaign.schema.json`);
    expect((await fetch(`${stack.urls.api}/schemas/skein-campaign.schema.json`)).status).toBe(200);
    for (const text of [exported, document('spring', 'north')]) {
      expect(good(await skein(['campaign', 'apply', '-f', '-', ...as('operator')], { input: text })).err).toContain('says the same already');
    }
  });

  it('may also come from options', async () => {
    const printed = good(await skein(['campaign', 'create', 'spring', '--target', target, '--site', 'north', '--waves', '2,rest', '--soak', '30s', '--dry-run', ...as('operator')])).out;
    expect(good(await skein(['campaign', 'apply', '-f', '-', ...as('operator')], { input: printed })).err).toContain('says the same already');
  });

  it('is assessed before it is planned', async () => {
    const hostnames = members('north').slice(0, 2).map(({ hostname }) => hostname);
    const ended = await skein(['node', 'assess', ...hostnames, '--target', target, '--yes', '-o', 'json', ...as('operator')]);
    expect([ended.exitCode, itemsOf(ended).map(({ hostname, state }) => [hostname, state])]).toEqual([0, hostnames.map((hostname) => [hostname, 'DONE'])]);
  });

  it('is not approved by its author nor by a token, with the refusals that GraphQL gives', async () => {
    good(await skein(['campaign', 'apply', '-f', file('own.yaml', document('spring', 'north').replace('name: spring', 'name: own')), '--yes', ...as('admin')]));
    good(await skein(['campaign', 'submit', 'own', '--yes', ...as('admin')]));
    const own = itemsOf(await skein(['campaign', 'get', 'own', '-o', 'json', ...as('admin')]))[0] as { readonly id: string; readonly revision: { readonly digest: string } };
    const refused = await skein(['campaign', 'approve', 'own', '--yes', ...as('admin')]);
    const overGraphql = await people.admin.mutate('campaignApprove', 'CampaignApproveInput', { campaignId: own.id, digest: own.revision.digest }, '__typename').then(() => null, (error: unknown) => (error as { readonly code: string }).code);
    expect([refused.exitCode, refused.err.includes('(authorMayNotApprove)'), overGraphql]).toEqual([5, true, 'authorMayNotApprove']);
    const byToken = await skein(['campaign', 'approve', 'own', '--yes'], { environment: { SKEIN_TOKEN: readFileSync(stack.tokenFile, 'utf8').trim(), SKEIN_ENDPOINT: stack.urls.api } });
    expect([byToken.exitCode, byToken.err.includes('tokenNeverApproves'), byToken.err.includes('skein login')]).toEqual([5, true, true]);
    // Nothing moves it now but a person: what waits for it waits until it is told otherwise.
    expect((await skein(['campaign', 'wait', 'own', '--timeout', '1s', ...as('operator')])).exitCode).toBe(12);
    expect((await skein(['campaign', 'wait', 'own', ...as('operator')], { interruptAfter: 'awaiting approval' })).exitCode).toBe(130);
    expect((await skein(['campaign', 'deny', 'own', '--yes', ...as('approver')])).exitCode).toBe(2);
    good(await skein(['campaign', 'deny', 'own', '--yes', '--reason', 'the same nodes twice', ...as('approver')]));
    expect((await skein(['campaign', 'wait', 'own', '--for', 'approved', '--timeout', '1m', ...as('operator')])).exitCode).toBe(1);
  });

  it('is submitted, approved and started by those who may, and halts without asking', async () => {
    good(await skein(['campaign', 'submit', 'spring', '--yes', ...as('operator')]));
    expect((await skein(['campaign', 'approve', 'spring', '--yes', '--digest', 'f'.repeat(64), ...as('approver')])).exitCode).toBe(6);
    good(await skein(['campaign', 'approve', 'spring', '--yes', '--reason', 'read it', ...as('approver')]));
    good(await skein(['campaign', 'wait', 'spring', '--for=approved', '--timeout', '1m', ...as('operator')]));
    expect((await skein(['campaign', 'start', 'spring', ...as('operator')])).exitCode).toBe(2);
    expect((await skein(['campaign', 'start', 'spring', '--yes', '--expect-count', String(members('north').length - 1), ...as('operator')])).exitCode).toBe(6);
    good(await skein(['campaign', 'start', 'spring', '--yes', '--expect-count', String(members('north').length), ...as('operator')]));
    good(await skein(['campaign', 'wait', 'spring', '--for=wave/1', '--timeout', '3m', ...as('operator')]));
    good(await skein(['campaign', 'pause', 'spring', '--yes', '--reason', 'lunch', ...as('operator')]));
    good(await skein(['campaign', 'resume', 'spring', '--yes', ...as('operator')]));
    const halted = good(await skein(['campaign', 'halt', 'spring', '--reason', 'story', ...as('operator')]));
    expect(halted.out).toMatch(/halt(ed|ing) \(operator\)/);
    const watched = await skein(['campaign', 'get', 'spring', '--watch', ...as('operator')]);
    expect([watched.exitCode, watched.out.includes('halted (operator)'), watched.out.includes('\u001b')]).toEqual([1, true, false]);
    expect((await skein(['halt-all', '--yes', ...as('operator')])).exitCode).toBe(0);
  });

  it('is rolled back, and its end tells so', async () => {
    expect((await skein(['campaign', 'rollback', 'spring', '--yes', ...as('operator')])).exitCode).toBe(2);
    good(await skein(['campaign', 'rollback', 'spring', '--all', '--reason', 'story', '--yes', ...as('operator')]));
    good(await skein(['campaign', 'wait', 'spring: rollback', '--timeout', '5m', ...as('operator')]));
    expect((await skein(['campaign', 'wait', 'spring', '--timeout', '1m', ...as('operator')])).exitCode).toBe(11);
    good(await skein(['campaign', 'report', 'spring', '-o', 'json', '--file', 'report.json', ...as('operator')]));
    expect(JSON.parse(readFileSync(join(home, 'report.json'), 'utf8'))).toBeTypeOf('object');
    expect((await skein(['campaign', 'report', 'spring', '-o', 'json', '--file', 'report.json', ...as('operator')])).exitCode).toBe(2);
    expect((await skein(['node', 'logs', '--list', String(members('north')[0]?.hostname), ...as('operator')])).exitCode).toBe(0);
  });

  it('that its gate halts ends with a code of its own', async () => {
    for (const node of members('south')) await breakKernelOf(node.externalId);
    good(await skein(['campaign', 'apply', '-f', '-', '--yes', ...as('operator')], { input: document('hasty', 'south', '  deadlines: { rebootSilence: 5, reboot: 30 }\n') }));
    good(await skein(['campaign', 'submit', 'hasty', '--yes', ...as('operator')]));
    good(await skein(['campaign', 'approve', 'hasty', '--yes', ...as('approver')]));
    good(await skein(['campaign', 'start', 'hasty', '--yes', ...as('operator')]));
    expect((await skein(['campaign', 'wait', 'hasty', '--timeout', '5m', ...as('operator')])).exitCode).toBe(10);
  });
});

describe('everything else', () => {
  it('is recorded, and the chain holds', async () => {
    expect(itemsOf(await skein(['audit', 'list', '--action', 'campaign.halt', '-o', 'json', ...as('admin')])).length).toBeGreaterThan(0);
    expect(itemsOf(await skein(['audit', 'verify', '-o', 'json', ...as('admin')]))[0]).toMatchObject({ intact: true });
  });

  it('is examined, explained and completed', async () => {
    expect((await skein(['doctor', ...as('operator')])).out).toMatch(/endpoint +✔ ok/);
    expect((await skein(['doctor', '--endpoint', 'http://127.0.0.1:9'])).exitCode).toBe(1);
    expect(good(await skein(['explain', 'staleVersion'])).out).toContain('exit code 6');
    expect(good(await skein(['explain', 'campaign.spec.gate'])).out).toContain('soakSeconds');
    expect(itemsOf(good(await skein(['version', '-o', 'json', ...as('operator')])))[0]).toMatchObject({ controlPlane: '0.1.0' });
    for (const shell of ['bash', 'zsh', 'fish']) expect(good(await skein(['completion', shell])).out).toContain('skein');
    expect(good(await skein(['complete', '--', 'campaign', 'get', 'spr'], { environment: { SKEIN_CONTEXT: 'operator' } })).out).toContain('spring');
  });

  it('asks for a reason where a context is protected', async () => {
    good(await skein(['context', 'set', 'admin', '--protected']));
    good(await skein(['context', 'use', 'admin']));
    expect((await skein(['campaign', 'cancel', 'spring', '--yes'])).exitCode).toBe(2);
    good(await skein(['context', 'remove', 'admin']));
    expect((await skein(['node', 'list', ...as('admin')])).exitCode).toBe(3);
  });

  it('ends with the session', async () => {
    good(await skein(['logout', ...as('operator')]));
    expect((await skein(['node', 'list', ...as('operator')])).exitCode).toBe(4);
  });

  it('is held back for a while from who guesses passwords', async () => {
    let exitCode = 4;
    for (let tries = 0; tries < 30 && exitCode === 4; tries += 1) exitCode = (await skein(['login', ...as('guess'), '--endpoint', stack.urls.api, '--name', 'approver', '--password-stdin'], { input: `guess ${String(tries)}` })).exitCode;
    expect(exitCode).toBe(7);
  });
});
