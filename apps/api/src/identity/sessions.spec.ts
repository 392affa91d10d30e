import { startPostgres, type TestPostgres } from '@skein/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPopulatedDatabase, newKey, startApi, type TestApi, testPassword } from '../testing/start-api.ts';

let postgres: TestPostgres;
let api: TestApi;
/** A second process on the same database, behind a proxy that speaks https. */
let secure: TestApi;

beforeAll(async () => {
  postgres = await startPostgres();
  const connectionString = await createPopulatedDatabase(postgres);
  api = await startApi(connectionString);
  secure = await startApi(connectionString, { web: { secure: true, origins: ['https://skein.example'], consoleFolder: null, environmentName: '', isProtected: false } });
});
afterAll(async () => {
  await Promise.all([api.close(), secure.close()]);
  await postgres.stop();
});

interface SignedIn { readonly signIn: { readonly token: string | null; readonly person: { readonly name: string } | null; readonly userErrors: readonly { readonly code: string }[] } }

const signInQuery = 'mutation ($input: SignInInput!) { signIn(input: $input) { token person { name } userErrors { code } } }';
const signIn = (at: TestApi, name: string, password = testPassword, headers: Readonly<Record<string, string>> = {}) =>
  at.post<SignedIn>({ query: signInQuery, variables: { input: { name, password, carrier: 'COOKIE' } } }, headers);
