import { type NestExpressApplication } from '@nestjs/platform-express';
import { apiLimits } from '@skein/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../create-app.ts';
import { LiveClient } from '../testing/live-client.ts';
import { fakeParts, fakeTokens } from './fake-parts.ts';

let app: NestExpressApplication;
let address: string;
const authorization = `Bearer ${fakeTokens.viewer}`;

beforeAll(async () => {
  app = await createApp(fakeParts());
  await app.listen(0, '127.0.0.1');
  address = await app.getUrl();
});
afterAll(() => app.close());

const repeat = (count: number, of: (index: number) => string): string => Array.from({ length: count }, (_, index) => of(index)).join(' ');
const fragments = ['a', 'b', 'c', 'd', 'e'].map((name, index, every) => `fragment ${name} on Query { ${repeat(6, () => (every[index + 1] === undefined ? 'fleet { total }' : `...${every[index + 1] ?? ''}`))} }`).join(' ');

/** Each asks for a little too much of one thing. Nothing of the database is there: what is not refused from its form fails otherwise. */
const tooMuch: readonly (readonly [string, string, object?])[] = [
  ['TOO_MANY_TOKENS', `{ ${repeat(4001, () => 'x')} }`],
  ['TOO_DEEP', `{ campaigns { nodes { ${'run { '.repeat(11)} id ${'}'.repeat(11)} } } }`],
  ['TOO_MANY_ALIASES', `{ ${repeat(16, (index) => `a${String(index)}: fleet { total }`)} }`],
  ['TOO_MANY_FIELDS', `{ ${repeat(251, () => 'fleet { total }')} }`],
  ['TOO_MANY_FIELDS', `{ ...a } ${fragments}`],
  ['PAGE_TOO_LARGE', '{ nodes(page: { first: 201 }) { nodes { id } } }'],
  ['PAGE_TOO_LARGE', 'query ($page: PageInput) { nodes(page: $page) { nodes { id } } }', { page: { first: 1_000_000 } }],
  ['PAGE_TOO_LARGE', 'query ($first: Int! = 201) { nodes(page: { first: $first }) { nodes { id } } }'],
  ['TOO_COSTLY', '{ nodes(page: { first: 200 }) { nodes { runs { steps { name } outcomes { kind } } } } }'],
  ['TOO_COSTLY', '{ nodes(page: { first: 50 }) { nodes { explain { couldStart } } } }'],
  ['TOO_COSTLY', '{ runs(page: { first: 50 }) { nodes { log(jobId: "a", offset: 0) { text } } } }'],
  ['TOO_COSTLY', '{ campaigns(page: { first: 50 }) { nodes { availability(page: { first: 1 }) { nodes { hostname } } } } }'],
  ['BAD_REQUEST', '{ camapigns { nodes { id } } }'],
  ['BAD_REQUEST', '{ fleet { '],
  ['BAD_REQUEST', 'query A { fleet { total } } query B { fleet { total } }'],
];

interface Refused {
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

async function overHttp(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<{ readonly status: number; readonly errors: Refused['errors'] }> {
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization, ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
  return { status: response.status, errors: ((await response.json()) as Refused).errors };
}

async function overSocket(payload: object): Promise<readonly unknown[]> {
  const client = await new LiveClient(address).begin({ authorization });
  client.send({ id: '1', type: 'subscribe', payload });
  await client.until(() => (client.codes().length > 0 ? true : null), 'it is refused');
  client.close();
  return client.codes();
}

describe('the limits', () => {
  it.each(tooMuch)('refuse with %s over HTTP and over a socket alike', async (code, query, variables = {}) => {
    const [http, socket] = [await overHttp({ query, variables }), await overSocket({ query, variables })];
    expect(http.status).toBe(400);
    expect(http.errors.map(({ extensions }) => extensions['code'])).toContain(code);
    expect(http.errors[0]?.extensions).toEqual({ code, retryable: false, correlationId: expect.any(String) as string });
    expect(socket).toContain(code);
  });

  it('refuse before anything is read, in less than 50 ms of work', async () => {
    for (const [, query, variables = {}] of tooMuch) {
      await overHttp({ query, variables });
      const before = process.cpuUsage();
      await overHttp({ query, variables });
      const { user, system } = process.cpuUsage(before);
      // The client of this test works in the same process, so this is more than the api's own part.
      expect((user + system) / 1000, query.slice(0, 60)).toBeLessThan(50);
    }
  });

  it('let a body be as large as it may be for its sender, and no larger', async () => {
    const of = (bytes: number): string => JSON.stringify({ query: '{ me { via } }', variables: { padding: 'x'.repeat(bytes) } });
    expect((await overHttp(of(1_000_000))).errors).toBeUndefined();
    expect(await overHttp(of(1_100_000))).toMatchObject({ status: 413, errors: [{ extensions: { code: 'BODY_TOO_LARGE', retryable: false } }] });
    expect(await overHttp(of(1_100_000), { authorization: `Bearer ${fakeTokens.operator}` })).toMatchObject({ status: 413, errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }] });
    expect(await overHttp(of(20_000), { authorization: '' })).toMatchObject({ status: 413, errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }] });
  });

  it('let an import be larger than anything else', async () => {
    const query = 'mutation ($input: NodesImportInput!) { nodesImport(input: $input) { rows } }';
    const content = 'x'.repeat(2_000_000);
    const operator = { authorization: `Bearer ${fakeTokens.operator}` };
    // It arrives and is then refused for what it says, or for the database that this test has not.
    expect((await overHttp({ query, variables: { input: { idempotencyKey: '', source: 's', format: 'CSV', content } } }, operator)).status).toBe(200);
    expect(await overHttp({ query: '{ me { via } } # nodesImport', variables: { content } }, operator)).toMatchObject({ status: 413, errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }] });
  });

  it('have a number and a sentence each, for the reference', () => {
    for (const [code, { max, unit, counts }] of Object.entries(apiLimits)) {
      expect(code).toMatch(/^[A-Z_]+$/);
      expect([max > 0, unit.length > 0, counts.endsWith('.')]).toEqual([true, true, true]);
    }
  });
});
