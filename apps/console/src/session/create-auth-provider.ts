import { type Api, ApiError } from '@skein/client';
import { type QueryClient } from '@tanstack/react-query';
import { type AuthProvider, type HttpError } from 'ra-core';
import { askKey } from '../data/use-ask.ts';
import { httpErrorOf, httpErrorOfRefusals } from '../data/http-error-of.ts';
import { MeDocument, type MeQuery, SignInDocument, SignOutDocument } from '../generated/documents.ts';

/** The session is an HttpOnly cookie: no script sees it. Who that is, and what they may do, the api says. */
export function createAuthProvider(api: Api, queries: QueryClient, onSignedIn: () => Promise<void>): AuthProvider {
  const me = (): Promise<MeQuery> => queries.fetchQuery({ queryKey: askKey(MeDocument, {}), queryFn: () => api.request(MeDocument, {}), staleTime: 60_000, retry: false });
  let preferencesOf: string | null = null;
  return {
    async login({ name, password }: { readonly name: string; readonly password: string }) {
      const { signIn } = await api.request(SignInDocument, { input: { name, password, carrier: 'COOKIE' } }).catch((error: unknown) => { throw error instanceof ApiError ? httpErrorOf(error) : error; });
      if (signIn.userErrors.length > 0) throw httpErrorOfRefusals(signIn.userErrors);
      queries.clear();
    },
    async logout() {
      preferencesOf = null;
      // Whatever the api answers, this page forgets who it was.
      await api.request(SignOutDocument, {}).catch(() => undefined);
      queries.clear();
    },
    async checkAuth() {
      try {
        const { person } = (await me()).me;
        if (preferencesOf !== person.id) {
          preferencesOf = person.id;
          void onSignedIn();
        }
      } catch (error) {
        // An api that is away has ended no session: the page stays and says what is missing.
        if (error instanceof ApiError && error.code !== 'UNAUTHENTICATED') return;
        throw error;
      }
    },
    async checkError(error: HttpError) {
      if (error.status === 401) throw error;
    },
    async getIdentity() {
      const { person } = (await me()).me;
      return { id: person.id, fullName: person.name, role: person.role };
    },
    async canAccess({ action, resource }) {
      return (await me()).me.permissions.includes(`${resource}:${action}`);
    },
    getPermissions: async () => (await me()).me.permissions,
  };
}
