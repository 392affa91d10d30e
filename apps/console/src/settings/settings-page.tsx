import { Suspense } from 'react';
import { NavLink, useParams } from 'react-router-dom';
import { HelpButton } from '../help/help-button.tsx';
import { useText } from '../i18n/use-text.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { LoadingState } from '../kit/loading-state.tsx';
import { Page } from '../shell/page.tsx';
import { settingsSections } from './settings-sections.ts';
import './settings.css';

const helpPages: Readonly<Record<string, string>> = { sites: 'bastion-and-sudo', credentials: 'bastion-and-sudo', roles: 'graphql', tokens: 'stop-everything' };

/** People and their ways in, the fleet's sites, and what the system is. */
export function SettingsPage() {
  const t = useText();
  const { section: slug = settingsSections[0]?.slug } = useParams();
  const section = settingsSections.find((candidate) => candidate.slug === slug);
  const Screen = section?.screen;
  const helpPage = helpPages[slug ?? ''];
  return (
    <Page title={t('settings.title')} actions={helpPage === undefined || section === undefined ? undefined : <HelpButton page={helpPage} about={t(section.title)} />}>
      <nav className="tabs" aria-label={t('settings.sections')}>
        {settingsSections.map((candidate) => <NavLink key={candidate.slug} to={`/settings/${candidate.slug}`} aria-current={candidate === section ? 'page' : undefined}>{t(candidate.title)}</NavLink>)}
      </nav>
      {Screen === undefined ? <section className="panel"><EmptyState title={t('settings.noSuchSection')} /></section> : <Suspense fallback={<LoadingState rows={5} />}><Screen /></Suspense>}
    </Page>
  );
}
