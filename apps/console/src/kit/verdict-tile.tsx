import { type CSSProperties } from 'react';
import { useText } from '../i18n/use-text.ts';
import { tokens, type VerdictName } from '../theme/tokens.ts';
import { Glyph, type GlyphName } from './glyph.tsx';

const styleOf = (verdict: VerdictName) => ({ '--tile-fill': `var(--verdict-${verdict}-soft)`, '--tile-on': `var(--verdict-${verdict}-ink)` }) as CSSProperties;

/** A verdict as a mark alone, with its name for readers. */
export const VerdictTile = ({ verdict, silent = false }: { readonly verdict: VerdictName; readonly silent?: boolean }) => {
  const t = useText();
  const named = silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`words.verdict.${verdict}`) };
  return <span className={`tile verdict ${verdict}`} style={styleOf(verdict)} {...named}><Glyph name={tokens.verdict[verdict].glyph as GlyphName} /></span>;
};

/** Mark and name. */
export const VerdictLabel = ({ verdict }: { readonly verdict: VerdictName }) => {
  const t = useText();
  return <span className="verdict-name" style={{ color: `var(--verdict-${verdict}-ink)` }}><VerdictTile verdict={verdict} silent />{t(`words.verdict.${verdict}`)}</span>;
};
