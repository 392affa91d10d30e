import { type WaveSize } from './plan.ts';

/** Sizes in nodes; null takes all that are left. A share rounds down, because a wave is a limit, but is never empty. */
export const waveSizesFor = (waves: readonly WaveSize[], memberCount: number): (number | null)[] =>
  waves.map((wave) => {
    if ('count' in wave) return wave.count;
    if ('percent' in wave) return Math.max(1, Math.floor((wave.percent * memberCount) / 100));
    return null;
  });
