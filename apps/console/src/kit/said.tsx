import { type SaidLine, useSaidParts } from '../i18n/use-said.ts';
import { useText } from '../i18n/use-text.ts';
import { ForeignText } from './foreign-text.tsx';
import { ServerText } from './server-text.tsx';

/** What the api says, in the language of the page; names and what nodes and programs said stay as they are. */
export function Said({ text, sentence }: { readonly text: string; readonly sentence: SaidLine['sentence'] | undefined }) {
  const parts = useSaidParts()(sentence);
  if (parts === null) return <ServerText>{text}</ServerText>;
  // The parts of one sentence never change their places.
  return <>{parts.map((part, index) => (typeof part === 'string' ? part : <ForeignText key={index}>{part.foreign}</ForeignText>))}</>;
}

/** Several of them in one line. */
export function SaidLines({ lines }: { readonly lines: readonly SaidLine[] }) {
  const t = useText();
  return <>{lines.map(({ text, sentence }, index) => <span key={index}>{index === 0 ? null : t('kit.lineSeparator')}<Said text={text} sentence={sentence} /></span>)}</>;
}
