import { type Api } from '@skein/client';
import { type QueryClient } from '@tanstack/react-query';
import { CoreAdminContext, CoreAdminUI, CustomRoutes, type I18nProvider } from 'ra-core';
import { useMemo, useState } from 'react';
import { Route } from 'react-router-dom';
import { ApiProvider } from './data/api-context.tsx';
import { createDataProvider } from './data/create-data-provider.ts';
import { type PreferenceStore } from './data/create-preference-store.ts';
import { LiveProvider, type StartLive } from './live/live-provider.tsx';
import { consoleRoutes } from './routes.tsx';
import { createAuthProvider } from './session/create-auth-provider.ts';
import { SignInPage } from './session/sign-in-page.tsx';
import { NotFound } from './shell/not-found.tsx';
import { CrashPage } from './shell/crash-boundary.tsx';
import { Shell } from './shell/shell.tsx';
import { ConsoleThemeProvider } from './theme/console-theme-provider.tsx';

export interface AppProps {
  readonly api: Api;
  readonly queries: QueryClient;
  readonly store: PreferenceStore;
  readonly i18n: I18nProvider;
  readonly live: StartLive;
}

/** The console out of its parts; a router is around it. */
export function App({ api, queries, store, i18n, live }: AppProps) {
  const [dataProvider] = useState(() => createDataProvider(api));
  const [authProvider] = useState(() => createAuthProvider(api, queries, store.load));
  const layout = useMemo(() => signedIn(live), [live]);
  return (
    <ApiProvider value={api}>
      <CoreAdminContext dataProvider={dataProvider} authProvider={authProvider} i18nProvider={i18n} store={store} queryClient={queries}>
        <ConsoleThemeProvider>
          <CoreAdminUI disableTelemetry requireAuth title="Skein" layout={layout} loginPage={SignInPage} catchAll={NotFound} error={({ error }) => <CrashPage error={error} />}>
            <CustomRoutes>{consoleRoutes.map(({ path, screen: Screen }) => <Route key={path} path={path} element={<Screen />} />)}</CustomRoutes>
          </CoreAdminUI>
        </ConsoleThemeProvider>
      </CoreAdminContext>
    </ApiProvider>
  );
}

/** Nothing is watched before somebody has signed in. */
const signedIn = (live: StartLive) => function SignedInShell(props: Parameters<typeof Shell>[0]) {
  return <LiveProvider start={live}><Shell {...props} /></LiveProvider>;
};
