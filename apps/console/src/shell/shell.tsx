import Dialog from '@mui/material/Dialog';
import { type CoreLayoutProps, useLocaleState } from 'ra-core';
import { lazy, Suspense, useCallback, useEffect, useId, useState } from 'react';
import { NavLink, useLocation } from 'react-router-dom';
import { languageTagOf, type Locale } from '../i18n/locale.ts';
import { useText } from '../i18n/use-text.ts';
import { Icon } from '../kit/icon.tsx';
import { LoadingState } from '../kit/loading-state.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import { type PageEnvironment, environmentOfPage } from './environment-of-page.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { listedRoutes, Navigation, TabBar } from './navigation.tsx';
import { Notices } from './notices.tsx';
import { Preferences, TopBar } from './top-bar.tsx';
import { useFullTexts } from './use-full-texts.ts';
import { useKeys } from './use-keys.ts';
import '../kit/kit.css';
import './shell.css';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

/** What is around every page. */
export function Shell({ children }: CoreLayoutProps) {
  const t = useText();
  const { pathname } = useLocation();
  const [locale] = useLocaleState();
  const [environment] = useState<PageEnvironment>(() => environmentOfPage(document));
  const [open, setOpen] = useState<'keys' | 'palette' | 'more' | null>(null);
  const close = useCallback(() => { setOpen(null); }, []);
  const showKeys = useCallback(() => { setOpen('keys'); }, []);
  const showPalette = useCallback(() => { setOpen('palette'); }, []);
  useKeys({ onHelp: showKeys, onPalette: showPalette });
  useFullTexts();
  useEffect(() => { document.documentElement.lang = languageTagOf(locale as Locale); }, [locale]);
  return (
    <div className={environment.protected ? 'app protected' : 'app'}>
      <a className="skip-link" href="#content">{t('shell.skip')}</a>
      {environment.protected ? <div className="frame" aria-hidden="true" /> : null}
      <TopBar environment={environment} />
      <Navigation onHelp={showKeys} />
      <CrashBoundary key={pathname}><Suspense fallback={<main className="page"><LoadingState rows={5} /></main>}>{children}</Suspense></CrashBoundary>
      <TabBar onMore={() => { setOpen('more'); }} />
      <Notices />
      {open === 'keys' ? <KeysDialog onClose={close} /> : null}
      {open === 'palette' ? <Suspense fallback={null}><Palette onClose={close} /></Suspense> : null}
      {open === 'more' ? <More onClose={close} /> : null}
    </div>
  );
}

/** The rest of the screens, and preferences, on phones. */
function More({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const id = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} transitionDuration={0}>
      <div className="dialog-head"><h2 id={id}>{t('shell.more')}</h2></div>
      <div className="dialog-body">
        {listedRoutes.map((route) => <NavLink key={route.path} className="button" style={{ justifyContent: 'flex-start' }} to={route.path} end={route.path === '/'} onClick={onClose}><Icon name={route.navigation.icon} />{t(route.navigation.title)}</NavLink>)}
        <div className="flex"><Preferences /></div>
      </div>
    </Dialog>
  );
}
