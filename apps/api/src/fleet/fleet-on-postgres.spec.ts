import { type NestExpressApplication } from '@nestjs/platform-express';
import { stateClasses } from '@skein/core';
import { type Database, migrate, openDatabase } from '@skein/persistence';
import { seedLargeFleet, startPostgres, type TestPostgres } from '@skein/testkit';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../create-app.ts';
import { bearerTokenSha256 } from '../identity/bearer-token.ts';
import { createMetrics } from '../platform/metrics.ts';
import { persistenceOf } from '../platform/persistence.ts';
import { FleetMapService } from './fleet-map.service.ts';

const tokens = { operator: `skein_${'o'.repeat(43)}`, viewer: `skein_${'v'.repeat(43)}` };
let postgres: TestPostgres;
let database: Database;
let app: NestExpressApplication;
let address: string;

beforeAll(async () => {
  postgres = await startPostgres();
  const connectionString = await postgres.createDatabase();
  await migrate(connectionString);
  await seedLargeFleet(connectionString, { nodes: 1600, sites: 8, perRack: 10 });
  database = openDatabase({ connectionString, secretKey: Buffer.alloc(32, 1), applicationName: 'skein-api-test' });
  const persistence = persistenceOf(database);
  for (const role of ['operator', 'viewer'] as const) {
    const person = await persistence.identity.savePerson({ name: `the ${role}`, role, passwordHash: null });
    await persistence.identity.openSession(person.personId, bearerTokenSha256(tokens[role]), 3600);
  }
  app = await createApp({ persistence, log: pino({ level: 'silent' }), metrics: createMetrics(), temporalHealth: { isReachable: () => Promise.resolve(false), close: () => Promise.resolve() } });
  await app.listen(0, '127.0.0.1');
  address = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await database.close();
  await postgres.stop();
});

interface Answer<Data> { readonly data: Data; readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[] }

async function ask<Data>(query: string, variables: object = {}, token = tokens.operator): Promise<Answer<Data>> {
  const response = await fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify({ query, variables }) });
  return await response.json() as Answer<Data>;
}

