import { type CSSProperties } from 'react';
import { type StateClass } from '../generated/documents.ts';
import { stateNameOf, tokens } from '../theme/tokens.ts';
import { Glyph, type GlyphName } from './glyph.tsx';

/** Fill and mark of a class; the name stands beside it, so readers skip the tile. */
export const StateTile = ({ stateClass, large = false }: { readonly stateClass: StateClass; readonly large?: boolean }) => {
  const name = stateNameOf(stateClass);
  const style = { '--tile-fill': `var(--state-${name}-fill)`, '--tile-on': `var(--state-${name}-on)`, '--tile-line': `var(--state-${name}-outline)` } as CSSProperties;
  return <span className={large ? 'tile large' : 'tile'} style={style} aria-hidden="true"><Glyph name={tokens.state[name].glyph as GlyphName} /></span>;
};
