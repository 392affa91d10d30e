import { type CSSProperties, type ReactNode } from 'react';
import { type StateClass } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { stateNameOf } from '../theme/tokens.ts';
import { StateTile } from './state-tile.tsx';

/** A state beside a title; children say it more exactly than the class does. */
export const StateChip = ({ stateClass, children }: { readonly stateClass: StateClass; readonly children?: ReactNode }) => {
  const t = useText();
  const name = stateNameOf(stateClass);
  const style = { '--chip-soft': `var(--state-${name}-soft)`, '--chip-ink': `var(--state-${name}-ink)` } as CSSProperties;
  return <span className="chip" style={style}><StateTile stateClass={stateClass} />{children ?? t(`words.stateClass.${stateClass}`)}</span>;
};