async function data<Data>(query: string, variables: object = {}, token = tokens.operator): Promise<Data> {
  const answer = await ask<Data>(query, variables, token);
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

interface Nodes { readonly nodes: { readonly nodes: readonly Readonly<Record<string, unknown>>[]; readonly totalCount: number } }

describe('the fleet over GraphQL', () => {
  it('has the classes of the schema in the order of the rows', async () => {
    const { __type: type } = await data<{ readonly __type: { readonly enumValues: readonly { readonly name: string }[] } }>('{ __type(name: "StateClass") { enumValues { name } } }');
    expect(type.enumValues.map(({ name }) => name)).toEqual([...stateClasses]);
  });

  it('is listed by a query of the shared language, in the asked order, from an offset', async () => {
    const list = (offset: number) => data<Nodes>('query ($offset: Int) { nodes(filter: { query: "site in (dc-01,dc-03) and state!=MIGRATED" }, orderBy: { field: STATE_CLASS }, page: { first: 20, offset: $offset }) { nodes { hostname site stateClass stateSince } totalCount } }', { offset });
    const [first, later] = [await list(0), await list(10)];
    expect(first.nodes.nodes.slice(10).map((node) => node['hostname'])).toEqual(later.nodes.nodes.slice(0, 10).map((node) => node['hostname']));
    expect(first.nodes.nodes[0]?.['stateClass']).toBe('FAILED');
    expect(first.nodes.totalCount).toBeGreaterThan(20);
  });

  it('refuses a query that cannot be read, and says where', async () => {
    const { errors } = await ask('{ nodes(filter: { query: "site=dc-01 and colour=red" }) { totalCount } }');
    expect(errors?.[0]).toMatchObject({ message: expect.stringContaining('filter.query, character 16: there is no key "colour"') as string, extensions: { code: 'BAD_REQUEST', reason: 'badQuery' } });
  });

  it('shows of each node what belongs to it, with as many statements for fifty nodes as for two', async () => {
    const query = `query ($first: Int!) { nodes(filter: { sites: ["dc-01"] }, page: { first: $first }) { nodes { id runState stateClass missing
      run { id campaignName stateClass steps { name begunAt } jobs { id } outcomes { kind } findings { check } packageChanges { added } } runs { id } services { name } restorePoints { id } facts } } }`;
    const statementsOf = async (first: number): Promise<number> => {
      const before = database.statements();
      const { nodes: { nodes } } = await data<Nodes>(query, { first });
      expect(nodes).toHaveLength(first);
      expect(nodes.some((node) => (node['run'] as { readonly campaignName?: string } | null)?.campaignName === 'CentOS to OpenCloudOS in dc-01')).toBe(true);
      return database.statements() - before;
    };
    await statementsOf(2);
    const [two, fifty] = [await statementsOf(2), await statementsOf(50)];
    expect(fifty).toBeLessThanOrEqual(two + 1);
  });

  it('counts campaigns and waves by class with as many statements for all as for one', async () => {
    const query = 'query ($first: Int!) { campaigns(page: { first: $first }) { nodes { name byStateClass { stateClass count } waves { number members byStateClass { count } domains { domain members } } } } }';
    interface Counted { readonly campaigns: { readonly nodes: readonly { readonly byStateClass: readonly { readonly stateClass: string; readonly count: number }[]; readonly waves: readonly { readonly members: number; readonly byStateClass: readonly { readonly count: number }[] }[] }[] } }
    const statementsOf = async (first: number): Promise<number> => {
      const before = database.statements();
      const { campaigns } = await data<Counted>(query, { first });
      expect(campaigns.nodes).toHaveLength(first);
      for (const { byStateClass, waves } of campaigns.nodes) {
        expect(byStateClass.map(({ stateClass }) => stateClass)).toEqual([...stateClasses]);
        for (const wave of waves) expect(wave.byStateClass.reduce((sum, { count }) => sum + count, 0)).toBe(wave.members);
      }
      return database.statements() - before;
    };
    await statementsOf(1);
    const [one, six] = [await statementsOf(1), await statementsOf(6)];
    expect(six).toBeLessThanOrEqual(one + 1);
  });

  it('says until when its systems are maintained, and how many are in each class', async () => {
    const { fleet } = await data<{ readonly fleet: { readonly byLifecycle: readonly object[]; readonly byStateClass: readonly { readonly stateClass: string; readonly count: number }[]; readonly total: number } }>('{ fleet { total byLifecycle { family endOfLife } byStateClass { stateClass count } } }');
    expect(fleet.byLifecycle).toEqual(expect.arrayContaining([{ family: 'CentOS 8', endOfLife: '2021-12-31' }, { family: 'CentOS 7', endOfLife: '2024-06-30' }, { family: 'OpenCloudOS 8', endOfLife: null }, { family: 'unknown', endOfLife: null }]));
    expect(fleet.byStateClass.reduce((sum, { count }) => sum + count, 0)).toBe(fleet.total);
  });

  it('is a map whose bytes are the classes of its nodes, with bits for a filter, and a node at each ordinal', async () => {
    interface Map { readonly fleetMap: { readonly layout: string; readonly revision: number; readonly nodeCount: number; readonly states: string; readonly matches: string | null; readonly matchCount: number; readonly groups: readonly { readonly site: string; readonly start: number }[] } }
    const map = async (filter: object | null) => (await data<Map>('query ($filter: NodeFilter) { fleetMap(filter: $filter) { layout revision nodeCount states matches matchCount groups { site domain start count } } }', { filter })).fleetMap;
    const [all, failed] = [await map(null), await map({ stateClasses: ['FAILED'] })];
    const states = [...Buffer.from(all.states, 'base64')];
    expect([states.length, all.matches, all.matchCount]).toEqual([all.nodeCount, null, all.nodeCount]);
    const bits = Buffer.from(failed.matches ?? '', 'base64');
    const matching = states.flatMap((state, ordinal) => (((bits[ordinal >> 3] ?? 0) >> (ordinal & 7)) % 2 === 1 ? [{ state, ordinal }] : []));
    expect([matching.length, matching.every(({ state }) => stateClasses[state] === 'FAILED')]).toEqual([failed.matchCount, true]);
    expect(failed.matchCount).toBe(states.filter((state) => stateClasses[state] === 'FAILED').length);
    const at = (layout: string, ordinal: number) => data<{ readonly fleetMapNode: object | null }>('query ($layout: String!, $ordinal: Int!) { fleetMapNode(layout: $layout, ordinal: $ordinal) { stateClass site } }', { layout, ordinal });
    expect(await at(all.layout, matching[0]?.ordinal ?? -1)).toMatchObject({ fleetMapNode: { stateClass: 'FAILED' } });
    expect([await at('another', 0), await at(all.layout, 1_000_000)]).toEqual([{ fleetMapNode: null }, { fleetMapNode: null }]);
  });

  it('tells who watches the map each change once, and to begin anew when a node moved', async () => {
    const service = app.get(FleetMapService);
    const watch = service.watch();
    const begins = await watch();
    expect([begins?.changes, begins?.fromRevision, await watch()]).toEqual(['', begins?.revision, null]);
    await database.db.updateTable('node').set({ quarantined: true }).where('node_id', '=', 'large-0001500').execute();
    const changed = await watch();
    expect(Buffer.from(changed?.changes ?? '', 'base64')).toHaveLength(5);
    expect([changed?.revision, await watch()]).toEqual([(changed?.fromRevision ?? 0) + 1, null]);
    await database.db.updateTable('node').set({ hostname: 'aaa.example' }).where('node_id', '=', 'large-0001500').execute();
    const moved = await watch();
    expect([moved?.layout === changed?.layout, moved?.changes]).toEqual([false, '']);
    expect(await service.deltaSince(changed?.layout ?? '', changed?.revision ?? 0)).toBeNull();
  });

  it('shows what needs a person, with its campaign, and events only to who may read the audit', async () => {
    const query = '{ now { at unattendedSites attention { id kind stateClass count subject since campaign { id name state byStateClass { count } } } campaigns { id state } fleet { total } events { action objectKind } } }';
    interface Now { readonly now: { readonly attention: readonly { readonly kind: string; readonly campaign: { readonly state: string } | null }[]; readonly campaigns: readonly { readonly state: string }[]; readonly events: readonly { readonly objectKind: string }[]; readonly unattendedSites: readonly string[] } }
    const [{ now }, { now: seen }] = [await data<Now>(query), await data<Now>(query, {}, tokens.viewer)];
    expect(now.attention.find((item) => item.kind === 'CAMPAIGN_HALTED')?.campaign?.state).toMatch(/^(HALTED|PAUSED)$/);
    expect(now.attention.find((item) => item.kind === 'APPROVAL_WAITING')?.campaign?.state).toBe('AWAITING_APPROVAL');
    expect(now.campaigns.map((campaign) => campaign.state)).toEqual(['RUNNING', 'PAUSED', 'HALTED', 'AWAITING_APPROVAL']);
    expect(now.unattendedSites).toContain('dc-04');
    expect([now.events.length, now.events.every((event) => event.objectKind === 'campaign'), seen.events]).toEqual([20, true, []]);
  });

  it('has services, and tells how long steps take, of one campaign or everywhere', async () => {
    const answer = await data<{ readonly services: readonly { readonly name: string; readonly memberCount: number }[]; readonly all: readonly { readonly name: string; readonly samples: number }[]; readonly one: readonly { readonly samples: number }[] }>(
      '{ services { name memberCount } all: stepDurations { name medianSeconds p95Seconds samples } one: stepDurations(campaignId: "large-2") { samples } }');
    expect(answer.services).toHaveLength(40);
    expect(answer.all.map((step) => step.name)).toEqual(['drain', 'inspect', 'snapshot']);
    expect(answer.one[0]?.samples).toBeLessThan(answer.all[0]?.samples ?? 0);
    expect(answer.one[0]?.samples).toBeGreaterThan(0);
  });
});
