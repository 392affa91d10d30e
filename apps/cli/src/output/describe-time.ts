/** `3 m ago`, `in 2 h`; by the reader's own clock. */
export function relativeTime(at: string | null, now: number): string | null {
  if (at === null) return null;
  const seconds = Math.round((now - Date.parse(at)) / 1000);
  if (Number.isNaN(seconds)) return at;
  const span = describeSeconds(Math.abs(seconds));
  return seconds >= 0 ? `${span} ago` : `in ${span}`;
}

/** The largest unit that tells something. */
export function describeSeconds(seconds: number): string {
  if (seconds < 90) return `${String(Math.round(seconds))} s`;
  if (seconds < 5400) return `${String(Math.round(seconds / 60))} m`;
  if (seconds < 129_600) return `${String(Math.round(seconds / 3600))} h`;
  return `${String(Math.round(seconds / 86_400))} d`;
}
