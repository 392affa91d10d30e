export interface Formats {
  readonly count: (value: number) => string;
  readonly percent: (value: number, digits?: number) => string;
  /** m:ss, h:mm:ss from an hour on, days in front of it. */
  readonly duration: (seconds: number) => string;
  /** How long something waits: one unit, or two for hours. */
  readonly waiting: (seconds: number) => string;
  /** Clock time, with the day in front when it is not today. */
  readonly clock: (at: string | number | Date, now?: Date) => string;
  readonly clockSeconds: (at: string | number | Date) => string;
  readonly day: (at: string | number | Date) => string;
  /** Everything, with the zone: for titles and facts. */
  readonly full: (at: string | number | Date) => string;
  readonly utc: (at: string | number | Date) => string;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `4:05`, `1:04:05`, `2 d 1:04:05`: the same in every language. */
export function durationText(seconds: number, day: (days: number) => string): string {
  const whole = Math.max(0, Math.round(seconds));
  const [days, hours, minutes] = [Math.floor(whole / 86_400), Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60];
  if (whole < 3600) return `${String(minutes)}:${two(whole % 60)}`;
  return `${days === 0 ? '' : `${day(days)} `}${String(hours)}:${two(minutes)}:${two(whole % 60)}`;
}

export function createFormats(tag: string): Formats {
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  // British English writes `29 mins`; the shorter form is as clear.
  const unit = (name: string) => new Intl.NumberFormat(tag === 'en-GB' ? 'en-US' : tag, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 0 });
  const [days, hours, minutes, secondsOf] = [unit('day'), unit('hour'), unit('minute'), unit('second')];
  const time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const timeSeconds = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  const day = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short' });
  const dayOfYear = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric' });
  const full = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'long' });
  const utc = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' });
  return {
    count: (value) => whole.format(value),
    percent: (value, digits = 1) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: digits }).format(value / 100),
    duration: (seconds) => durationText(seconds, (count) => days.format(count)),
    waiting: (seconds) => {
      if (seconds < 60) return secondsOf.format(Math.max(0, Math.floor(seconds)));
      if (seconds < 3600) return minutes.format(Math.floor(seconds / 60));
      const rest = Math.floor(seconds / 60) % 60;
      if (seconds < 86_400) return `${hours.format(Math.floor(seconds / 3600))}${rest === 0 ? '' : ` ${minutes.format(rest)}`}`;
      return days.format(Math.floor(seconds / 86_400));
    },
    clock: (at, now = new Date()) => {
      const date = new Date(at);
      if (date.toDateString() === now.toDateString()) return time.format(date);
      return `${date.getFullYear() === now.getFullYear() ? day.format(date) : dayOfYear.format(date)} ${time.format(date)}`;
    },
    clockSeconds: (at) => timeSeconds.format(new Date(at)),
    day: (at) => dayOfYear.format(new Date(at)),
    full: (at) => full.format(new Date(at)),
    utc: (at) => utc.format(new Date(at)),
  };
}
