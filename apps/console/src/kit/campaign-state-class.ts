import { type CampaignState, type StateClass } from '../generated/documents.ts';

const classes: Readonly<Record<CampaignState, StateClass>> = {
  DRAFT: 'NOT_STARTED', INVALID: 'FAILED', AWAITING_APPROVAL: 'ATTENTION', REJECTED: 'FAILED', SCHEDULED: 'ATTENTION', RUNNING: 'IN_FLIGHT', PAUSED: 'ATTENTION', HALTING: 'ATTENTION', HALTED: 'ATTENTION',
  CANCELLING: 'IN_FLIGHT', CANCELLED: 'NOT_STARTED', COMPLETED: 'MIGRATED', COMPLETED_WITH_EXCEPTIONS: 'ATTENTION',
};

/** The class that a campaign's own state is shown in. */
export const campaignStateClass = (state: CampaignState): StateClass => classes[state];
