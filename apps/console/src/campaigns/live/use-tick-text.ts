import { useFormats } from '../../i18n/use-formats.ts';

/** Below this many seconds between begin and end, minutes alone would stand there twice. */
const secondsShownBelow = 600;
const daysShownFrom = 172_800;

/** A moment under a time axis, as exactly as the axis needs. */
export function useTickText(): (at: Date, spanSeconds: number) => string {
  const { clock, clockSeconds, day } = useFormats();
  return (at, spanSeconds) => (spanSeconds < secondsShownBelow ? clockSeconds(at) : spanSeconds >= daysShownFrom ? day(at) : clock(at));
}
