import { type TransitionTable } from '../kernel/transition-table.ts';
import { type Sentence } from '../sentence/sentence.ts';

export type WaveState =
  | { readonly kind: 'PENDING' }
  | { readonly kind: 'ADMITTING' }
  | { readonly kind: 'SETTLING' }
  | { readonly kind: 'SOAKING' }
  | { readonly kind: 'EVALUATING' }
  | { readonly kind: 'PASSED' }
  | { readonly kind: 'FAILED' }
  | { readonly kind: 'INCONCLUSIVE'; readonly missing: readonly string[]; readonly sentences?: readonly Sentence[] }
  | { readonly kind: 'OVERRIDDEN' }
  | { readonly kind: 'SKIPPED' };

export type WaveStateKind = WaveState['kind'];

/**
 * FAILED and INCONCLUSIVE lead on only by a waiver (OVERRIDDEN) or by trying runs of the wave again (ADMITTING). PASSED may still
 * become FAILED by a late fault. SKIPPED after EVALUATING is a last wave in which nobody could start.
 */
export const waveTransitions = {
  PENDING: ['ADMITTING', 'SKIPPED'],
  ADMITTING: ['SETTLING', 'SOAKING', 'EVALUATING', 'FAILED'],
  SETTLING: ['SOAKING', 'EVALUATING', 'ADMITTING', 'FAILED'],
  SOAKING: ['EVALUATING', 'ADMITTING', 'FAILED'],
  EVALUATING: ['PASSED', 'FAILED', 'INCONCLUSIVE', 'SOAKING', 'ADMITTING', 'SKIPPED'],
  PASSED: ['ADMITTING', 'FAILED'],
  FAILED: ['OVERRIDDEN', 'ADMITTING'],
  INCONCLUSIVE: ['EVALUATING', 'ADMITTING', 'OVERRIDDEN'],
  OVERRIDDEN: [],
  SKIPPED: ['ADMITTING'],
} as const satisfies TransitionTable<WaveStateKind>;

const openKinds: readonly WaveStateKind[] = ['ADMITTING', 'SETTLING', 'SOAKING', 'EVALUATING', 'INCONCLUSIVE'];

/** Opened and not decided yet. Leases are granted in all of these, not only in ADMITTING: a wave that settles or soaks may still have somebody waiting. */
export const waveIsOpen = (kind: WaveStateKind): boolean => openKinds.includes(kind);

const finalKinds: readonly WaveStateKind[] = ['PASSED', 'OVERRIDDEN', 'SKIPPED'];

/** Decided so that the campaign goes on behind it. FAILED is decided too, but holds the campaign until somebody waives it or tries again. */
export const waveIsFinal = (kind: WaveStateKind): boolean => finalKinds.includes(kind);

/** The wave that a campaign is in: the first that began and is not final. Null before the first, between two, and after the last. */
export const currentWave = <Wave extends { readonly state: WaveStateKind }>(waves: readonly Wave[]): Wave | null => waves.find(({ state }) => state !== 'PENDING' && !waveIsFinal(state)) ?? null;
