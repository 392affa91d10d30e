import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type Database, migrate, openDatabase } from '@skein/persistence';
import { pino } from 'pino';
import { type AppParts } from '../app.module.ts';
import { createApp } from '../create-app.ts';
import { bootstrap } from '../identity/bootstrap.ts';
import { createMetrics } from '../platform/metrics.ts';
import { type Persistence, persistenceOf } from '../platform/persistence.ts';

export const testPassword = 'a long enough password';
export type TestPerson = 'olga' | 'anna' | 'adam' | 'vera' | 'bert';
const roles = { olga: 'operator', anna: 'approver', adam: 'admin', vera: 'viewer', bert: 'admin' } as const satisfies Record<TestPerson, string>;

/** What `startPostgres` of the test kit gives; specs bring it along, because only they may import it. */
interface PostgresServer {
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

export interface Failure {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface Answer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data;
  readonly errors: readonly Failure[];
}

/** One api process on a database that may be shared with others. */
export interface TestApi {
  readonly address: string;
  readonly app: NestExpressApplication;
  readonly persistence: Persistence;
  readonly logged: readonly string[];
  post<Data = unknown>(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer<Data>>;
  ask<Data = unknown>(token: string, query: string, variables?: object): Promise<Answer<Data>>;
  /** The same, and throws what is no answer. */
  data<Data>(token: string, query: string, variables?: object): Promise<Data>;
  signIn(name: TestPerson): Promise<string>;
  close(): Promise<void>;
}

interface TestParts {
  readonly web?: AppParts['web'];
  readonly readingSecondsMax?: number;
  /** What is another than on PostgreSQL. */
  readonly brought?: (persistence: Persistence) => Partial<Persistence>;
}

export async function startApi(connectionString: string, { web, readingSecondsMax, brought }: TestParts = {}): Promise<TestApi> {
  const database: Database = openDatabase({ connectionString, secretKey: Buffer.alloc(32, 1), applicationName: 'skein-api-test', ...(readingSecondsMax === undefined ? {} : { readingSecondsMax }) });
  const onPostgres = persistenceOf(database);
  const persistence: Persistence = Object.assign(onPostgres, brought?.(onPostgres));
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => { logged.push(line); } });
  const app = await createApp({ persistence, log, metrics: createMetrics(), temporalHealth: { isReachable: () => Promise.resolve(false), close: () => Promise.resolve() }, ...(web === undefined ? {} : { web }) });
  await app.listen(0, '127.0.0.1');
  const address = await app.getUrl();

  const post = async <Data>(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer<Data>> => {
    const response = await fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
    const answer = await response.json() as { readonly data?: Data; readonly errors?: readonly Failure[] };
    return { status: response.status, headers: response.headers, data: (answer.data ?? null) as Data, errors: answer.errors ?? [] };
  };
  const ask = <Data>(token: string, query: string, variables: object = {}): Promise<Answer<Data>> => post<Data>({ query, variables }, token === '' ? {} : { authorization: `Bearer ${token}` });
  const data = async <Data>(token: string, query: string, variables: object = {}): Promise<Data> => {
    const answer = await ask<Data>(token, query, variables);
    if (answer.errors.length > 0) throw new Error(`${query}\n${JSON.stringify(answer.errors)}`);
    return answer.data;
  };
  return {
    address, app, persistence, logged, post, ask, data,
    async signIn(name) {
      const { signIn } = await data<{ readonly signIn: { readonly token: string } }>('', `mutation { signIn(input: { name: "${name}", password: "${testPassword}" }) { token } }`);
      return signIn.token;
    },
    async close() {
      await app.close();
      await database.close();
    },
  };
}

/** A migrated database with one person of each role, and a second admin. */
export async function createPopulatedDatabase(postgres: PostgresServer): Promise<string> {
  const connectionString = await postgres.createDatabase();
  await migrate(connectionString);
  const folder = await mkdtemp(join(tmpdir(), 'skein-api-'));
  const database = openDatabase({ connectionString, secretKey: Buffer.alloc(32, 1), applicationName: 'skein-api-test' });
  try {
    const people = Object.entries(roles).map(([name, role]) => ({ name, role, password: testPassword }));
    await writeFile(join(folder, 'bootstrap.json'), JSON.stringify({ people }));
    await bootstrap(join(folder, 'bootstrap.json'), persistenceOf(database).identity);
  } finally {
    await database.close();
    await rm(folder, { recursive: true });
  }
  return connectionString;
}

let keys = 0;
export const newKey = (): string => `key-${String(keys += 1)}`;

/** One site that is only simulated, and nodes `web-0` and on in it; what they are called by id. */
export async function addNodes(api: TestApi, token: string, count: number): Promise<readonly string[]> {
  await api.data(token, 'mutation ($input: SiteSaveInput!) { siteSave(input: $input) { userErrors { code message } } }', { input: { idempotencyKey: newKey(), name: 'sz', routeKind: 'SIMULATED', socket: '/run/skein/simulated.sock' } });
  const content = ['externalId,hostname,site,address', ...Array.from({ length: count }, (_, index) => `i-${String(index)},web-${String(index)}.example,sz,10.0.${String(Math.floor(index / 200))}.${String((index % 200) + 1)}`)].join('\n');
  await api.data(token, 'mutation ($input: NodesImportInput!) { nodesImport(input: $input) { created userErrors { code message } } }', { input: { idempotencyKey: newKey(), format: 'CSV', source: 'cmdb', content } });
  const { nodes } = await api.data<{ readonly nodes: { readonly nodes: readonly { readonly id: string }[] } }>(token, '{ nodes { nodes { id } } }');
  return nodes.nodes.map(({ id }) => id);
}
