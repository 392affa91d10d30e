import { useCallback } from 'react';
import { en } from './en.ts';
import { useCodeText } from './use-code-text.ts';

/** Why a run ended as it did: a reason, or the checks that block it. */
export function useReasonText(): (reason: string) => string {
  const codeText = useCodeText();
  return useCallback((reason) => {
    if (reason in en.codes.reason) return capital(codeText('reason', reason));
    return reason.split(/[,;]\s*/).map((check) => codeText('check', check)).join('; ');
  }, [codeText]);
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
