import { createApi } from '@skein/client';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router-dom';
import { App } from './app.tsx';
import { createPreferenceStore } from './data/create-preference-store.ts';
import { createQueryClient } from './data/create-query-client.ts';
import { createI18nProvider } from './i18n/create-i18n-provider.ts';
import { firstLocale } from './i18n/locale.ts';
import { startLiveOfPage } from './live/live-provider.tsx';

const api = createApi({ endpoint: '/graphql', token: null, fetch: (...request) => fetch(...request), timeoutSeconds: 20 });
const store = createPreferenceStore(api, localStorage);
const queries = createQueryClient();
const i18n = await createI18nProvider(firstLocale(store.getItem('locale'), navigator.languages));

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');
createRoot(root).render(<StrictMode><BrowserRouter><App api={api} queries={queries} store={store} i18n={i18n} live={startLiveOfPage} /></BrowserRouter></StrictMode>);
