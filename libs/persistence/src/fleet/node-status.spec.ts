import { type NodeQueryTerm, stateClasses } from '@skein/core';
import { seedLargeFleet, startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../database/database.ts';
import { type NodeFacetField, type NodeOrderField } from '../views/fleet-view.ts';
import { createCampaignViews } from '../views/campaign-views.ts';
import { createFleetViews } from '../views/fleet-views.ts';
import { type NodeFilter, type NodeView } from '../views/view.ts';
import { runKinds } from '../run/run-kinds.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { foldNodeStatus } from './fold-node-status.ts';

const secretKey = new Uint8Array(32).fill(7);
let test: TestDatabase;
let database: Database;
let campaignIds: readonly string[];

beforeAll(async () => {
  test = await openTestDatabase(await startPostgres());
  database = test.database;
  ({ campaignIds } = await seedLargeFleet(test.connectionString, { nodes: 2400, sites: 8, perRack: 12 }));
  // However slow this machine is, what was seen just now stays so.
  await sql`UPDATE node_health SET observed_at = now() + interval '1 h' WHERE observed_at > now() - interval '1 h'`.execute(database.db);
});
afterAll(() => test.stop());

async function everyNode(filter: NodeFilter, field: NodeOrderField = 'HOSTNAME', descending = false): Promise<readonly NodeView[]> {
  const seen: NodeView[] = [];
  for (let offset = 0; ; offset += 200) {
    const page = await createFleetViews(database).nodes(filter, { first: 200, offset }, { field, descending });
    seen.push(...page.rows);
    if (!page.hasNextPage) return seen;
  }
}

const tally = (values: readonly string[]): Record<string, number> => Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, some]) => [value, some.length]));

/** Everything that was folded, without the moment and the number of its change. */
const folded = async (): Promise<unknown> => (await sql`SELECT (to_jsonb(t) - 'state_since' - 'revision') AS row FROM node_status t ORDER BY node_id`.execute(database.db)).rows;
const foldedAnew = async (): Promise<unknown> => {
  await sql`UPDATE node_status_position SET folded = NULL`.execute(database.db);
  await foldNodeStatus(database);
  return folded();
};
const position = async (): Promise<{ layout: string; revision: number }> => {
  const { layout, revision } = await createFleetViews(database).fleetChanges(2_000_000);
  return { layout, revision };
};

