import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Verdict } from '../gate/verdict.ts';
import { mayFollow } from '../kernel/transition-table.ts';
import { nextWaveState, type WaveProgress } from './next-wave-state.ts';
import { type WaveState, type WaveStateKind, waveTransitions } from './wave-state.ts';
import { waveToOpen } from './wave-to-open.ts';

const verdicts: Record<Verdict['kind'], Verdict> = {
  PASS: { kind: 'PASS', verified: 5, needed: 5 },
  FAIL: { kind: 'FAIL', hardStop: false, reason: 'failuresReachedStop', failed: 1, limit: 1 },
  ERROR: { kind: 'ERROR', sources: ['probe'] },
  INCONCLUSIVE: { kind: 'INCONCLUSIVE', missing: ['1 node more'], sentences: [] },
};
const allEnded: WaveProgress = { waiting: 0, inFlight: 0, soaking: 0, soakOverdue: false, started: 5, isLast: false };
const stateOf = (kind: WaveStateKind): WaveState => (kind === 'INCONCLUSIVE' ? { kind, missing: ['1 node more'] } : { kind });
const kinds = Object.keys(waveTransitions) as WaveStateKind[];

/** Where a wave ends up when nothing else happens. */
function settle(from: WaveState, progress: WaveProgress, verdict: Verdict): WaveState[] {
  const path: WaveState[] = [from];
  for (let state = from; path.length <= 10; path.push(state)) {
    const next = nextWaveState(state, progress, verdict);
    if (next === state) return path;
    expect(mayFollow(waveTransitions, state.kind, next.kind), `${state.kind} to ${next.kind}`).toBe(true);
    state = next;
  }
  throw new Error(`never settles: ${path.map((state) => state.kind).join(' ')}`);
}
const settled = (from: WaveStateKind, over: Partial<WaveProgress>, verdict: Verdict['kind']): string =>
  settle(stateOf(from), { ...allEnded, ...over }, verdicts[verdict]).map((state) => state.kind).join(' ');

