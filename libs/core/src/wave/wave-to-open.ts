import { type WaveState } from './wave-state.ts';

/** Index of the wave that may open now, or null: the first PENDING one whose predecessors have all passed, been waived or skipped. */
export function waveToOpen(waves: readonly Pick<WaveState, 'kind'>[]): number | null {
  for (const [index, wave] of waves.entries()) {
    if (wave.kind === 'PENDING') return index;
    if (wave.kind !== 'PASSED' && wave.kind !== 'OVERRIDDEN' && wave.kind !== 'SKIPPED') return null;
  }
  return null;
}
