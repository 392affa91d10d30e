import { type NestExpressApplication } from '@nestjs/platform-express';
import { type PersonId } from '@skein/core';
import { type IdentityStore } from '@skein/persistence';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../create-app.ts';
import { fakeParts } from '../platform/fake-parts.ts';
import { bearerTokenSha256 } from './bearer-token.ts';
import { hashPassword } from './password.ts';

let app: NestExpressApplication;
let address: string;
let passwordHash: string;
const sessions = new Map<string, string>();

beforeAll(async () => { passwordHash = await hashPassword('a long enough password'); });
beforeEach(async () => {
  const identity = {
    personByName: (name: string) => Promise.resolve(name === 'olga' ? { personId: 'p1' as PersonId, name, role: 'operator' as const, passwordHash } : null),
    openSession: (personId: string, sha256: Uint8Array, seconds: number) => {
      sessions.set(Buffer.from(sha256).toString('hex'), personId);
      return Promise.resolve({ expiresAt: new Date(seconds * 1000) });
    },
  } satisfies Partial<IdentityStore> as unknown as IdentityStore;
  app = await createApp(fakeParts({ identity }));
  await app.listen(0, '127.0.0.1');
  address = await app.getUrl();
  return () => app.close();
});
afterAll(() => { sessions.clear(); });

interface SignedIn {
  readonly token: string | null;
  readonly expiresAt: string | null;
  readonly person: { readonly name: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

async function signIn(name: string, password: string): Promise<SignedIn> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'mutation ($input: SignInInput!) { signIn(input: $input) { token expiresAt person { name } userErrors { code message } } }', variables: { input: { name, password } } }),
  });
  const { data } = await response.json() as { readonly data: { readonly signIn: SignedIn } };
  return data.signIn;
}

describe('signing in', () => {
  it('gives a session of twelve hours whose token is stored as its SHA-256 only', async () => {
    const answer = await signIn('olga', 'a long enough password');
    expect(answer).toMatchObject({ expiresAt: '1970-01-01T12:00:00.000Z', person: { name: 'olga' }, userErrors: [] });
    expect(answer.token).toMatch(/^skein_session_[A-Za-z0-9_-]{43}$/);
    expect([...sessions]).toEqual([[Buffer.from(bearerTokenSha256(answer.token ?? '')).toString('hex'), 'p1']]);
  });

  it('says the same to a wrong password and to a name that does not exist', async () => {
    const [wrong, unknown] = [await signIn('olga', 'not this one'), await signIn('nobody', 'not this one')];
    expect(wrong).toEqual({ token: null, expiresAt: null, person: null, userErrors: [{ code: 'signInFailed', message: 'name or password is wrong' }] });
    expect(unknown).toEqual(wrong);
  });
});
