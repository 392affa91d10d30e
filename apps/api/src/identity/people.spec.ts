import { startPostgres, type TestPostgres } from '@skein/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPopulatedDatabase, newKey, startApi, type TestApi } from '../testing/start-api.ts';

let postgres: TestPostgres;
let api: TestApi;
let adam: string;
let bert: string;
let olga: string;
let people: ReadonlyMap<string, string>;

interface Listed { readonly id: string; readonly name: string; readonly role: string; readonly disabledAt: string | null; readonly lastSignInAt: string | null }
interface Changed { readonly person: Listed | null; readonly password?: string | null; readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[] }

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(await createPopulatedDatabase(postgres));
  [adam, bert, olga] = [await api.signIn('adam'), await api.signIn('bert'), await api.signIn('olga')];
  people = new Map((await list()).map(({ id, name }) => [name, id]));
});
afterAll(async () => {
  await api.close();
  await postgres.stop();
});

const list = async (): Promise<readonly Listed[]> => (await api.data<{ readonly people: readonly Listed[] }>(adam, '{ people { id name role disabledAt lastSignInAt } }')).people;

async function change(token: string, mutation: 'personCreate' | 'personChange' | 'personResetPassword', input: object): Promise<Changed> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const secret = mutation === 'personChange' ? '' : 'password';
  const answer = await api.data<Readonly<Record<string, Changed>>>(token, `mutation ($input: ${type}!) { ${mutation}(input: $input) { person { id name role disabledAt lastSignInAt } ${secret} userErrors { code field } } }`, { input: { idempotencyKey: newKey(), ...input } });
  const changed = answer[mutation];
  if (changed === undefined) throw new Error(`${mutation} did not answer`);
  return changed;
}
const codes = ({ userErrors }: Changed): readonly string[] => userErrors.map(({ code }) => code);
const signIn = async (name: string, password: string): Promise<{ readonly token: string | null; readonly codes: readonly string[] }> => {
  const { signIn: { token, userErrors } } = await api.data<{ readonly signIn: { readonly token: string | null; readonly userErrors: readonly { readonly code: string }[] } }>('', 'mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { code } } }', { input: { name, password } });
  return { token, codes: userErrors.map(({ code }) => code) };
};
const isSignedIn = async (token: string): Promise<boolean> => (await api.ask(token, '{ me { via } }')).errors.length === 0;