const cookieOf = (headers: Headers): string => (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const codesOf = ({ errors }: { readonly errors: readonly { readonly extensions: Readonly<Record<string, unknown>> }[] }): readonly unknown[] => errors.map(({ extensions }) => extensions['code']);
const me = { query: '{ me { person { name } via } }' };
const signOut = { query: 'mutation { signOut { userErrors { code } } }' };

describe('a session in a cookie', () => {
  it('is read by no script, sent by no other site, and its secret is told to nobody', async () => {
    const answer = await signIn(api, 'olga');
    expect(answer.data.signIn).toEqual({ token: null, person: { name: 'olga' }, userErrors: [] });
    expect(answer.headers.get('set-cookie')).toMatch(/^skein=skein_session_[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/);
    expect((await api.post(me, { cookie: cookieOf(answer.headers) })).data).toEqual({ me: { person: { name: 'olga' }, via: 'SESSION' } });
    expect(api.logged.join('')).not.toContain('skein_session_');
  });

  it('travels by https alone where browsers come by https', async () => {
    const answer = await signIn(secure, 'olga', testPassword, { origin: 'https://skein.example' });
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-skein=skein_session_[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/);
    const cookie = cookieOf(answer.headers);
    expect((await secure.post(me, { cookie, origin: 'https://skein.example' })).errors).toEqual([]);
    expect(codesOf(await secure.post(me, { cookie: cookie.replace('__Host-skein', 'skein') }))).toEqual(['UNAUTHENTICATED']);
  });

  it('changes nothing without the header that other sites cannot send', async () => {
    const cookie = cookieOf((await signIn(api, 'olga')).headers);
    const refused = await api.post(signOut, { cookie });
    expect([refused.status, codesOf(refused)]).toEqual([403, ['CSRF_REFUSED']]);
    expect((await api.post(me, { cookie })).errors).toEqual([]);
    const done = await api.post(signOut, { cookie, 'x-skein-csrf': '1' });
    expect(done.data).toEqual({ signOut: { userErrors: [] } });
    expect(done.headers.get('set-cookie')).toBe('skein=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
    expect(codesOf(await api.post(me, { cookie }))).toEqual(['UNAUTHENTICATED']);
  });

  it.each([
    ['a foreign origin', { origin: 'https://elsewhere.example' }], ['an origin that is none', { origin: 'null' }], ['another port of this host', { origin: 'http://127.0.0.1:1' }], ['a foreign page without an origin', { 'sec-fetch-site': 'cross-site' }],
  ])('is not taken from %s, whatever it asks', async (_name, headers) => {
    const cookie = cookieOf((await signIn(api, 'olga')).headers);
    const refused = await api.post(me, { cookie, 'x-skein-csrf': '1', ...headers });
    expect([refused.status, codesOf(refused)]).toEqual([403, ['CSRF_REFUSED']]);
    expect((await api.post(me, { cookie, origin: api.address })).errors).toEqual([]);
  });

  it('is not given to a page of another origin', async () => {
    const answer = await signIn(api, 'olga', testPassword, { origin: 'https://elsewhere.example' });
    expect([codesOf(answer), answer.headers.get('set-cookie')]).toEqual([['CSRF_REFUSED'], null]);
  });

  it('needs the header on plain routes too', async () => {
    const cookie = cookieOf((await signIn(api, 'olga')).headers);
    const response = await fetch(`${api.address}/anything`, { method: 'POST', headers: { cookie } });
    expect([response.status, await response.json()]).toMatchObject([403, { errors: [{ extensions: { code: 'CSRF_REFUSED' } }] }]);
  });

  it('does not change what a bearer token may do', async () => {
    const token = await api.signIn('olga');
    expect((await api.post(signOut, { authorization: `Bearer ${token}`, origin: 'https://elsewhere.example' })).data).toEqual({ signOut: { userErrors: [] } });
  });
});

describe('one\'s own sessions', () => {
  it('are listed without their secrets, and can be ended one by one', async () => {
    const [first, second] = [await api.signIn('vera'), await api.signIn('vera')];
    const { sessions } = await api.data<{ readonly sessions: readonly { readonly id: string; readonly current: boolean; readonly expiresAt: string }[] }>(second, '{ sessions { id current createdAt expiresAt lastUsedAt } }');
    expect(sessions.map(({ current }) => current)).toEqual([true, false]);
    expect(JSON.stringify(sessions)).not.toContain(second);
    const revoke = (token: string, sessionId: string | undefined) => api.data(token, 'mutation ($input: SessionRevokeInput!) { sessionRevoke(input: $input) { userErrors { code field } } }', { input: { idempotencyKey: newKey(), sessionId } });
    expect(await revoke(await api.signIn('olga'), sessions[1]?.id)).toEqual({ sessionRevoke: { userErrors: [{ code: 'sessionNotFound', field: ['sessionId'] }] } });
    expect(await revoke(second, sessions[1]?.id)).toEqual({ sessionRevoke: { userErrors: [] } });
    expect(codesOf(await api.ask(first, me.query))).toEqual(['UNAUTHENTICATED']);
    expect((await api.ask(second, me.query)).errors).toEqual([]);
  });

  it('end with the password that they were opened with, but for the one that changes it', async () => {
    const [one, other] = [await api.signIn('anna'), await api.signIn('anna')];
    const change = async (token: string, current: string, next: string) => (await api.data<{ readonly passwordChange: { readonly userErrors: readonly { readonly code: string }[] } }>(
      token, 'mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) { person { name } userErrors { code } } }', { input: { idempotencyKey: newKey(), current, next } })).passwordChange.userErrors.map(({ code }) => code);
    expect(await change(one, 'not this one', 'another long password')).toEqual(['passwordWrong']);
    expect(await change(one, testPassword, 'short')).toEqual(['passwordTooShort']);
    expect(await change(one, testPassword, 'another long password')).toEqual([]);
    expect([codesOf(await api.ask(one, me.query)), codesOf(await api.ask(other, me.query))]).toEqual([[], ['UNAUTHENTICATED']]);
    expect((await signIn(api, 'anna')).data.signIn.userErrors).toEqual([{ code: 'signInFailed' }]);
    expect((await signIn(api, 'anna', 'another long password')).data.signIn.userErrors).toEqual([]);
  });
});

describe('failed sign-ins', () => {
  it('are counted by all processes together, even when they come at once', async () => {
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, index) => signIn(index % 2 === 0 ? api : secure, 'bert', `guess ${String(index)}`)));
    const codes = guesses.map(({ data }) => data.signIn.userErrors[0]?.code);
    expect(codes.filter((code) => code === 'signInFailed')).toHaveLength(5);
    expect(codes.filter((code) => code === 'tooManyAttempts')).toHaveLength(7);
    expect((await signIn(api, 'BERT')).data.signIn.userErrors).toEqual([{ code: 'tooManyAttempts' }]);
    // Others from the same address may still come in.
    expect((await signIn(secure, 'adam')).data.signIn.userErrors).toEqual([]);
  });

  it('are counted for who comes through a proxy, and not for the proxy', async () => {
    const from = (address: string, name: string, password?: string) => signIn(secure, name, password, { 'x-forwarded-for': `6.6.6.6, ${address}` });
    for (let guess = 0; guess < 5; guess += 1) await from('10.9.9.9', 'vera', 'a guess');
    expect((await from('10.9.9.9', 'vera')).data.signIn.userErrors).toEqual([{ code: 'tooManyAttempts' }]);
    expect((await from('10.9.9.8', 'vera')).data.signIn.userErrors).toEqual([]);
  });

  it('believe nobody who comes without a proxy', async () => {
    const guesses = await Promise.all(Array.from({ length: 6 }, (_, index) => signIn(api, 'olga', 'a guess', { 'x-forwarded-for': `10.8.8.${String(index)}` })));
    expect(guesses.map(({ data }) => data.signIn.userErrors[0]?.code).filter((code) => code === 'tooManyAttempts')).toHaveLength(1);
  });

  it('keep no name, and not what was typed into its field', async () => {
    await signIn(api, 'my secret by mistake', 'x');
    const { rows } = await api.persistence.database.db.selectFrom('sign_in_failure').selectAll().execute().then((found) => ({ rows: found }));
    expect(rows.length).toBeGreaterThan(2);
    expect(JSON.stringify(rows.map(({ key_sha256 }) => Buffer.from(key_sha256).toString('utf8'))) + api.logged.join('')).not.toContain('my secret by mistake');
  });
});
