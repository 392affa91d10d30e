import { type Api, ApiError, type TypedDocument } from '@skein/client';
import { QueryClient } from '@tanstack/react-query';
import { cleanup, render, type RenderResult } from '@testing-library/react';
import { CoreAdminContext, memoryStore } from 'ra-core';
import { type ReactNode } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { ApiProvider } from '../data/api-context.tsx';
import { createDataProvider } from '../data/create-data-provider.ts';
import { createI18nProvider } from '../i18n/create-i18n-provider.ts';
import { type Locale } from '../i18n/locale.ts';
import { LiveContext, type LiveHub, type LiveStatus } from '../live/live-context.tsx';
import { afterAll } from 'vitest';

// A part that stays mounted after the last test wakes up by its timers when the page is gone.
afterAll(cleanup);

/** What the api answers to a document, by the name of its operation; an error is thrown. */
export type Answers = Readonly<Record<string, unknown>>;

export const viewer = { me: { via: 'SESSION', permissions: ['fleet:read', 'campaign:read', 'audit:read', 'inventory:write', 'campaign:draft', 'campaign:start', 'campaign:stop', 'campaign:rollback'], person: { id: 'p1', name: 'ada', role: 'OPERATOR' } } } as const;

export interface Asked { readonly name: string; readonly variables: unknown }

/** An api that answers from a table; what was asked is kept. */
export function fakeApi(answers: Answers): Api & { readonly asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    async request<Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables): Promise<Result> {
      asked.push({ name: document.name, variables });
      const answer: unknown = { Me: viewer, ...answers }[document.name];
      if (answer instanceof Error) throw answer;
      // A question without an answer hangs, as a page that loads does.
      if (answer === undefined) return new Promise<never>(() => undefined);
      return (typeof answer === 'function' ? (answer as (given: Variables) => Result)(variables) : answer) as Result;
    },
  };
}

export const outage = new ApiError('the database is away', { kind: 'refused', code: 'UNAVAILABLE', correlationId: 'c-7f3a90', retryable: false });

interface RenderOptions { readonly answers?: Answers; readonly path?: string; readonly locale?: Locale; readonly status?: LiveStatus; readonly api?: Api; readonly watch?: LiveHub['watch'] }

/** A part of the console as it stands in the page, without its shell. */
export async function renderConsole(part: ReactNode, { answers = {}, path = '/', locale = 'en', status = { kind: 'live' }, api = fakeApi(answers), watch = () => () => undefined }: RenderOptions = {}): Promise<RenderResult> {
  cleanup();
  globalThis.matchMedia ??= ((query: string) => ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined })) as unknown as typeof globalThis.matchMedia;
  const hub: LiveHub = { status, watch, retry: () => undefined };
  const i18n = await createI18nProvider(locale);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <MemoryRouter initialEntries={[path]}>
      <ApiProvider value={api}>
        <CoreAdminContext dataProvider={createDataProvider(api)} i18nProvider={i18n} store={memoryStore()} queryClient={queries}>
          <LiveContext.Provider value={hub}>{part}</LiveContext.Provider>
        </CoreAdminContext>
      </ApiProvider>
    </MemoryRouter>,
  );
}
