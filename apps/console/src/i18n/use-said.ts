import { useLocaleState, useTranslate } from 'ra-core';
import { useCallback } from 'react';
import { createFormats } from './formats.ts';
import { languageTagOf, type Locale } from './locale.ts';
import { type SaidPart, sentenceParts } from './sentence-parts.ts';

/** What the api says of something: its English text, and what that says in any language, where it knows. */
export interface SaidLine {
  readonly text: string;
  readonly sentence: ApiSentence | null;
}

export interface ApiSentence {
  readonly code: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** It has names or numbers in it; without them a code that has a text of its own says as much. */
export const saysMoreThanItsCode = (sentence: ApiSentence | null | undefined): boolean => sentence === null || sentence === undefined || Object.keys(sentence.values).length > 0;

/** Lines that came as texts and, beside them, as sentences. */
export const saidLines = (texts: readonly string[], sentences: readonly (ApiSentence | null)[]): readonly SaidLine[] => texts.map((text, index) => ({ text, sentence: sentences[index] ?? null }));

/** A sentence in the language of the page, in parts; null where the api's own English text is what there is: on English pages, and where a sentence is not known here. */
export function useSaidParts(): (sentence: ApiSentence | null | undefined) => readonly SaidPart[] | null {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  return useCallback((sentence) => {
    if (locale === 'en' || sentence === null || sentence === undefined) return null;
    const { count, clock } = createFormats(languageTagOf(locale as Locale));
    return sentenceParts(sentence, { count, clock, phrase: (key, values) => translate(key, { ...values, _: '' }) });
  }, [translate, locale]);
}

/** The same as one text, for titles and messages. */
export function useSaidText(): (text: string, sentence: ApiSentence | null | undefined) => string {
  const partsOf = useSaidParts();
  return useCallback((text, sentence) => partsOf(sentence)?.map((part) => (typeof part === 'string' ? part : part.foreign)).join('') ?? text, [partsOf]);
}
