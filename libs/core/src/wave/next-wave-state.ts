import { type Verdict } from '../gate/verdict.ts';
import { type WaveState } from './wave-state.ts';

/** Where the members of a wave are, by their last run. */
export interface WaveProgress {
  /** Members without a run yet, or with one before LEASED. */
  readonly waiting: number;
  /** Leased to verifying, undoing, restoring, and not overdue: a node that answers to nobody stops no gate. */
  readonly inFlight: number;
  /** SOAKING and not overdue. */
  readonly soaking: number;
  /** `soakIsOverdue`: those that still soak should have been done by now. */
  readonly soakOverdue: boolean;
  /** Members that started, whatever became of them: planned minus deferred. */
  readonly started: number;
  /** No wave follows: an empty wave here would have protected nobody. */
  readonly isLast: boolean;
}

/** Where a wave is while its members are under way. */
function whileUnderWay(state: WaveState, progress: WaveProgress): WaveState {
  if (progress.waiting > 0) return state.kind === 'ADMITTING' ? state : { kind: 'ADMITTING' };
  if (progress.inFlight > 0) return state.kind === 'ADMITTING' ? { kind: 'SETTLING' } : state;
  if (progress.soaking > 0 && !progress.soakOverdue) return state.kind === 'SOAKING' ? state : { kind: 'SOAKING' };
  return { kind: 'EVALUATING' };
}

function whenEvaluated(progress: WaveProgress, verdict: Verdict): WaveState {
  if (progress.waiting > 0 || progress.inFlight > 0) return { kind: 'ADMITTING' };
  if (progress.started === 0 && progress.isLast) return { kind: 'SKIPPED' };
  if (progress.soaking > 0 && !progress.soakOverdue) return { kind: 'SOAKING' };
  switch (verdict.kind) {
    case 'PASS': return { kind: 'PASSED' };
    case 'FAIL': return { kind: 'FAILED' };
    case 'ERROR': return { kind: 'INCONCLUSIVE', missing: verdict.sources };
    case 'INCONCLUSIVE': return { kind: 'INCONCLUSIVE', missing: verdict.missing, sentences: verdict.sentences };
  }
}

/**
 * One step of the wave's own machine: the next state, or the same object when nothing changes. Call it until it stays; it always
 * does. A wave leaves PENDING only when `waveToOpen` names it. Nothing is evaluated before every member has ended, except that a
 * FAIL ends a wave at once: a gate that half a wave satisfied would open the next one over nodes that nobody has seen yet.
 * A wave in which nobody started is never PASSED: it stays INCONCLUSIVE for a person, or is SKIPPED when no wave follows.
 */
export function nextWaveState(state: WaveState, progress: WaveProgress, verdict: Verdict): WaveState {
  switch (state.kind) {
    case 'ADMITTING':
    case 'SETTLING':
    case 'SOAKING':
      return verdict.kind === 'FAIL' ? { kind: 'FAILED' } : whileUnderWay(state, progress);
    case 'EVALUATING':
      return verdict.kind === 'FAIL' ? { kind: 'FAILED' } : whenEvaluated(progress, verdict);
    case 'INCONCLUSIVE':
      if (progress.waiting > 0) return { kind: 'ADMITTING' };
      return verdict.kind === 'PASS' || verdict.kind === 'FAIL' ? { kind: 'EVALUATING' } : state;
    case 'FAILED':
      // Runs were tried again, or an overdue one turned out well: the wave goes on as soon as its campaign does.
      return verdict.kind === 'FAIL' ? state : { kind: 'ADMITTING' };
    case 'PASSED':
      if (verdict.kind === 'FAIL') return { kind: 'FAILED' };
      return progress.waiting > 0 ? { kind: 'ADMITTING' } : state;
    case 'PENDING':
    case 'OVERRIDDEN':
    case 'SKIPPED':
      return state;
  }
}
