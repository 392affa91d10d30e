import { seedLargeFleet, startPostgres, type TestPostgres } from '@skein/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LiveClient } from '../testing/live-client.ts';
import { createPopulatedDatabase, startApi, type TestApi, type TestPerson } from '../testing/start-api.ts';

let postgres: TestPostgres;
let api: TestApi;
let campaignId: string;
const clients: LiveClient[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
  const connectionString = await createPopulatedDatabase(postgres);
  campaignId = (await seedLargeFleet(connectionString, { nodes: 400, sites: 8, perRack: 10 })).campaignIds[0] ?? '';
  api = await startApi(connectionString);
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(async () => {
  await api.close();
  await postgres.stop();
});

async function firstMessages<Message extends { readonly topic: string }>(token: string, topics: readonly object[], selection: string): Promise<{ readonly client: LiveClient; readonly messages: readonly Message[] }> {
  const client = await new LiveClient(api.address).begin({ authorization: `Bearer ${token}` });
  clients.push(client);
  client.subscribe(`subscription ($topics: [LiveTopicInput!]!) { live(topics: $topics) { topic seq ${selection} } }`, { topics });
  await client.until(() => (client.events().length + client.codes().length >= topics.length ? true : null), 'every topic is told', 20_000);
  return { client, messages: client.events() as readonly unknown[] as readonly Message[] };
}

const now = 'now { attention { kind stateClass count campaign { id can { halt { allowed reason } start { allowed reason } } } subject reason } campaigns { id state can { halt { allowed reason } } } fleet { total byStateClass { stateClass count } } unattendedSites events { seq action actor before after } }';
const campaign = 'campaign { id name state waves { number state members } summary { migrated open } can { start { allowed reason } approve { allowed reason } halt { allowed reason } } }';

describe('a subscription', () => {
  it.each(['vera', 'olga', 'anna', 'adam'] satisfies TestPerson[])('of %s sees what a query of the same person sees, and nothing else', async (name) => {
    const token = await api.signIn(name);
    const asked = await api.data<{ readonly now: object; readonly campaign: object }>(token, `query ($id: ID!) { ${now} ${campaign.replace('campaign {', 'campaign(id: $id) {')} }`, { id: campaignId });
    const { messages: [first, second] } = await firstMessages<{ readonly topic: string; readonly now?: unknown; readonly campaign?: unknown }>(token, [{ now: true }, { campaign: campaignId }], `${now} ${campaign}`);
    expect([first?.topic, second?.topic]).toEqual(['now', `campaign:${campaignId}`]);
    expect([first?.now, second?.campaign]).toEqual([asked.now, asked.campaign]);
    expect([first?.campaign, second?.now]).toEqual([null, null]);
  });

  it('shows the audit to nobody who may not read it', async () => {
    interface WithEvents { readonly topic: string; readonly now: { readonly events: readonly object[] } }
    await api.data(await api.signIn('olga'), `mutation { campaignHalt(input: { idempotencyKey: "halt", campaignId: "${campaignId}", reason: "a test" }) { userErrors { code } } }`);
    const [viewer, operator] = [await firstMessages<WithEvents>(await api.signIn('vera'), [{ now: true }], now), await firstMessages<WithEvents>(await api.signIn('olga'), [{ now: true }], now)];
    expect(viewer.messages[0]?.now.events).toEqual([]);
    expect(operator.messages[0]?.now.events.length).toBeGreaterThan(0);
    for (const { client } of [viewer, operator]) client.close();
  });

  it('tells which nodes of the map have another class, by the place that a query gave them', async () => {
    const token = await api.signIn('vera');
    const { fleetMap } = await api.data<{ readonly fleetMap: { readonly layout: string; readonly revision: number } }>(token, '{ fleetMap { layout revision } }');
    const { client, messages } = await firstMessages<{ readonly topic: string; readonly fleet: unknown }>(token, [{ fleet: true }], 'fleet { layout fromRevision revision changes byStateClass { stateClass count } }');
    expect(messages[0]).toMatchObject({ topic: 'fleet', seq: 1, fleet: { changes: '' } });
    const { nodes } = await api.data<{ readonly nodes: { readonly nodes: readonly { readonly id: string }[] } }>(token, '{ nodes(filter: { stateClasses: [NOT_STARTED] }, page: { first: 1 }) { nodes { id } } }');
    const changed = nodes.nodes[0]?.id ?? '';
    await api.persistence.database.db.updateTable('node').set({ quarantined: true }).where('node_id', '=', changed).execute();
    const delta = await client.until(() => (client.events() as readonly unknown[] as readonly { readonly fleet: { readonly layout: string; readonly fromRevision: number; readonly changes: string } | null }[]).find(({ fleet }) => fleet !== null && fleet.changes !== '')?.fleet ?? null, 'the delta is told');
    const bytes = Buffer.from(delta.changes, 'base64');
    expect([delta.layout, delta.fromRevision >= fleetMap.revision, bytes.length]).toEqual([fleetMap.layout, true, 5]);
    const told = await api.data<{ readonly fleetMapNode: object }>(token, 'query ($layout: String!, $ordinal: Int!) { fleetMapNode(layout: $layout, ordinal: $ordinal) { id stateClass } }', { layout: delta.layout, ordinal: bytes.readUInt32LE(0) });
    expect(told.fleetMapNode).toEqual({ id: changed, stateClass: 'FAILED' });
  });
});
