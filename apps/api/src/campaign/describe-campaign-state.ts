import { type CampaignState } from '@skein/core';

/** Why a campaign is where it is: the word for programs, and lines for people. */
export function describeCampaignState(state: CampaignState): { readonly stateReason: string | null; readonly stateDetail: readonly string[] } {
  switch (state.kind) {
    case 'INVALID': return { stateReason: null, stateDetail: state.problems };
    case 'REJECTED': return { stateReason: state.reason, stateDetail: [] };
    case 'PAUSED': return { stateReason: state.reason, stateDetail: state.missing ?? [] };
    case 'HALTING': case 'HALTED': return { stateReason: state.reason, stateDetail: [] };
    case 'COMPLETED_WITH_EXCEPTIONS': return { stateReason: null, stateDetail: [`${String(state.exceptions)} ${state.exceptions === 1 ? 'member' : 'members'} did not reach the target`] };
    case 'DRAFT': case 'AWAITING_APPROVAL': case 'SCHEDULED': case 'RUNNING': case 'CANCELLING': case 'CANCELLED': case 'COMPLETED': return { stateReason: null, stateDetail: [] };
  }
}
