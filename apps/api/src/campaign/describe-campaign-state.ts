import { type CampaignState, sentence, type Sentence, tell } from '@skein/core';
import { readSentences } from '../platform/read-sentence.ts';

interface CampaignStateDescription {
  readonly stateReason: string | null;
  readonly stateDetail: readonly string[];
  readonly stateSentences: readonly (Sentence | null)[];
}

const because = (stateReason: string | null, stateDetail: readonly string[] = [], sentences: readonly Sentence[] = []): CampaignStateDescription => ({ stateReason, stateDetail, stateSentences: readSentences(stateDetail, sentences) });

/** Why a campaign is where it is: the word for programs, and lines for people. */
export function describeCampaignState(state: CampaignState): CampaignStateDescription {
  switch (state.kind) {
    case 'INVALID': return because(null, state.problems, state.sentences);
    case 'REJECTED': return because(state.reason);
    case 'PAUSED': return because(state.reason, state.missing, state.sentences);
    case 'HALTING': case 'HALTED': return because(state.reason);
    case 'COMPLETED_WITH_EXCEPTIONS': {
      const said = sentence('campaign.exceptions', { count: state.exceptions });
      return because(null, [tell(said)], [said]);
    }
    case 'DRAFT': case 'AWAITING_APPROVAL': case 'SCHEDULED': case 'RUNNING': case 'CANCELLING': case 'CANCELLED': case 'COMPLETED': return because(null);
  }
}
