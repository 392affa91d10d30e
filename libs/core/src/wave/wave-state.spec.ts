import { describe, expect, it } from 'vitest';
import { currentWave, waveIsFinal, waveIsOpen, type WaveStateKind, waveTransitions } from './wave-state.ts';

const kinds = Object.keys(waveTransitions) as WaveStateKind[];
const waves = (...states: WaveStateKind[]) => states.map((state, index) => ({ number: index + 1, state }));

describe('the wave that a campaign is in', () => {
  it.each<[readonly WaveStateKind[], number | null]>([
    [['PENDING', 'PENDING'], null], [['ADMITTING', 'PENDING'], 1], [['PASSED', 'PENDING'], null], [['PASSED', 'OVERRIDDEN', 'SKIPPED', 'SOAKING', 'PENDING'], 4], [['PASSED', 'FAILED', 'PENDING'], 2],
    [['INCONCLUSIVE'], 1], [['PASSED', 'SKIPPED'], null], [[], null],
  ])('of %j is %s', (states, number) => {
    expect(currentWave(waves(...states))?.number ?? null).toBe(number);
  });

  it('is never one that is final or that nobody opened, and always one that is open', () => {
    for (const kind of kinds) expect(currentWave(waves(kind)) !== null).toBe(kind === 'FAILED' || waveIsOpen(kind));
    expect(kinds.filter((kind) => waveIsOpen(kind) && waveIsFinal(kind))).toEqual([]);
  });
});
