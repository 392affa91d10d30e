import { useTranslate } from 'ra-core';
import { useCallback } from 'react';
import { useFormats } from '../i18n/use-formats.ts';
import { type Phrase } from './phrase.ts';
import { say } from './say.ts';

/** Says phrases in the language of the page; what the api said in its own words stays as it is. */
export function useSay(): (what: Phrase | string) => string {
  const translate = useTranslate();
  const formats = useFormats();
  return useCallback((what) => (typeof what === 'string' ? what : say(translate, formats, what)), [translate, formats]);
}
