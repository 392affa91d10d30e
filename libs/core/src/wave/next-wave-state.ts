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
  /** Members that started, whatever became of them: planned minus deferred. */
  readonly started: number;
  /** No wave follows: an empty wave here would have protected nobody. */
  readonly isLast: boolean;
}

/** One step of the wave's own machine: the next state, or the same object when nothing changes. Call it until it stays. */
export function nextWaveState(_state: WaveState, _progress: WaveProgress, _verdict: Verdict): WaveState {
  throw new Error('nextWaveState is not written yet');
}
