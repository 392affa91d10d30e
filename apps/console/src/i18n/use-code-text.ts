import { useCallback } from 'react';
import { en } from './en.ts';
import { type TextKey, useText } from './use-text.ts';

export type CodeGroup = keyof typeof en.codes;

/** A word that the api sends for programs, in words; a word that is not known here is shown as it was sent, not hidden. */
export function useCodeText(): (group: CodeGroup, code: string) => string {
  const t = useText();
  return useCallback((group, code) => {
    const name = code.replaceAll('.', '_');
    return name in en.codes[group] ? (t as (key: TextKey) => string)(`codes.${group}.${name}` as TextKey) : code;
  }, [t]);
}
