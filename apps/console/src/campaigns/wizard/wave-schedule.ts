/** When each wave would be under way, in seconds from the start. */
export interface ScheduledWave {
  readonly number: number;
  readonly from: number;
  /** When its last change would be done and only soaking is left. */
  readonly soakFrom: number;
  readonly until: number;
}

/** Waves one after the other; null where nobody knows how long a run takes. */
export function scheduleWaves(waves: readonly { readonly number: number; readonly expectedSeconds: number | null }[], soakSeconds: number): readonly ScheduledWave[] | null {
  let from = 0;
  const scheduled: ScheduledWave[] = [];
  for (const { number, expectedSeconds } of waves) {
    if (expectedSeconds === null) return null;
    const until = from + expectedSeconds;
    scheduled.push({ number, from, soakFrom: Math.max(from, until - soakSeconds), until });
    from = until;
  }
  return scheduled;
}

/** One unit, with a digit where it matters: `8 h`, `1.6 d`. */
export function roughTime(seconds: number): { readonly value: number; readonly unit: 'minute' | 'hour' | 'day' } {
  if (seconds < 5400) return { value: Math.max(1, Math.round(seconds / 60)), unit: 'minute' };
  if (seconds < 172_800) return { value: Math.round(seconds / 360) / 10, unit: 'hour' };
  return { value: Math.round(seconds / 8640) / 10, unit: 'day' };
}
