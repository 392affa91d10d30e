import { useLocaleState } from 'ra-core';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { Link, useLocation, useParams } from 'react-router-dom';
import { type Locale } from '../i18n/locale.ts';
import { useText } from '../i18n/use-text.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { LoadingState } from '../kit/loading-state.tsx';
import { Panel } from '../kit/panel.tsx';
import { Page } from '../shell/page.tsx';
import { addressOf } from './help-address.ts';
import { type HelpEntry, helpEntries, helpEntryOf, helpKinds, languageOf } from './help-pages.ts';
import { searchHelp } from './search-help.ts';
import { useHelpTitle } from './use-help-title.ts';
import './help.css';

const HelpArticle = lazy(async () => ({ default: (await import('./help-article.tsx')).HelpArticle }));

/** The documents of this version, searchable, without any other host. */
export function HelpPage() {
  const t = useText();
  const [locale] = useLocaleState() as [Locale, (locale: string) => void];
  const { slug } = useParams();
  const { hash } = useLocation();
  const [words, setWords] = useState('');
  const sought = useDeferredValue(words);
  const entry = slug === undefined ? null : helpEntryOf(slug);
  const hits = searchHelp(sought, locale);
  const titleOf = useHelpTitle();
  return (
    <Page title={entry === null ? t('help.title') : titleOf(entry)}>
      <div className={`help ${slug === undefined ? '' : 'reading'}`}>
        <section className="panel help-list" aria-label={t('help.pages')}>
          <div className="help-search">
            <input type="search" className="field" aria-label={t('help.search')} placeholder={t('help.search')} value={words} onChange={(event) => { setWords(event.target.value); }} />
          </div>
          {sought.trim() === '' ? <PageList current={entry} /> : (
            <nav aria-label={t('help.found', { smart_count: hits.length })}>
              <h2>{t('help.found', { smart_count: hits.length })}</h2>
              {hits.map((hit) => (
                <Link key={`${hit.entry.slug}#${hit.heading?.anchor ?? ''}`} to={addressOf({ slug: hit.entry.slug, anchor: hit.heading?.anchor ?? null })} onClick={() => { setWords(''); }}>
                  {hit.heading === null ? titleOf(hit.entry) : <><span lang={languageOf(hit.entry, locale)}>{hit.heading.text.replaceAll('`', '')}</span><span className="where">{titleOf(hit.entry)}</span></>}
                </Link>
              ))}
            </nav>
          )}
        </section>
        {slug === undefined ? <Panel heading={t('help.start')}><p className="panel-body">{t('help.lead')}</p></Panel>
          : entry === null ? <section className="panel"><EmptyState title={t('help.noSuchPage')} next={t('help.noSuchPageNext')} /></section>
            : (
              <section className="panel" aria-label={titleOf(entry)}>
                <Suspense fallback={<LoadingState rows={6} />}>
                  <HelpArticle entry={entry} anchor={hash === '' ? null : decodeURIComponent(hash.slice(1))} renderTarget={(target, children) => <Link to={addressOf(target)}>{children}</Link>} />
                </Suspense>
              </section>
            )}
      </div>
    </Page>
  );
}

function PageList({ current }: { readonly current: HelpEntry | null }) {
  const t = useText();
  const titleOf = useHelpTitle();
  return (
    <nav aria-label={t('help.pages')}>
      {helpKinds.map((kind) => (
        <div key={kind}>
          <h2>{t(`help.kind.${kind}`)}</h2>
          {helpEntries.filter((entry) => entry.kind === kind).map((entry) => (
            <Link key={entry.slug} to={addressOf({ slug: entry.slug, anchor: null })} aria-current={entry === current ? 'page' : undefined}>{titleOf(entry)}</Link>
          ))}
        </div>
      ))}
    </nav>
  );
}