describe('a wave\'s own machine', () => {
  it.each<[WaveStateKind, Partial<WaveProgress>, Verdict['kind'], string]>([
    ['ADMITTING', { waiting: 3, inFlight: 2 }, 'INCONCLUSIVE', 'ADMITTING'],
    ['ADMITTING', { inFlight: 2, soaking: 1 }, 'INCONCLUSIVE', 'ADMITTING SETTLING'],
    ['ADMITTING', { soaking: 3 }, 'INCONCLUSIVE', 'ADMITTING SOAKING'],
    ['ADMITTING', {}, 'PASS', 'ADMITTING EVALUATING PASSED'],
    ['SETTLING', { waiting: 1 }, 'INCONCLUSIVE', 'SETTLING ADMITTING'],
    ['SETTLING', { soaking: 1 }, 'INCONCLUSIVE', 'SETTLING SOAKING'],
    ['SOAKING', {}, 'PASS', 'SOAKING EVALUATING PASSED'],
    ['SOAKING', { inFlight: 1, soaking: 2 }, 'INCONCLUSIVE', 'SOAKING'],
    ['SOAKING', { soaking: 1, soakOverdue: true }, 'INCONCLUSIVE', 'SOAKING EVALUATING INCONCLUSIVE'],
    ['SOAKING', { soaking: 1, soakOverdue: true }, 'PASS', 'SOAKING EVALUATING PASSED'],
    ['SOAKING', { soaking: 1 }, 'PASS', 'SOAKING'],
    ['EVALUATING', { soaking: 1 }, 'INCONCLUSIVE', 'EVALUATING SOAKING'],
    ['EVALUATING', {}, 'ERROR', 'EVALUATING INCONCLUSIVE'],
    ['INCONCLUSIVE', {}, 'INCONCLUSIVE', 'INCONCLUSIVE'],
    ['INCONCLUSIVE', {}, 'PASS', 'INCONCLUSIVE EVALUATING PASSED'],
    ['INCONCLUSIVE', {}, 'FAIL', 'INCONCLUSIVE EVALUATING FAILED'],
    ['INCONCLUSIVE', { waiting: 1 }, 'INCONCLUSIVE', 'INCONCLUSIVE ADMITTING'],
    ['FAILED', { waiting: 4 }, 'FAIL', 'FAILED'],
    ['FAILED', { waiting: 1 }, 'INCONCLUSIVE', 'FAILED ADMITTING'],
    ['FAILED', {}, 'PASS', 'FAILED ADMITTING EVALUATING PASSED'],
    ['PASSED', {}, 'PASS', 'PASSED'],
    ['PASSED', {}, 'FAIL', 'PASSED FAILED'],
    ['PASSED', { waiting: 1 }, 'INCONCLUSIVE', 'PASSED ADMITTING'],
    ['PENDING', { waiting: 5 }, 'INCONCLUSIVE', 'PENDING'],
    ['OVERRIDDEN', {}, 'FAIL', 'OVERRIDDEN'],
    ['SKIPPED', {}, 'FAIL', 'SKIPPED'],
  ])('%s with %j and verdict %s: %s', (from, over, verdict, path) => {
    expect(settled(from, over, verdict)).toBe(path);
  });

  it.each(['ADMITTING', 'SETTLING', 'SOAKING', 'EVALUATING'] as const)('a FAIL ends a wave at once that is %s, with runs under way or not', (from) => {
    expect(settled(from, { waiting: 3, inFlight: 3, soaking: 3 }, 'FAIL')).toBe(`${from} FAILED`);
  });

  it('does not pass early: a good verdict waits for every member to end', () => {
    expect(settled('ADMITTING', { waiting: 1 }, 'PASS')).toBe('ADMITTING');
    expect(settled('SETTLING', { inFlight: 1 }, 'PASS')).toBe('SETTLING');
  });

  it('never passes an empty wave: a person decides, or it is skipped when no wave follows', () => {
    expect(settled('ADMITTING', { started: 0 }, 'INCONCLUSIVE')).toBe('ADMITTING EVALUATING INCONCLUSIVE');
    expect(settled('ADMITTING', { started: 0, isLast: true }, 'INCONCLUSIVE')).toBe('ADMITTING EVALUATING SKIPPED');
  });

  it('settles from every state, by steps that the table allows (property)', () => {
    const progress = fc.record({ waiting: fc.nat(2), inFlight: fc.nat(2), soaking: fc.nat(2), soakOverdue: fc.boolean(), started: fc.nat(2), isLast: fc.boolean() });
    fc.assert(fc.property(fc.constantFrom(...kinds), progress, fc.constantFrom(...Object.values(verdicts)), (kind, seen, verdict) => {
      const path = settle(stateOf(kind), seen, verdict);
      expect(path.length).toBeLessThanOrEqual(5);
    }), { numRuns: 2000 });
  });
});

describe('the next wave', () => {
  const open = (...states: WaveStateKind[]): number | null => waveToOpen(states.map((kind) => ({ kind })));

  it('opens only behind waves that passed, were waived or skipped (I-5)', () => {
    expect(open('PENDING', 'PENDING')).toBe(0);
    expect(open('PASSED', 'OVERRIDDEN', 'SKIPPED', 'PENDING')).toBe(3);
    for (const before of kinds) {
      const opens = before === 'PASSED' || before === 'OVERRIDDEN' || before === 'SKIPPED';
      if (before !== 'PENDING') expect(open(before, 'PENDING')).toBe(opens ? 1 : null);
    }
    expect(open('PASSED', 'PASSED')).toBeNull();
    expect(open()).toBeNull();
  });

  it('does not open when an earlier wave failed late', () => {
    expect(open('FAILED', 'PASSED', 'PENDING')).toBeNull();
  });
});
