import { ApiError } from '@skein/client';
import { useLocaleState } from 'ra-core';
import { useCallback } from 'react';
import { type UserErrorPartsFragment } from '../generated/documents.ts';
import { en } from './en.ts';
import { useSaidText } from './use-said.ts';
import { useText } from './use-text.ts';

const isCode = (code: string): code is keyof typeof en.errors.code => code in en.errors.code;
export const isRefusal = (code: string): code is keyof typeof en.errors.refusal => code in en.errors.refusal;

/** A failure in words. The api speaks English and knows the case, so English pages show its message; others show what its code means. */
export function useErrorText(): (error: Error) => string {
  const t = useText();
  const [locale] = useLocaleState();
  return useCallback((error) => {
    if (locale === 'en' && !(error instanceof ApiError && error.message === '')) return sentence(error.message);
    const code = error instanceof ApiError ? error.code : 'OTHER';
    return isCode(code) ? t(`errors.code.${code}`) : t('errors.code.OTHER');
  }, [t, locale]);
}

/** A refusal in words, and what to do next where the api says it. */
export function useRefusalText(): (refusal: UserErrorPartsFragment) => string {
  const t = useText();
  const saidText = useSaidText();
  const [locale] = useLocaleState();
  return useCallback(({ code, message, hint, sentence: said }) => {
    if (locale !== 'en') return ended(saidText(isRefusal(code) ? t(`errors.refusal.${code}`) : sentence(message), said));
    return hint === null ? sentence(message) : `${sentence(message)} ${sentence(hint)}`;
  }, [t, saidText, locale]);
}

const sentence = (text: string): string => {
  const first = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.!?。]$/.test(first) ? first : `${first}.`;
};

/** Chinese has no capitals, and a stop of its own. */
const ended = (text: string): string => (/[.!?。！？]$/.test(text) ? text : `${text}。`);
