import { type CSSProperties, type ReactNode } from 'react';
import { type StateClass } from '../generated/documents.ts';
import { StateTile } from '../kit/state-tile.tsx';
import { stateNameOf } from '../theme/tokens.ts';

export interface WhyLineProps { readonly stateClass: StateClass; readonly text: ReactNode; readonly action?: ReactNode }

/** Why it is as it is: one sentence and one action. */
export const WhyLine = ({ stateClass, text, action }: WhyLineProps) => {
  const name = stateNameOf(stateClass);
  return (
    <div className="why-line" style={{ '--why-line': `var(--state-${name}-outline)`, '--why-soft': `var(--state-${name}-soft)` } as CSSProperties}>
      <StateTile stateClass={stateClass} /><span className="grow">{text}</span>{action === undefined ? null : <span className="action">{action}</span>}
    </div>
  );
};
