import { type WaveStateKind } from '../wave/wave-state.ts';
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

export function settledCampaignState(_state: CampaignState, _counts: CampaignRunCounts, _waves: readonly WaveStateKind[]): CampaignState {
  throw new Error('settledCampaignState is not written yet');
}
