import { useLocaleState } from 'ra-core';
import { useCallback } from 'react';
import { en } from '../i18n/en.ts';
import { type Locale } from '../i18n/locale.ts';
import { useText } from '../i18n/use-text.ts';
import { type HelpEntry, textOf } from './help-pages.ts';

const isNamed = (slug: string): slug is keyof typeof en.help.page => slug in en.help.page;

/** What a page is called in the reader's language, also where the page itself is in English only. */
export function useHelpTitle(): (entry: HelpEntry) => string {
  const t = useText();
  const [locale] = useLocaleState() as [Locale, (locale: string) => void];
  return useCallback((entry) => (locale === 'zh' && entry.zh === null && isNamed(entry.slug) ? t(`help.page.${entry.slug}`) : textOf(entry, locale).title), [t, locale]);
}
