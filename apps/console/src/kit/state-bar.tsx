import { useId } from 'react';
import { type StateClass } from '../generated/documents.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { stateNameOf } from '../theme/tokens.ts';
import { barParts, type StateCounts } from './bar-parts.ts';

interface StateBarProps {
  readonly counts: StateCounts;
  readonly height?: number;
  /** How wide it is drawn, about; small parts are kept visible by it. */
  readonly width?: number;
  readonly dimmed?: ReadonlySet<StateClass>;
}

/** All classes of something in one bar: fill, pattern and order are the same everywhere. */
export function StateBar({ counts, height = 10, width = 400, dimmed }: StateBarProps) {
  const t = useText();
  const { count } = useFormats();
  const id = useId();
  const parts = barParts(counts, width);
  const percent = (value: number): string => `${((value / width) * 100).toFixed(3)}%`;
  const patterned: Partial<Record<StateClass, string>> = { FAILED: `url(#${id}diagonal)`, ROLLED_BACK: `url(#${id}dots)`, UNREACHABLE: `url(#${id}cross)` };
  const label = parts.map((part) => `${t(`words.stateClass.${part.stateClass}`)} ${count(part.count)}`).join(', ');
  // A bar of nothing has nothing to say, and is no picture.
  const meaning = label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className="state-bar" width="100%" height={height} {...meaning}>
      <defs>
        <pattern id={`${id}diagonal`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--state-failed-fill)" /><path d="M0 0V5" stroke="var(--bg-panel)" strokeOpacity=".62" strokeWidth="2.4" /></pattern>
        <pattern id={`${id}dots`} width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="var(--state-rolledBack-fill)" /><circle cx="2" cy="2" r="1" fill="var(--bg-panel)" fillOpacity=".62" /></pattern>
        <pattern id={`${id}cross`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--state-unreachable-fill)" /><path d="M0 0V5M0 0H5" stroke="var(--bg-panel)" strokeOpacity=".6" strokeWidth="1.3" /></pattern>
      </defs>
      {parts.map((part) => {
        const outlined = part.stateClass === 'NOT_STARTED';
        const name = stateNameOf(part.stateClass);
        return (
          <rect
            key={part.stateClass} x={percent(part.from)} y={outlined ? 0.5 : 0} width={percent(part.width)} height={outlined ? height - 1 : height} opacity={dimmed?.has(part.stateClass) === true ? 0.15 : 1}
            fill={outlined ? 'var(--state-notStarted-soft)' : (patterned[part.stateClass] ?? `var(--state-${name}-fill)`)} stroke={outlined ? 'var(--state-notStarted-outline)' : undefined}
          >
            <title>{`${t(`words.stateClass.${part.stateClass}`)}: ${count(part.count)}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}
