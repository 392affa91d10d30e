import { describe, expect, it } from 'vitest';
import { aCampaign, aWave, classRows } from '../testing/a-campaign.ts';
import { sayEnglish } from '../testing/say-english.ts';
import { clock, ladderHeading, waveTime, whereabouts } from './wave-display.ts';

describe('the heading over the ladder', () => {
  const withWave = (parts: Parameters<typeof aWave>[0]): string | null => sayEnglish(ladderHeading({ waves: [aWave({ state: 'PASSED' }), aWave({ number: 2, ...parts })] }));

  it('counts what is left to start, and never rounds up to all', () => {
    expect(withWave({ state: 'ADMITTING', byStateClass: classRows({ MIGRATED: 371, IN_FLIGHT: 63, NOT_STARTED: 46 }) })).toBe('Wave 2 is 77 % migrated, 46 to start');
    expect(withWave({ state: 'SOAKING', byStateClass: classRows({ MIGRATED: 999, IN_FLIGHT: 1 }) })).toBe('Wave 2 is 99 % migrated, 1 in flight');
  });

  it('says what a stopped wave is', () => {
    expect(withWave({ state: 'FAILED', byStateClass: classRows({ MIGRATED: 1, FAILED: 1 }) })).toBe('Wave 2 failed its gate, 50 % migrated');
    expect(withWave({ state: 'INCONCLUSIVE', byStateClass: classRows({ MIGRATED: 1, ATTENTION: 1 }) })).toBe('Wave 2 cannot be judged, 50 % migrated');
  });

  it('says what is planned before the start, and what is done after the end', () => {
    expect(sayEnglish(ladderHeading({ waves: [aWave(), aWave({ number: 2, members: 3000 })] }))).toBe('2 waves planned for 3,012 nodes');
    expect(sayEnglish(ladderHeading({ waves: [aWave({ state: 'PASSED', byStateClass: classRows({ MIGRATED: 11, FAILED: 1 }) })] }))).toBe('11 of 12 nodes migrated');
    expect(sayEnglish(ladderHeading({ waves: [] }))).toBe('No plan yet');
  });
});

describe('a wave', () => {
  it('is where the campaign is', () => {
    expect(sayEnglish(whereabouts(aCampaign()))).toBe('wave 2 of 3, Admitting');
  });

  it('tells how long it has soaked, of what it needs', () => {
    expect(sayEnglish(waveTime(aWave({ state: 'SOAKING', startedAt: '2026-11-21T09:00:00.000Z', soakedSeconds: 65.4 }), 300))).toBe('1:05 of 5:00');
    expect(sayEnglish(waveTime(aWave({ state: 'PASSED', startedAt: '2026-11-21T09:00:00.000Z', endedAt: '2026-11-21T10:00:00.000Z', soakedSeconds: null }), 300))).toBe('2026-11-21T10:00');
    expect(waveTime(aWave(), 300)).toBeNull();
  });

  it.each([[0, '0:00'], [59.9, '0:59'], [3599, '59:59'], [3600, '1:00:00'], [-4, '0:00']])('writes %s seconds as %s', (seconds, text) => {
    expect(clock(seconds)).toBe(text);
  });
});
