import { useLocaleState } from 'ra-core';
import { useCallback } from 'react';
import { useCodeText } from '../i18n/use-code-text.ts';

/** What stands in a node's way. The api says it in English with names and numbers; other languages say what its code means. */
export function useObstacleText(): (code: string, message: string) => string {
  const codeText = useCodeText();
  const [locale] = useLocaleState();
  return useCallback((code, message) => {
    const known = codeText('obstacle', code);
    return locale === 'en' || known === code ? message : known;
  }, [codeText, locale]);
}
