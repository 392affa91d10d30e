import { type Refusal } from '../kernel/refusal.ts';
import { type CampaignState, type CampaignVerb } from './campaign-state.ts';

/** What a verb on a campaign depends on besides its state; read in the transaction that applies it. */
export interface CampaignContext {
  /** submit: what the planner and `validateSpec` object to; empty: nothing. */
  readonly problems: readonly Refusal[];
  /** resume: a wave stands FAILED or INCONCLUSIVE and none of its failing runs was sent to try again. */
  readonly gateBlocks: boolean;
  /** resume: a rollback campaign of this campaign is not finished. */
  readonly rollbackRunning: boolean;
  /** retry: runs that ended BLOCKED, DEFERRED, FAILED_CLEAN, RESTORED or QUARANTINED and may be tried again. */
  readonly retryableRuns: number;
  /** deny: why, in the approver's words. */
  readonly reason?: string;
}

export function decideCampaign(_verb: CampaignVerb, _state: CampaignState, _context: CampaignContext): CampaignState | Refusal {
  throw new Error('decideCampaign is not written yet');
}
