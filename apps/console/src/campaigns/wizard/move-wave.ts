import { type FormWave } from './campaign-form.ts';

/** Waves with one of them moved; the last wave takes the rest and stays where it is. */
export function moveWave(waves: readonly FormWave[], from: number, to: number): readonly FormWave[] {
  const last = waves.length - 1;
  const moved = waves[from];
  if (moved === undefined || from === to || from < 0 || to < 0 || from >= last || to >= last) return waves;
  const others = waves.filter((_, index) => index !== from);
  return [...others.slice(0, to), moved, ...others.slice(to)];
}

/** One more wave before the one that takes the rest. */
export const addWave = (waves: readonly FormWave[]): readonly FormWave[] => [...waves.slice(0, -1), { kind: 'percent', size: 10 }, ...waves.slice(-1)];
