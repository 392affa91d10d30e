import { useLocaleState } from 'ra-core';
import { useMemo } from 'react';
import { createFormats, type Formats } from './formats.ts';
import { languageTagOf, type Locale } from './locale.ts';

/** Numbers, times and durations in the language of the page. */
export function useFormats(): Formats {
  const [locale] = useLocaleState();
  return useMemo(() => createFormats(languageTagOf(locale as Locale)), [locale]);
}