describe('counts of the fleet', () => {
  it('have nodes in every class, so that the rest of this file means something', async () => {
    const { byStateClass } = await createFleetViews(database).fleet();
    for (const stateClass of stateClasses) expect([stateClass, byStateClass[stateClass] > 0]).toEqual([stateClass, true]);
  });

  it('are as many as the rows that the same filter finds: every class, site, system and state of a run', async () => {
    const views = createFleetViews(database);
    const counts = await views.fleet();
    const rows = await everyNode({});
    expect(rows).toHaveLength(counts.total);
    expect(tally(rows.map((row) => row.stateClass))).toEqual(counts.byStateClass);
    expect(tally(rows.map((row) => row.site))).toEqual(counts.bySite);
    expect(tally(rows.map((row) => row.os ?? 'unknown'))).toEqual(counts.byOs);
    expect(tally(rows.map((row) => row.runState ?? 'none'))).toEqual(counts.byRunState);
    expect([rows.filter((row) => row.protected), rows.filter((row) => row.held), rows.filter((row) => row.quarantined), rows.filter((row) => row.openRunId !== null)].map((some) => some.length))
      .toEqual([counts.protected, counts.held, counts.quarantined, counts.inFlight]);
    for (const stateClass of stateClasses) {
      const found = await everyNode({ stateClasses: [stateClass] });
      expect([stateClass, found.length, await views.countNodes({ stateClasses: [stateClass] })]).toEqual([stateClass, counts.byStateClass[stateClass], counts.byStateClass[stateClass]]);
      expect(found.every((row) => row.stateClass === stateClass)).toBe(true);
    }
  });

  it.each([
    ['nothing', {}], ['a site and two classes', { sites: ['dc-03'], stateClasses: ['FAILED', 'MIGRATED'] }], ['a region, health and systems', { domain: 'region-1', health: ['good'], osIn: ['centos-8.5', 'unknown'] }],
    ['a word and a label', { text: 'web', labels: { tier: 2 as unknown as string } }], ['a campaign', { campaignId: 'large-3', stateClasses: ['MIGRATED'] }],
  ] as readonly (readonly [string, NodeFilter])[])('are the same by facets, narrowed by %s: choosing a value finds so many', async (_what, filter) => {
    const views = createFleetViews(database);
    const choose: Readonly<Record<NodeFacetField, (value: string) => NodeFilter>> = {
      STATE_CLASS: (value) => ({ stateClasses: [value as (typeof stateClasses)[number]] }), SITE: (value) => ({ sites: [value] }), OS: (value) => ({ osIn: [value] }),
      HEALTH: (value) => ({ health: [value as 'good'] }), REGION: (value) => ({ domain: value }),
    };
    const facets = await views.facets(filter, Object.keys(choose) as NodeFacetField[]);
    expect(facets.map((facet) => facet.field)).toEqual(Object.keys(choose));
    expect(facets.flatMap((facet) => facet.counts).length).toBeGreaterThan(5);
    for (const { field, counts } of facets) {
      for (const { value, count } of counts) expect([field, value, await views.countNodes({ ...filter, ...choose[field](value) })]).toEqual([field, value, count]);
    }
  });

  it.each<[NodeOrderField, string]>([['HOSTNAME', 'web'], ['HOSTNAME', 'app'], ['STATE_CLASS', 'web'], ['MAP', 'db'], ['STATE_SINCE', 'batch']])('by %s list the nodes with a label in the same order, wherever they stand in it: app=%s', async (field, app) => {
    const names = (rows: readonly NodeView[]): readonly string[] => rows.map((row) => row.hostname);
    expect(names(await everyNode({ labels: { app } }, field))).toEqual(names((await everyNode({}, field)).filter((row) => row.labels['app'] === app)));
  });

  it('of campaigns and waves are as many as the members that are found, and as their parts', async () => {
    const views = createFleetViews(database);
    const campaigns = createCampaignViews(database);
    const classes = await campaigns.classes(campaignIds);
    const domains = await campaigns.waveDomains(campaignIds);
    expect(campaignIds).toHaveLength(6);
    for (const campaignId of campaignIds) {
      for (const stateClass of stateClasses) expect([campaignId, stateClass, await views.countNodes({ campaignId, stateClasses: [stateClass] })]).toEqual([campaignId, stateClass, classes.get(campaignId)?.byStateClass[stateClass]]);
      for (const { number, members } of await campaigns.waves(campaignId)) {
        expect([campaignId, number, Object.values(classes.get(campaignId)?.byWave.get(number) ?? {}).reduce((sum, count) => sum + count, 0)]).toEqual([campaignId, number, members]);
        expect(domains.get(campaignId)?.get(number)?.reduce((sum, domain) => sum + domain.members, 0)).toBe(members);
      }
    }
  });

  it('of a campaign count a node once that its tail wave tries again, and of both waves each', async () => {
    const { db } = database;
    const campaigns = createCampaignViews(database);
    const before = (await campaigns.classes(['large-3'])).get('large-3');
    await sql`INSERT INTO wave (campaign_id, number, state) VALUES ('large-3', 5, '{"kind": "PENDING"}')`.execute(db);
    await sql`INSERT INTO wave_member (campaign_id, wave, node_id, ordinal, alternate, member) SELECT campaign_id, 5, node_id, ordinal, false, '{}' FROM wave_member WHERE campaign_id = 'large-3' AND wave = 1 AND ordinal <= 7`.execute(db);
    const after = (await campaigns.classes(['large-3'])).get('large-3');
    await sql`DELETE FROM wave_member WHERE campaign_id = 'large-3' AND wave = 5`.execute(db);
    await sql`DELETE FROM wave WHERE campaign_id = 'large-3' AND number = 5`.execute(db);
    const sum = (counts: object | undefined): number => (Object.values(counts ?? {}) as number[]).reduce((total, count) => total + count, 0);
    expect(after?.byStateClass).toEqual(before?.byStateClass);
    expect([sum(after?.byWave.get(1)), sum(after?.byWave.get(5))]).toEqual([sum(before?.byWave.get(1)), 7]);
  });

  it('of runs by class are as many as the runs that are found, each in that class', async () => {
    const campaigns = createCampaignViews(database);
    let all = 0;
    for (const stateClass of stateClasses) {
      const count = await campaigns.countRuns({ campaignId: 'large-3', stateClasses: [stateClass] });
      const { rows } = await campaigns.runs({ campaignId: 'large-3', stateClasses: [stateClass] }, { first: 200 });
      expect([rows.length, rows.every((run) => run.stateClass === stateClass)]).toEqual([Math.min(200, count), true]);
      all += count;
    }
    expect(all).toBe(await campaigns.countRuns({ campaignId: 'large-3' }));
    const { rows: [failed] } = await campaigns.runs({ campaignId: 'large-1', reason: 'bootFailed' }, { first: 1 });
    expect(failed).toMatchObject({ state: { reason: 'bootFailed' }, campaignName: 'CentOS to OpenCloudOS in dc-01' });
  });
});

