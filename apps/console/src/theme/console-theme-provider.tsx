import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import GlobalStyles from '@mui/material/GlobalStyles';
import { ThemeProvider } from '@mui/material/styles';
import { type ReactNode, useEffect } from 'react';
import { useAppearance } from './use-appearance.ts';
import { createConsoleTheme } from './create-console-theme.ts';
import { commonVariables, densityVariables, schemeVariables } from './tokens.ts';
import './base.css';
import { nonceOfPage } from './nonce-of-page.ts';

const theme = createConsoleTheme();
const variables = {
  ':root': commonVariables(),
  '[data-theme="light"]': schemeVariables('light'),
  '[data-theme="dark"]': schemeVariables('dark'),
  '[data-density="compact"]': densityVariables('compact'),
  '[data-density="comfortable"]': densityVariables('comfortable'),
};

const nonce = nonceOfPage();
const cache = createCache(nonce === null ? { key: 'skein' } : { key: 'skein', nonce });

export const ConsoleThemeProvider = ({ children }: { readonly children: ReactNode }) => {
  const { scheme, density } = useAppearance();
  useEffect(() => {
    document.documentElement.dataset['theme'] = scheme;
    document.documentElement.dataset['density'] = density;
  }, [scheme, density]);
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme} storageManager={null} modeStorageKey="skein.scheme">
        <GlobalStyles styles={variables} />
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
};
