import { type ApiSentence } from '../i18n/use-said.ts';
import { ForeignText } from './foreign-text.tsx';
import { Said } from './said.tsx';

/** Why something was done: as a person wrote it, or what made Skein do it. */
export function AuditReason({ event: { reason, sentence } }: { readonly event: { readonly reason: string | null; readonly sentence: ApiSentence | null } }) {
  if (reason === null) return null;
  return sentence === null ? <ForeignText>{reason}</ForeignText> : <Said text={reason} sentence={sentence} />;
}