describe('lists of nodes', () => {
  const keyOf: Readonly<Record<NodeOrderField, (node: NodeView) => string | number>> = {
    HOSTNAME: () => 0, SITE: (node) => node.site, OS: (node) => node.os ?? 'unknown', MAP: (node) => `${node.site} ${node.domains[0] ?? ''}`, STATE_SINCE: (node) => node.stateSince.getTime(),
    STATE_CLASS: (node) => ['FAILED', 'UNREACHABLE', 'ATTENTION', 'IN_FLIGHT', 'ROLLED_BACK', 'NOT_STARTED', 'MIGRATED'].indexOf(node.stateClass), HEALTH: (node) => ['bad', 'unknown', 'good'].indexOf(node.health),
  };

  it.each((Object.keys(keyOf) as NodeOrderField[]).flatMap((field) => [[field, false], [field, true]] as const))('by %s, downwards: %s, show each node once, in order, equal ones by host name', async (field, descending) => {
    const rows = await everyNode({ sites: ['dc-01', 'dc-03'] }, field, descending);
    expect(new Set(rows.map((row) => row.nodeId)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(500);
    const [key, sign] = [keyOf[field], descending ? -1 : 1];
    const compare = (one: string | number, other: string | number): number => (one < other ? -1 : one > other ? 1 : 0);
    const named = field === 'HOSTNAME' || field === 'MAP' ? sign : 1;
    expect(rows.map((row) => row.hostname)).toEqual([...rows].sort((one, other) => sign * compare(key(one), key(other)) || named * compare(one.hostname, other.hostname)).map((row) => row.hostname));
  });

  it('go on at a cursor in every order', async () => {
    const views = createFleetViews(database);
    for (const field of ['HOSTNAME', 'STATE_CLASS'] as const) {
      const order = { field, descending: false };
      const first = await views.nodes({}, { first: 30 }, order);
      const next = await views.nodes({}, { first: 30, after: first.endCursor }, order);
      const both = await views.nodes({}, { first: 60 }, order);
      expect([...first.rows, ...next.rows].map((row) => row.nodeId)).toEqual(both.rows.map((row) => row.nodeId));
    }
  });

  const query: readonly (readonly [readonly NodeQueryTerm[], (node: NodeView) => boolean])[] = [
    [[{ key: 'word', word: 'WEB-' }], (node) => node.hostname.includes('web-')],
    [[{ key: 'site', negated: true, values: ['dc-01'] }, { key: 'held', wanted: true }], (node) => node.site !== 'dc-01' && node.held],
    [[{ key: 'os', negated: false, values: ['unknown', 'centos-7.9'] }], (node) => node.os === null || node.os === 'centos-7.9'],
    [[{ key: 'state', negated: true, values: ['MIGRATED', 'NOT_STARTED'] }], (node) => node.stateClass !== 'MIGRATED' && node.stateClass !== 'NOT_STARTED'],
    [[{ key: 'health', negated: true, values: ['good'] }], (node) => node.health !== 'good'],
    [[{ key: 'health', negated: false, values: ['unknown', 'bad'] }], (node) => node.health !== 'good'],
    [[{ key: 'domain', negated: false, values: ['region-2/az-4', 'region-3'] }], (node) => /^(region-2\/az-4|region-3)\//.test(node.domains[0] ?? '')],
    [[{ key: 'label', label: 'app', negated: true, values: ['web', 'db'] }], (node) => node.labels['app'] !== 'web' && node.labels['app'] !== 'db'],
    [[{ key: 'missing', wanted: true }, { key: 'quarantined', wanted: false }], (node) => node.missing && !node.quarantined],
    [[{ key: 'protected', wanted: true }], (node) => node.protected],
  ];
  it.each(query)('find what a query says: %j', async (terms, matches) => {
    const expected = (await everyNode({})).filter(matches).map((node) => node.hostname);
    expect(expected.length).toBeGreaterThan(0);
    expect((await everyNode({ query: terms })).map((node) => node.hostname)).toEqual(expected);
  });

  it('leave retired nodes out unless they are asked for', async () => {
    const views = createFleetViews(database);
    const { rows: [all] } = await sql<{ retired: number; nodes: number }>`SELECT count(*) FILTER (WHERE retired)::int AS retired, count(*)::int AS nodes FROM node`.execute(database.db);
    const [live, retired, asked] = [await views.countNodes({}), await views.countNodes({ retired: true }), await views.countNodes({ query: [{ key: 'retired', wanted: true }] })];
    expect([live + retired, retired, asked]).toEqual([all?.nodes, all?.retired, all?.retired]);
    expect(retired).toBeGreaterThan(0);
  });
});

describe('the class of a node', () => {
  const classOf = async (state: string | null, more: { overdue?: boolean; quarantined?: boolean; reachable?: boolean | null } = {}): Promise<string | undefined> => {
    const run = state === null ? null : JSON.stringify({ kind: state.split(':')[0], reason: state.split(':')[1] });
    const { rows: [row] } = await sql<{ number: number }>`SELECT state_class(${run}::jsonb, ${more.overdue ?? false}, ${more.quarantined ?? false}, ${more.reachable ?? null}::boolean) AS number`.execute(database.db);
    return stateClasses[row?.number ?? -1];
  };
  const silenceIsExplained = ['APPLYING', 'REBOOTING', 'RESTORING', 'VERIFYING'];
  const ended: Readonly<Record<string, string>> = {
    FAILED_CLEAN: 'FAILED', QUARANTINED: 'FAILED', RESTORED: 'ROLLED_BACK', SUCCEEDED: 'MIGRATED', BLOCKED: 'ATTENTION', DEFERRED: 'ATTENTION', CANCELLED: 'NOT_STARTED',
  };

  it.each(runKinds)('whose run is %s: by its state, overdue, unreachable and quarantined', async (kind) => {
    expect(await classOf(kind)).toBe(ended[kind] ?? 'IN_FLIGHT');
    if (!(kind in ended)) expect(await classOf(kind, { overdue: true })).toBe('ATTENTION');
    expect(await classOf(kind, { reachable: true })).toBe(await classOf(kind));
    const failed = ended[kind] === 'FAILED';
    expect(await classOf(kind, { reachable: false })).toBe(failed ? 'FAILED' : silenceIsExplained.includes(kind) ? 'IN_FLIGHT' : 'UNREACHABLE');
    expect(await classOf(kind, { quarantined: true, reachable: false })).toBe('FAILED');
  });

  it('without a run is not started, and on its target already is migrated', async () => {
    expect([await classOf(null), await classOf(null, { reachable: false }), await classOf(null, { quarantined: true }), await classOf('DEFERRED:alreadyOnTarget'), await classOf('DEFERRED:held')])
      .toEqual(['NOT_STARTED', 'UNREACHABLE', 'FAILED', 'MIGRATED', 'ATTENTION']);
  });
});

describe('silence', () => {
  const classNow = async (nodeId: string): Promise<string | undefined> => {
    await foldNodeStatus(database);
    return (await createFleetViews(database).nodes({ ids: [nodeId] }, { first: 1 })).rows[0]?.stateClass;
  };

  it('from before a run came where it is says nothing about it, and another observation of silence does', async () => {
    const { rows: [node] } = await sql<{ nodeId: string }>`SELECT node_id AS "nodeId" FROM node_run WHERE state_kind = 'SUCCEEDED' AND node_id IN (SELECT node_id FROM node_status WHERE state_class = 2) LIMIT 1`.execute(database.db);
    const nodeId = node?.nodeId ?? '';
    await sql`INSERT INTO node_health (node_id, observed_at, reachable, verdict) VALUES (${nodeId}, now() - interval '10 years', false, 'unknown')
      ON CONFLICT (node_id) DO UPDATE SET observed_at = excluded.observed_at, reachable = false`.execute(database.db);
    expect(await classNow(nodeId)).toBe('MIGRATED');
    await sql`UPDATE node_health SET observed_at = now() + interval '1 h' WHERE node_id = ${nodeId}`.execute(database.db);
    expect(await classNow(nodeId)).toBe('UNREACHABLE');
  });
});

describe('the narrow rows', () => {
  it('are the same, folded change by change or all anew', async () => {
    await sql`UPDATE node_run SET state = '{"kind": "BLOCKED", "checks": ["disk"]}', settled_at = now() WHERE state_kind = 'PREFLIGHT'`.execute(database.db);
    await sql`UPDATE node SET quarantined = true WHERE node_id IN (SELECT node_id FROM node ORDER BY node_id LIMIT 20)`.execute(database.db);
    await sql`UPDATE node_health SET reachable = NOT reachable WHERE node_id LIKE '%7'`.execute(database.db);
    await sql`UPDATE node SET hostname = hostname || '.new', failure_domains = ARRAY['elsewhere/room-1'] WHERE node_id LIKE '%33'`.execute(database.db);
    await sql`UPDATE site SET name = 'dc-renamed' WHERE name = 'dc-08'`.execute(database.db);
    await foldNodeStatus(database);
    const stepwise = await folded();
    expect(stepwise).toEqual(await foldedAnew());
  });

  it('take in what began early and was committed late', async () => {
    const late = openDatabase({ connectionString: test.connectionString, secretKey });
    await database.db.transaction().execute(async (tx) => {
      await sql`UPDATE node SET quarantined = true WHERE node_id = 'large-0000100'`.execute(tx);
      await sql`UPDATE node SET quarantined = true WHERE node_id = 'large-0000101'`.execute(late.db);
      await foldNodeStatus(late);
      expect((await createFleetViews(late).nodes({ ids: ['large-0000100', 'large-0000101'], stateClasses: ['FAILED'] }, { first: 5 })).rows.map((row) => row.nodeId)).toEqual(['large-0000101']);
    });
    await late.close();
    expect(await createFleetViews(database).countNodes({ ids: ['large-0000100', 'large-0000101'], stateClasses: ['FAILED'] })).toBe(2);
  });

  it('lose nothing when who folds them dies in the middle, and somebody else goes on', async () => {
    const dying = openDatabase({ connectionString: test.connectionString, secretKey, applicationName: 'dying' });
    await foldNodeStatus(database);
    await sql`UPDATE node SET quarantined = NOT quarantined WHERE node_id LIKE '%5'`.execute(database.db);
    await database.db.transaction().execute(async (tx) => {
      // The fold has read the log and waits for this row when it is ended.
      await sql`SELECT FROM node_status WHERE node_id = 'large-0002395' FOR UPDATE`.execute(tx);
      const dead = foldNodeStatus(dying).then(() => 'folded', () => 'died');
      const waits = async (): Promise<boolean> => (await sql<{ ended: boolean }>`SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity WHERE application_name = 'dying-folding' AND wait_event_type = 'Lock'`.execute(database.db)).rows.length > 0;
      while (!(await waits())) await new Promise((resolve) => { setTimeout(resolve, 5); });
      expect(await dead).toBe('died');
    });
    await dying.close();
    await foldNodeStatus(database);
    const after = await folded();
    expect(after).toEqual(await foldedAnew());
  });

  it('are folded by one at a time, and nobody who reads waits for another process', async () => {
    const others = [1, 2, 3].map(() => openDatabase({ connectionString: test.connectionString, secretKey }));
    for (let round = 0; round < 5; round += 1) {
      await sql`UPDATE node SET held = NOT held WHERE node_id LIKE ${`%${String(round)}`}`.execute(database.db);
      await Promise.all([database, ...others].map((each) => createFleetViews(each).countNodes({ held: true })));
    }
    await Promise.all(others.map((each) => each.close()));
    await foldNodeStatus(database);
    const after = await folded();
    expect(after).toEqual(await foldedAnew());
  });
});

describe('the map of the fleet', () => {
  it('has each node once, in the order of its list, with the class that the list shows', async () => {
    const map = await createFleetViews(database).fleetMap();
    const rows = await everyNode({}, 'MAP');
    expect(map.nodeIds).toEqual(rows.map((row) => row.nodeId));
    expect([...map.states].map((digit) => stateClasses[Number(digit)])).toEqual(rows.map((row) => row.stateClass));
    expect(map.groups.reduce((sum, group) => sum + group.count, 0)).toBe(rows.length);
    expect(new Set(map.groups.map((group) => `${group.site} ${group.domain}`)).size).toBe(map.groups.length);
  });

  it('moves its revision with a class and its layout with a place, and neither with anything else', async () => {
    const before = await position();
    await sql`UPDATE node SET kernel = 'another', held = NOT held, version = version + 1 WHERE node_id = 'large-0000200'`.execute(database.db);
    expect(await position()).toEqual(before);
    await sql`UPDATE node SET quarantined = NOT quarantined WHERE node_id = 'large-0001200'`.execute(database.db);
    const changed = await createFleetViews(database).fleetChanges(before.revision);
    expect(changed).toMatchObject({ layout: before.layout, revision: before.revision + 1, nodes: [{ nodeId: 'large-0001200' }] });
    for (const move of ['hostname = \'aaa.example\'', 'failure_domains = \'{}\'', 'retired = true', 'retired = false', 'site_id = \'large-site-2\'']) {
      const { layout } = await position();
      await sql`UPDATE node SET ${sql.raw(move)} WHERE node_id = 'large-0000200'`.execute(database.db);
      expect((await position()).layout).not.toBe(layout);
    }
  });
});