describe('people', () => {
  it('are kept by admins alone', async () => {
    for (const query of ['{ people { id } }', 'mutation { personCreate(input: { idempotencyKey: "k", name: "eve", role: ADMIN }) { password } }']) {
      expect((await api.ask(olga, query)).errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'permissionMissing' });
    }
    const { roles } = await api.data<{ readonly roles: readonly { readonly role: string; readonly permissions: readonly string[] }[] }>(olga, '{ roles { role permissions } }');
    expect(roles.filter(({ permissions }) => permissions.includes('people:manage')).map(({ role }) => role)).toEqual(['ADMIN']);
  });

  it('are listed with when they last came', async () => {
    expect((await list()).map(({ name, role, lastSignInAt }) => [name, role, lastSignInAt !== null])).toEqual([
      ['adam', 'ADMIN', true], ['anna', 'APPROVER', false], ['bert', 'ADMIN', true], ['olga', 'OPERATOR', true], ['vera', 'VIEWER', false],
    ]);
  });

  it('are made with a first password that is shown once and works', async () => {
    const input = { idempotencyKey: newKey(), name: 'eve', role: 'VIEWER' };
    const made = await change(adam, 'personCreate', input);
    expect(made).toMatchObject({ person: { name: 'eve', role: 'VIEWER', disabledAt: null, lastSignInAt: null }, password: expect.stringMatching(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/) as string, userErrors: [] });
    expect(await change(adam, 'personCreate', input)).toEqual({ ...made, password: null });
    expect((await signIn('eve', made.password ?? '')).codes).toEqual([]);
    expect(codes(await change(adam, 'personCreate', { name: 'eve', role: 'ADMIN' }))).toEqual(['nameTaken']);
    expect(codes(await change(adam, 'personCreate', { name: 'Eve; DROP', role: 'ADMIN' }))).toEqual(['invalidInput']);
    expect(api.logged.join('')).not.toContain(made.password);
  });

  it('lose every session and token in the moment that they are switched off, and come back without', async () => {
    const vera = await api.signIn('vera');
    const { tokenCreate } = await api.data<{ readonly tokenCreate: { readonly secret: string } }>(vera, 'mutation { tokenCreate(input: { idempotencyKey: "t", name: "ci" }) { secret } }');
    expect((await change(adam, 'personChange', { personId: people.get('vera'), disabled: true, reason: 'left' })).person?.disabledAt).not.toBeNull();
    expect([await isSignedIn(vera), await isSignedIn(tokenCreate.secret)]).toEqual([false, false]);
    expect((await signIn('vera', 'a long enough password')).codes).toEqual(['signInFailed']);
    expect((await change(adam, 'personChange', { personId: people.get('vera'), disabled: false })).person).toMatchObject({ disabledAt: null, role: 'VIEWER' });
    expect([await isSignedIn(vera), await isSignedIn(tokenCreate.secret), (await signIn('vera', 'a long enough password')).codes]).toEqual([false, false, []]);
  });

  it('get a new first password from an admin, which ends their sessions', async () => {
    const anna = await api.signIn('anna');
    const reset = await change(adam, 'personResetPassword', { personId: people.get('anna') });
    expect([await isSignedIn(anna), (await signIn('anna', 'a long enough password')).codes, (await signIn('anna', reset.password ?? '')).codes]).toEqual([false, ['signInFailed'], []]);
  });

  it('have another role with their next request', async () => {
    expect((await change(adam, 'personChange', { personId: people.get('olga'), role: 'VIEWER' })).person?.role).toBe('VIEWER');
    expect((await api.data<{ readonly me: { readonly permissions: readonly string[] } }>(olga, '{ me { permissions } }')).me.permissions).toEqual(['fleet:read', 'campaign:read']);
    await change(adam, 'personChange', { personId: people.get('olga'), role: 'OPERATOR' });
  });

  it('do none of this to themselves, and one admin always stays', async () => {
    const [adamId, bertId] = [people.get('adam'), people.get('bert')];
    expect(codes(await change(adam, 'personChange', { personId: adamId, disabled: true }))).toEqual(['notToYourself']);
    expect(codes(await change(adam, 'personResetPassword', { personId: adamId }))).toEqual(['notToYourself']);
    expect(codes(await change(adam, 'personChange', { personId: 'nobody', disabled: true }))).toEqual(['personNotFound']);
    // At the same time: whoever comes second finds nobody else left.
    const both = await Promise.all([change(adam, 'personChange', { personId: bertId, role: 'VIEWER' }), change(bert, 'personChange', { personId: adamId, disabled: true })]);
    expect(both.map(codes).sort()).toEqual([[], ['lastAdmin']]);
    expect((await list().catch(async () => (await api.data<{ readonly people: readonly Listed[] }>(bert, '{ people { id name role disabledAt lastSignInAt } }')).people)).filter(({ role, disabledAt }) => role === 'ADMIN' && disabledAt === null)).toHaveLength(1);
  });

  it('are in the audit with who changed what and why, and without secrets', async () => {
    const admin = await isSignedIn(adam) ? adam : bert;
    const { audit, auditVerify } = await api.data<{ readonly audit: { readonly nodes: readonly { readonly action: string }[] }; readonly auditVerify: { readonly intact: boolean } }>(admin, '{ audit(page: { first: 200 }) { nodes { actor action objectKind objectId reason before after } } auditVerify { intact } }');
    expect(auditVerify.intact).toBe(true);
    expect(audit.nodes).toContainEqual({ actor: 'adam', action: 'person.change', objectKind: 'person', objectId: people.get('vera'), reason: 'left', before: { role: 'viewer', disabled: false }, after: { role: 'viewer', disabled: true } });
    expect(new Set(audit.nodes.map(({ action }) => action))).toEqual(new Set(['person.save', 'person.create', 'person.change', 'person.resetPassword', 'token.create']));
    expect(JSON.stringify(audit)).not.toContain('argon2');
  });
});
