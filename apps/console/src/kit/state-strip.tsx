import { Link } from 'react-router-dom';
import { type StateClass } from '../generated/documents.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { stateOrder } from '../theme/tokens.ts';
import { countOf, type StateCounts } from './bar-parts.ts';
import { StateTile } from './state-tile.tsx';

interface StateStripProps {
  readonly counts: StateCounts;
  /** Each count leads to exactly its rows … */
  readonly linkTo?: (stateClass: StateClass) => string;
  /** … or switches its class on and off, as the legend of a map does. */
  readonly toggle?: { readonly shown: ReadonlySet<StateClass>; readonly onToggle: (stateClass: StateClass) => void };
}

/** The seven classes with their counts, over every page that is about nodes. */
export function StateStrip({ counts, linkTo, toggle }: StateStripProps) {
  const t = useText();
  const { count } = useFormats();
  return (
    <div className="state-strip" role="group" aria-label={t('kit.byState')}>
      {stateOrder.map((stateClass) => {
        const inside = (
          <>
            <StateTile stateClass={stateClass} large />
            <span className="count">{count(countOf(counts, stateClass))}</span>
            <span className="name">{t(`words.stateClass.${stateClass}`)}</span>
          </>
        );
        if (toggle !== undefined) return <button key={stateClass} type="button" aria-pressed={toggle.shown.has(stateClass)} onClick={() => { toggle.onToggle(stateClass); }}>{inside}</button>;
        return linkTo === undefined ? <div key={stateClass}>{inside}</div> : <Link key={stateClass} to={linkTo(stateClass)}>{inside}</Link>;
      })}
    </div>
  );
}
