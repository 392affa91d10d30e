import { type Api, type ApiError, type TypedDocument } from '@skein/client';
import { QueryClient } from '@tanstack/react-query';
import { cleanup, configure, render, type RenderResult } from '@testing-library/react';
import { CoreAdminContext, memoryStore } from 'ra-core';
import { type ReactElement } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import { ApiProvider } from '../../data/api-context.tsx';
import { createDataProvider } from '../../data/create-data-provider.ts';
import { createI18nProvider } from '../../i18n/create-i18n-provider.ts';
import { type Locale } from '../../i18n/locale.ts';
import { LiveContext, type LiveStatus } from '../../live/live-context.tsx';
import { afterAll } from 'vitest';

// A part that stays mounted after the last test wakes up by its timers when the page is gone.
afterAll(cleanup);

// A machine that tests much else at the same time is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });

export interface Asked {
  readonly name: string;
  readonly variables: unknown;
}

/** What the fake api says to an operation; an error is thrown as the real one would be. */
export type Answers = Readonly<Record<string, ((variables: never) => unknown) | ApiError>>;

export interface RenderedConsole extends RenderResult {
  /** Everything that was asked, oldest first. */
  readonly asked: readonly Asked[];
  readonly askedOf: (name: string) => readonly Asked[];
  readonly path: () => string;
}

interface RenderOptions {
  readonly answers?: Answers;
  readonly live?: LiveStatus;
  readonly path?: string;
  readonly route?: string;
  readonly locale?: Locale;
}

/** A part of the console with everything around it that it may ask for, and no network. */
export async function renderConsole(element: ReactElement, { answers = {}, live = { kind: 'live' }, path = '/', route = '*', locale = 'en' }: RenderOptions = {}): Promise<RenderedConsole> {
  cleanup();
  // jsdom has no layout: nothing scrolls and nobody asks for a media query in vain.
  globalThis.scrollTo = () => undefined;
  const asked: Asked[] = [];
  const api: Api = {
    async request<Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables): Promise<Result> {
      asked.push({ name: document.name, variables });
      const answer = answers[document.name];
      if (answer === undefined) return new Promise<Result>(() => undefined);
      if (typeof answer !== 'function') throw answer;
      return answer(variables as never) as Result;
    },
  };
  let at = path;
  const Where = (): null => {
    const { pathname, search } = useLocation();
    at = `${pathname}${search}`;
    return null;
  };
  const i18n = await createI18nProvider(locale);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } });
  const hub = { status: live, watch: () => () => undefined, retry: () => undefined };
  const result = render(
    <MemoryRouter initialEntries={[path]}>
      <ApiProvider value={api}>
        <CoreAdminContext dataProvider={createDataProvider(api)} i18nProvider={i18n} store={memoryStore()} queryClient={queries}>
          <LiveContext.Provider value={hub}><Where /><Routes><Route path={route} element={element} /><Route path="*" element={null} /></Routes></LiveContext.Provider>
        </CoreAdminContext>
      </ApiProvider>
    </MemoryRouter>,
  );
  return { ...result, asked, askedOf: (name) => asked.filter((one) => one.name === name), path: () => at };
}
