import { useQuery } from '@tanstack/react-query';
import { useLocaleState } from 'ra-core';
import { type ReactNode, useEffect, useRef } from 'react';
import { type Locale, languageTagOf } from '../i18n/locale.ts';
import { useText } from '../i18n/use-text.ts';
import { ErrorState } from '../kit/error-state.tsx';
import { LoadingState } from '../kit/loading-state.tsx';
import { type HelpEntry, type HelpTarget, languageOf, loadHelpPage, targetOf, textOf } from './help-pages.ts';
import { Markdown } from './markdown.tsx';

interface HelpArticleProps {
  readonly entry: HelpEntry;
  readonly anchor: string | null;
  readonly renderTarget: (target: HelpTarget, children: ReactNode) => ReactNode;
}

const isWeb = (href: string): boolean => /^https?:/u.test(href);

/** One page of the help in the reader's language, or in English where it exists in no other. */
export function HelpArticle({ entry, anchor, renderTarget }: HelpArticleProps) {
  const t = useText();
  const [locale] = useLocaleState() as [Locale, (locale: string) => void];
  const language = languageOf(entry, locale);
  const article = useRef<HTMLElement>(null);
  const page = useQuery({ queryKey: ['help', entry.slug, language], queryFn: () => loadHelpPage(entry, language), staleTime: Infinity });
  const text = page.data;
  useEffect(() => {
    if (text === undefined || anchor === null) return;
    const heading = article.current?.querySelector<HTMLElement>(`#${CSS.escape(anchor)}`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }, [text, anchor]);
  if (page.error !== null) return <ErrorState error={page.error} title={t('help.notLoaded')} consequence={t('help.notLoadedMeaning')} onRetry={() => { void page.refetch(); }} />;
  if (text === undefined) return <LoadingState rows={6} />;
  const { headings } = textOf(entry, language);
  return (
    <article ref={article} lang={languageTagOf(language)}>
      {language === locale ? null : <p className="panel-subline" lang={languageTagOf(locale)}>{t('help.englishOnly')}</p>}
      <Markdown
        text={text}
        anchorOf={(heading) => headings.find((candidate) => candidate.text === heading)?.anchor ?? null}
        renderLink={(href, children) => {
          if (isWeb(href)) return <a href={href} target="_blank" rel="noreferrer noopener">{children}</a>;
          const target = targetOf(entry, href);
          // A file of the sources is nothing that the console could show.
          return target === null ? children : renderTarget(target, children);
        }}
      />
    </article>
  );
}
