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
import { type HelpEntry, helpEntries, helpEntryOf, helpKinds, languageOf, textOf } from './help-pages.ts';
import { searchHelp } from './search-help.ts';
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
  return (
    <Page title={entry === null ? t('help.title') : textOf(entry, locale).title}>
      <div className={`help ${slug === undefined ? '' : 'reading'}`}>
        <section className="panel help-list" aria-label={t('help.pages')}>
          <div className="help-search">
            <input type="search" className="field" aria-label={t('help.search')} placeholder={t('help.search')} value={words} onChange={(event) => { setWords(event.target.value); }} />
          </div>
          {sought.trim() === '' ? <PageList current={entry} locale={locale} /> : (
            <nav aria-label={t('help.found', { smart_count: hits.length })}>
              <h2>{t('help.found', { smart_count: hits.length })}</h2>
              {hits.map((hit) => (
                <Link key={`${hit.entry.slug}#${hit.heading?.anchor ?? ''}`} to={addressOf({ slug: hit.entry.slug, anchor: hit.heading?.anchor ?? null })} onClick={() => { setWords(''); }}>
                  <span lang={languageOf(hit.entry, locale)}>{(hit.heading?.text ?? hit.title).replaceAll('`', '')}</span>{hit.heading === null ? null : <span className="where">{hit.title}</span>}
                </Link>
              ))}
            </nav>
          )}
        </section>
        {slug === undefined ? <Panel heading={t('help.start')}><p className="panel-body">{t('help.lead')}</p></Panel>
          : entry === null ? <section className="panel"><EmptyState title={t('help.noSuchPage')} next={t('help.noSuchPageNext')} /></section>
            : (
              <section className="panel" aria-label={textOf(entry, locale).title}>
                <Suspense fallback={<LoadingState rows={6} />}>
                  <HelpArticle entry={entry} anchor={hash === '' ? null : decodeURIComponent(hash.slice(1))} renderTarget={(target, children) => <Link to={addressOf(target)}>{children}</Link>} />
                </Suspense>
              </section>
            )}
      </div>
    </Page>
  );
}

function PageList({ current, locale }: { readonly current: HelpEntry | null; readonly locale: Locale }) {
  const t = useText();
  return (
    <nav aria-label={t('help.pages')}>
      {helpKinds.map((kind) => (
        <div key={kind}>
          <h2>{t(`help.kind.${kind}`)}</h2>
          {helpEntries.filter((entry) => entry.kind === kind).map((entry) => (
            <Link key={entry.slug} to={addressOf({ slug: entry.slug, anchor: null })} aria-current={entry === current ? 'page' : undefined} lang={languageOf(entry, locale)}>{textOf(entry, locale).title}</Link>
          ))}
        </div>
      ))}
    </nav>
  );
}
