import { waveIsFinal, type WaveStateKind } from '../wave/wave-state.ts';
import { type CampaignState } from './campaign-state.ts';

/** Counted from rows in the transaction that may settle the campaign. */
export interface CampaignRunCounts {
  /** `runHoldsPermit`, neither overdue nor silent: they are waited for by HALTING. */
  readonly holdingPermit: number;
  /** `runIsOpen`, neither overdue nor silent: they are waited for by CANCELLING and by completion. */
  readonly open: number;
  /** Members whose last run did not end SUCCEEDED. */
  readonly exceptions: number;
}

/**
 * The state that follows from rows alone, or the same object. Called at the end of every transaction that ends a run, marks one
 * OVERDUE or finishes a wave, so that HALTED is true when the last outcome commits and not when somebody notices.
 * A campaign without waves never completes: an empty plan is refused long before.
 */
export function settledCampaignState(state: CampaignState, counts: CampaignRunCounts, waves: readonly WaveStateKind[]): CampaignState {
  switch (state.kind) {
    case 'HALTING':
      return counts.holdingPermit === 0 ? { kind: 'HALTED', reason: state.reason } : state;
    case 'CANCELLING':
      return counts.open === 0 ? { kind: 'CANCELLED' } : state;
    case 'RUNNING': {
      const allFinal = waves.length > 0 && waves.every((wave) => waveIsFinal(wave));
      if (!allFinal || counts.open > 0) return state;
      return counts.exceptions === 0 ? { kind: 'COMPLETED' } : { kind: 'COMPLETED_WITH_EXCEPTIONS', exceptions: counts.exceptions };
    }
    default:
      return state;
  }
}
