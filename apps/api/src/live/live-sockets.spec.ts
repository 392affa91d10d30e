import { startPostgres, type TestPostgres } from '@skein/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LiveClient } from '../testing/live-client.ts';
import { addNodes, createPopulatedDatabase, newKey, startApi, type TestApi } from '../testing/start-api.ts';
import { LiveSockets } from './live-sockets.ts';

let postgres: TestPostgres;
let api: TestApi;
let olga: string;
let nodes: readonly string[];
const clients: LiveClient[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(await createPopulatedDatabase(postgres));
  olga = await api.signIn('olga');
  nodes = await addNodes(api, olga, 30);
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(async () => {
  await api.close();
  await postgres.stop();
});

async function connect(token: string): Promise<LiveClient> {
  const client = new LiveClient(api.address);
  clients.push(client);
  return client.begin({ authorization: `Bearer ${token}` });
}

const watch = 'subscription ($topics: [LiveTopicInput!]!) { live(topics: $topics) { topic seq at node { id held } } }';
const hold = (node: string | undefined, held: boolean): Promise<unknown> =>
  api.data(olga, 'mutation ($input: NodeHoldInput!) { nodeHold(input: $input) { userErrors { code } } }', { input: { idempotencyKey: newKey(), nodeId: node, held, reason: 'a test' } });

describe('live messages', () => {
  it('begin with the whole state, tell what changed, and beat every two seconds, counted without gaps', async () => {
    const client = await connect(olga);
    client.subscribe(watch, { topics: [{ node: nodes[0] }, { node: nodes[1] }] });
    await client.until(() => (client.events().length >= 2 ? true : null), 'both nodes are told');
    expect(client.events().map(({ topic, node }) => [topic, node])).toEqual([[`node:${nodes[0] ?? ''}`, { id: nodes[0], held: false }], [`node:${nodes[1] ?? ''}`, { id: nodes[1], held: false }]]);
    await hold(nodes[1], true);
    const change = await client.until(() => client.events().slice(2).find(({ node }) => node !== null && node !== undefined) ?? null, 'the change is told');
    expect([change.topic, change.node]).toEqual([`node:${nodes[1] ?? ''}`, { id: nodes[1], held: true }]);
    await client.until(() => (client.events().filter(({ topic }) => topic === 'HEARTBEAT').length >= 3 ? true : null), 'the heart beats');
    const beats = client.events().filter(({ topic }) => topic === 'HEARTBEAT').map(({ receivedAt }) => receivedAt);
    expect((beats[2] ?? 0) - (beats[0] ?? 0)).toBeGreaterThan(3500);
    expect(client.events().map(({ seq }) => seq)).toEqual(client.events().map((_, index) => index + 1));
    expect(Math.abs(Date.parse(change.at) - Date.now())).toBeLessThan(60_000);
  });

  it('fold what changes quickly into at most two a second, the last of which is true', async () => {
    const client = await connect(olga);
    client.subscribe(watch, { topics: [{ node: nodes[2] }] });
    await client.until(() => (client.events().length > 0 ? true : null), 'the node is told');
    const end = performance.now() + 3000;
    let held = false;
    let changes = 0;
    while (performance.now() < end) {
      held = !held;
      changes += 1;
      await hold(nodes[2], held);
    }
    await client.until(() => (client.events().findLast(({ node }) => node !== null)?.node?.held === held ? true : null), 'the last change is told');
    const seconds = (performance.now() - end) / 1000 + 3;
    expect(changes).toBeGreaterThan(10);
    expect(client.events().filter(({ node }) => node !== null).length).toBeLessThanOrEqual(2 * seconds + 2);
  });

  it('are the same for a browser that signed in with a cookie', async () => {
    const { headers } = await api.post({ query: 'mutation { signIn(input: { name: "vera", password: "a long enough password", carrier: COOKIE }) { token } }' });
    const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const client = new LiveClient(api.address, { cookie, origin: api.address });
    clients.push(client);
    await client.begin();
    client.subscribe(watch, { topics: [{ node: nodes[0] }] });
    await client.until(() => (client.events().length > 0 ? true : null), 'the node is told');
    const foreign = new LiveClient(api.address, { cookie, origin: 'https://elsewhere.example' });
    clients.push(foreign);
    await foreign.until(() => foreign.closed, 'the other page is refused');
    expect(foreign.closed).toEqual({ code: 4403, reason: 'CSRF_REFUSED' });
  });
});

describe('a socket', () => {
  it('of nobody is closed before it may ask', async () => {
    const client = new LiveClient(api.address);
    clients.push(client);
    await client.begin();
    await client.until(() => client.closed, 'the socket is closed');
    expect(client.closed).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
  });

  it('is lost with its session, with its token, and with the role that it was opened in', async () => {
    const session = await api.signIn('vera');
    const [{ tokenCreate }, adam] = [
      await api.data<{ readonly tokenCreate: { readonly apiToken: { readonly id: string }; readonly secret: string } }>(olga, 'mutation ($input: TokenCreateInput!) { tokenCreate(input: $input) { apiToken { id } secret } }', { input: { idempotencyKey: newKey(), name: 'live' } }),
      await api.signIn('adam'),
    ];
    const bert = await api.signIn('bert');
    const [bySession, byToken, byRole, stays] = [await connect(session), await connect(tokenCreate.secret), await connect(bert), await connect(olga)];
    await api.data(session, 'mutation { signOut { userErrors { code } } }');
    await api.data(olga, 'mutation ($input: TokenRevokeInput!) { tokenRevoke(input: $input) { userErrors { code } } }', { input: { idempotencyKey: newKey(), tokenId: tokenCreate.apiToken.id } });
    const { me } = await api.data<{ readonly me: { readonly person: { readonly id: string } } }>(bert, '{ me { person { id } } }');
    await api.data(adam, 'mutation ($input: PersonChangeInput!) { personChange(input: $input) { userErrors { code } } }', { input: { idempotencyKey: newKey(), personId: me.person.id, role: 'VIEWER' } });
    await api.app.get(LiveSockets).lookAround();
    for (const client of [bySession, byToken, byRole]) await client.until(() => client.closed, 'the socket is closed');
    expect([bySession.closed?.reason, byToken.closed?.reason, byRole.closed?.reason, stays.closed]).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED', 'ROLE_CHANGED', null]);
  });

  it('answers no queries and makes no changes', async () => {
    const client = await connect(olga);
    client.subscribe('{ me { via } }');
    await client.until(() => (client.codes().length > 0 ? true : null), 'it is refused');
    expect(client.codes()).toEqual(['BAD_REQUEST']);
  });

  it('takes no message that is larger than a request', async () => {
    const client = await connect(olga);
    client.send({ id: '1', type: 'subscribe', payload: { query: watch, variables: { padding: 'x'.repeat(1_100_000) } } });
    await client.until(() => client.closed, 'the socket is closed');
    expect(client.closed).toEqual({ code: 4413, reason: 'BODY_TOO_LARGE' });
  });

  it.each([['of another form', { topics: [{ fleet: {} }] }], ['that say two things at once', { topics: [{ fleet: true, now: true }] }], ['that are missing', {}]])('refuses variables %s as the mistake of whoever sent them', async (_what, variables) => {
    const client = await connect(olga);
    client.subscribe(watch, variables);
    await client.until(() => (client.codes().length > 0 ? true : null), 'it is refused');
    expect(client.codes()).toEqual(['BAD_REQUEST']);
  });

  it('has at most twenty topics in a subscription', async () => {
    const client = await connect(olga);
    client.subscribe(watch, { topics: nodes.slice(0, 21).map((node) => ({ node })) });
    await client.until(() => (client.codes().length > 0 ? true : null), 'it is refused');
    expect(client.codes()).toEqual(['TOO_MANY_TOPICS']);
  });

  it('shares twenty subscriptions with the other sockets of its person', async () => {
    const [one, other] = [await connect(await api.signIn('anna')), await connect(await api.signIn('anna'))];
    for (let index = 0; index < 20; index += 1) (index % 2 === 0 ? one : other).subscribe(watch, { topics: [{ node: nodes[0] }] }, `s${String(index)}`);
    await one.until(() => (one.events('s18').length > 0 ? true : null), 'twenty run');
    other.subscribe(watch, { topics: [{ node: nodes[0] }] }, 'more');
    await other.until(() => (other.codes('more').length > 0 ? true : null), 'the next is refused');
    expect(other.codes('more')).toEqual(['TOO_MANY_SUBSCRIPTIONS']);
    expect(other.failures('more')[0]).toMatchObject({ retryable: true, retryAfterSeconds: 10 });
    expect(other.closed).toBeNull();
    one.send({ id: 's0', type: 'complete' });
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    other.subscribe(watch, { topics: [{ node: nodes[0] }] }, 'again');
    await other.until(() => (other.events('again').length > 0 ? true : null), 'a place is free');
  });
});
