import { useFormats } from '../i18n/use-formats.ts';
import { useClock } from '../kit/use-clock.ts';

const zoneName = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? '';

/** The viewer's time and UTC, since logs of other people are in UTC. */
export function Clock() {
  const { clock, utc } = useFormats();
  const now = useClock();
  const zone = zoneName();
  return <span className="clock"><b>{clock(now)}</b>{zone === 'UTC' ? ' UTC' : ` ${zone} · ${utc(now)} UTC`}</span>;
}
