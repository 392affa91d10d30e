import { currentWave } from '@skein/core';
import { type CampaignPagePartsFragment, type StateClass, type WaveState } from '../../generated/documents.ts';
import { countOf, totalOf } from '../../kit/bar-parts.ts';
import { phrase, type Phrase } from '../phrase.ts';

type Wave = CampaignPagePartsFragment['waves'][number];

const waveClasses: Readonly<Record<WaveState, StateClass>> = {
  PENDING: 'NOT_STARTED', SKIPPED: 'NOT_STARTED', ADMITTING: 'IN_FLIGHT', SETTLING: 'IN_FLIGHT', SOAKING: 'IN_FLIGHT', EVALUATING: 'IN_FLIGHT',
  PASSED: 'MIGRATED', OVERRIDDEN: 'MIGRATED', FAILED: 'FAILED', INCONCLUSIVE: 'ATTENTION',
};
export const waveClass = (state: WaveState): StateClass => waveClasses[state];

/** What stands under the title: where the campaign is. */
export function whereabouts(campaign: Pick<CampaignPagePartsFragment, 'waves'>): Phrase | null {
  const current = currentWave(campaign.waves);
  if (current === null) return null;
  return phrase('campaigns.whereabouts', { wave: current.number, waves: campaign.waves.length, state: phrase(`words.waveState.${current.state}`) });
}

/** Whole percent, rounded down: 100 means all of them. */
export const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((part / whole) * 100));

/** The finding over the ladder. */
export function ladderHeading({ waves }: { readonly waves: readonly Pick<Wave, 'number' | 'state' | 'members' | 'byStateClass'>[] }): Phrase {
  if (waves.length === 0) return phrase('campaigns.ladder.none');
  const current = currentWave(waves);
  const nodes = waves.reduce((sum, wave) => sum + wave.members, 0);
  if (current === null) {
    const migrated = waves.reduce((sum, wave) => sum + countOf(wave.byStateClass, 'MIGRATED'), 0);
    return waves.every(({ state }) => state === 'PENDING') ? phrase('campaigns.ladder.planned', { count: waves.length, nodes }) : phrase('campaigns.ladder.between', { migrated, nodes });
  }
  const { byStateClass } = current;
  const [notStarted, inFlight] = [countOf(byStateClass, 'NOT_STARTED'), countOf(byStateClass, 'IN_FLIGHT')];
  const percent = percentOf(countOf(byStateClass, 'MIGRATED'), totalOf(byStateClass));
  const wave = current.number;
  if (current.state === 'FAILED') return phrase('campaigns.ladder.failed', { wave, percent });
  if (current.state === 'INCONCLUSIVE') return phrase('campaigns.ladder.inconclusive', { wave, percent });
  if (notStarted > 0) return phrase('campaigns.ladder.toStart', { wave, percent, left: notStarted });
  if (inFlight > 0) return phrase('campaigns.ladder.inFlight', { wave, percent, left: inFlight });
  return phrase('campaigns.ladder.settled', { wave, percent });
}

/** The time that matters in a wave's state: when it ended, how long it has soaked, since when it is open. */
export function waveTime(wave: Pick<Wave, 'state' | 'startedAt' | 'endedAt' | 'soakedSeconds'>, soakSeconds: number | null): Phrase | null {
  if (wave.endedAt !== null) return phrase('campaigns.at', { at: new Date(wave.endedAt) });
  if (wave.soakedSeconds !== null && soakSeconds !== null) return phrase('campaigns.soaked', { soaked: clock(wave.soakedSeconds), needed: clock(soakSeconds) });
  return wave.startedAt === null ? null : phrase('campaigns.since', { at: new Date(wave.startedAt) });
}

/** m:ss, or h:mm:ss from an hour on. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${two(whole % 60)}` : `${String(minutes)}:${two(whole % 60)}`;
}
