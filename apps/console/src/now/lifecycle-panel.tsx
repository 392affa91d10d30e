import { type FleetNumbersFragment } from '../generated/documents.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { Panel } from '../kit/panel.tsx';
import { useClock } from '../kit/use-clock.ts';

const dayMilliseconds = 86_400_000;

/** How much of the fleet runs without maintenance, and for how long. */
export function LifecyclePanel({ lifecycle }: { readonly lifecycle: FleetNumbersFragment['byLifecycle'] }) {
  const t = useText();
  const { count, day } = useFormats();
  const now = useClock();
  if (lifecycle.length === 0) return null;
  const isPast = (endOfLife: string | null): boolean => endOfLife !== null && Date.parse(endOfLife) + dayMilliseconds <= now;
  const past = lifecycle.filter(({ endOfLife }) => isPast(endOfLife)).reduce((sum, one) => sum + one.count, 0);
  const never = lifecycle.find(({ family }) => family === 'unknown')?.count ?? 0;
  const all = lifecycle.reduce((sum, one) => sum + one.count, 0);
  const most = Math.max(...lifecycle.map((one) => one.count));
  // "None" would be a claim about nodes that nobody has looked at.
  const heading = past > 0 ? t('now.lifecycle.past', { smart_count: past }) : never > 0 ? t('now.lifecycle.unknownHeading', { smart_count: never }) : t('now.lifecycle.none');
  const text = (family: string, endOfLife: string | null): string => {
    if (family === 'unknown') return t('now.lifecycle.never');
    if (endOfLife === null) return t('now.lifecycle.maintained');
    return isPast(endOfLife) ? t('now.lifecycle.pastBy', { smart_count: Math.floor((now - Date.parse(endOfLife)) / dayMilliseconds) }) : t('now.lifecycle.until', { day: day(endOfLife) });
  };
  return (
    <Panel heading={heading}>
      <ul className="panel-body lifecycle small" aria-label={`${heading} / ${count(all)}`}>
        {lifecycle.map(({ family, count: nodes, endOfLife }) => (
          <li key={family}>
            <span className="cut">{family === 'unknown' ? t('words.unknown') : family}</span>
            <span><span className={family === 'unknown' ? 'length unknown' : isPast(endOfLife) ? 'length past' : 'length'} style={{ width: `${String((nodes / most) * 100)}%` }} /><span className="muted">{text(family, endOfLife)}</span></span>
            <b className="number">{count(nodes)}</b>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
