import { type NestExpressApplication } from '@nestjs/platform-express';
import { type Logger, pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from './create-app.ts';
import { fakeParts, fakeTokens } from './platform/fake-parts.ts';
import { type Persistence } from './platform/persistence.ts';

let app: NestExpressApplication | null = null;

afterEach(async () => {
  await app?.close();
  app = null;
});

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

async function start(brought: Partial<Persistence> = {}, log: Logger = pino({ level: 'silent' })): Promise<string> {
  app = await createApp({ ...fakeParts(brought), log });
  await app.listen(0, '127.0.0.1');
  return app.getUrl();
}

async function ask(address: string, query: string, options: { readonly token?: string; readonly method?: string; readonly type?: string; readonly body?: string; readonly correlationId?: string } = {}): Promise<Answer> {
  const method = options.method ?? 'POST';
  const response = await fetch(`${address}/graphql`, {
    method,
    headers: {
      'content-type': options.type ?? 'application/json',
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      ...(options.correlationId === undefined ? {} : { 'x-correlation-id': options.correlationId }),
    },
    ...(method === 'GET' ? {} : { body: options.body ?? JSON.stringify({ query }) }),
  });
  const body = await response.json() as Partial<Answer>;
  return { status: response.status, headers: response.headers, data: body.data, errors: body.errors ?? [] };
}

describe('the api', () => {
  it('answers who is asking', async () => {
    const address = await start();
    const answer = await ask(address, '{ me { person { name role } via permissions } }', { token: fakeTokens.approver });
    expect(answer.data).toEqual({ me: { person: { name: 'approver', role: 'APPROVER' }, via: 'TOKEN', permissions: ['fleet:read', 'campaign:read', 'audit:read', 'campaign:stop'] } });
  });

  it('asks strangers to sign in, and tells a wrong token from no token in no way', async () => {
    const address = await start();
    const [none, wrong] = [await ask(address, '{ me { via } }'), await ask(address, '{ me { via } }', { token: `skein_${'x'.repeat(43)}` })];
    expect(none.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    expect({ ...wrong.errors[0], extensions: { ...wrong.errors[0]?.extensions, correlationId: '' } }).toEqual({ ...none.errors[0], extensions: { ...none.errors[0]?.extensions, correlationId: '' } });
  });

  it('refuses what the role does not allow, with the reason, before any command runs', async () => {
    const address = await start();
    const { errors } = await ask(address, 'mutation { campaignHalt(input: { idempotencyKey: "k", campaignId: "c" }) { userErrors { code } } }', { token: fakeTokens.viewer });
    expect(errors[0]).toMatchObject({ extensions: { code: 'FORBIDDEN', reason: 'permissionMissing', retryable: false } });
  });

  it('never lets a token approve', async () => {
    const address = await start();
    const { errors } = await ask(address, 'mutation { campaignApprove(input: { idempotencyKey: "k", campaignId: "c", digest: "d" }) { userErrors { code } } }', { token: fakeTokens.approver });
    expect(errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'tokenNeverApproves' });
  });

  it('hides what went wrong inside, and names it by a correlation id that the client may choose', async () => {
    const address = await start({ fleetViews: { fleet: () => Promise.reject(new Error('secret detail')) } as never });
    const answer = await ask(address, '{ fleet { total } }', { token: fakeTokens.viewer, correlationId: 'story-12345' });
    expect(JSON.stringify(answer)).not.toContain('secret detail');
    expect(answer.errors[0]?.extensions).toEqual({ code: 'INTERNAL', retryable: false, correlationId: 'story-12345' });
    expect(answer.headers.get('x-correlation-id')).toBe('story-12345');
  });

  it('logs a surprise once, with its correlation id, and a refused stranger not at all', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => { lines.push(line); } });
    const address = await start({ fleetViews: { fleet: () => Promise.reject(new Error('outer', { cause: new Error('inner') })) } as never }, log);
    await ask(address, '{ me { via } }');
    await ask(address, '{ nonsense');
    expect(lines).toEqual([]);
    await ask(address, '{ fleet { total } }', { token: fakeTokens.viewer, correlationId: 'story-12345' });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([expect.objectContaining({ correlationId: 'story-12345', err: expect.objectContaining({ stack: expect.stringMatching(/outer[\s\S]*inner/) as string }) as object })]);
  });

  it('says that PostgreSQL is away and that trying again makes sense', async () => {
    const address = await start({ fleetViews: { fleet: () => Promise.reject(new Error('read the fleet', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) })) } as never });
    const { errors } = await ask(address, '{ fleet { total } }', { token: fakeTokens.viewer });
    expect(errors[0]?.extensions).toMatchObject({ code: 'UNAVAILABLE', retryable: true });
  });

  it('answers 503 when a token cannot be looked up', async () => {
    const address = await start({ tokens: { principalByToken: () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })), principalsByTokens: () => Promise.resolve(new Map()) } });
    const { status, errors } = await ask(address, '{ me { via } }', { token: fakeTokens.viewer });
    expect([status, errors[0]?.extensions['code'], errors[0]?.extensions['retryable']]).toEqual([503, 'UNAVAILABLE', true]);
  });

  it('shows its schema to who signed in, and to nobody else', async () => {
    const address = await start();
    const query = '{ __schema { queryType { name } } }';
    expect((await ask(address, query)).errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    expect((await ask(address, query, { token: fakeTokens.viewer })).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });

  it.each([
    ['a GET', { method: 'GET' }, 405], ['a form', { type: 'application/x-www-form-urlencoded', body: 'query={me}' }, 415], ['plain text', { type: 'text/plain' }, 415],
    ['no JSON', { body: '{' }, 400],
  ])('refuses %s', async (_name, options, status) => {
    const answer = await ask(await start(), '{ health { version } }', options);
    expect([answer.status, answer.errors[0]?.extensions['code']]).toEqual([status, 'BAD_REQUEST']);
  });

  it('refuses a batch of operations', async () => {
    const { status } = await ask(await start(), '', { body: JSON.stringify([{ query: '{ health { version } }' }, { query: '{ health { version } }' }]) });
    expect(status).toBe(400);
  });

  it('does not suggest names to who guesses', async () => {
    const { errors } = await ask(await start(), '{ camapigns { nodes { id } } }');
    expect(errors[0]?.message).not.toContain('campaigns');
  });

  it('sends headers that keep browsers from doing anything with it', async () => {
    const response = await fetch(`${await start()}/livez`);
    expect([response.headers.get('content-security-policy'), response.headers.get('x-content-type-options'), response.headers.get('x-powered-by')]).toEqual(["default-src 'none';frame-ancestors 'none'", 'nosniff', null]);
  });

  it('is ready without Temporal, and not without PostgreSQL', async () => {
    const up = await fetch(`${await start()}/readyz`);
    expect([up.status, await up.json()]).toEqual([200, { ready: true, database: true, temporal: false, pid: process.pid }]);
    await app?.close();
    const down = await fetch(`${await start({ databaseNow: () => Promise.reject(new Error('away')) })}/readyz`);
    expect([down.status, await down.json()]).toEqual([503, { ready: false, database: false, temporal: false, pid: process.pid }]);
  });

  it.each(['br', 'gzip'])('packs long answers: %s', async (encoding) => {
    const address = await start();
    const long = (accepted: string): Promise<Response> => fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'accept-encoding': accepted, authorization: `Bearer ${fakeTokens.viewer}` }, body: JSON.stringify({ query: '{ __schema { types { name description } } }' }) });
    const [packed, plain] = [await long(encoding), await long('identity')];
    expect([packed.headers.get('content-encoding'), packed.headers.get('vary'), plain.headers.get('content-encoding')]).toEqual([encoding, 'Accept-Encoding', null]);
    expect(await packed.json()).toEqual(await plain.json());
    expect(Number(packed.headers.get('content-length'))).toBeLessThan(Number(plain.headers.get('content-length')) / 3);
    expect((await ask(address, '{ me { via } }', { token: fakeTokens.viewer })).headers.get('content-encoding')).toBeNull();
  });

  it('measures operations by kind and outcome only', async () => {
    const address = await start();
    await ask(address, 'query Chosen_By_The_Client { me { via } }', { token: fakeTokens.viewer });
    const text = await (await fetch(`${address}/metrics`)).text();
    expect(text).toContain('skein_api_operation_seconds_count{kind="query",outcome="ok"} 1');
    expect(text).not.toContain('Chosen_By_The_Client');
  });

  it('refuses an unusable idempotency key as a value', async () => {
    const { data } = await ask(await start(), 'mutation { nodeRetire(input: { idempotencyKey: "", nodeId: "n", reason: "dead" }) { node { id } userErrors { code field } } }', { token: fakeTokens.operator });
    expect(data).toEqual({ nodeRetire: { node: null, userErrors: [{ code: 'invalidInput', field: ['idempotencyKey'] }] } });
  });
});
