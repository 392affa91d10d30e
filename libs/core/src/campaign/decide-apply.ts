import { type CampaignId } from '../kernel/ids.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type CampaignStateKind } from './campaign-state.ts';

/** A campaign that has the name of the document which is applied. */
export interface ApplyCandidate {
  readonly campaignId: CampaignId;
  readonly state: CampaignStateKind;
  /** Whether it says what the document says. */
  readonly same: boolean;
}

export type ApplyDecision =
  | { readonly outcome: 'CREATED' }
  | { readonly outcome: 'CHANGED'; readonly campaignId: CampaignId }
  | { readonly outcome: 'UNCHANGED'; readonly campaignId: CampaignId };

const changeable: readonly CampaignStateKind[] = ['DRAFT', 'INVALID', 'AWAITING_APPROVAL', 'REJECTED', 'SCHEDULED'];
const underWay: readonly CampaignStateKind[] = ['RUNNING', 'PAUSED', 'HALTING', 'HALTED', 'CANCELLING'];

/**
 * What applying a document does, by the campaigns of its name, newest first. A document that says what a campaign says already does
 * nothing, however often it is applied, also while that campaign runs and after it has completed. A cancelled campaign was given up,
 * so its document makes a new one.
 */
export function decideApply(name: string, campaigns: readonly ApplyCandidate[]): ApplyDecision | Refusal {
  const open = campaigns.filter(({ state }) => changeable.includes(state));
  if (open.length > 1) {
    return refuse('nameIsAmbiguous', `${String(open.length)} campaigns that may still be changed are called ${name}`, { field: ['document', 'metadata', 'name'], hint: 'Cancel or rename all but one of them.' });
  }
  const [only] = open;
  if (only !== undefined) return { outcome: only.same ? 'UNCHANGED' : 'CHANGED', campaignId: only.campaignId };
  const running = campaigns.filter(({ state }) => underWay.includes(state));
  const same = (running.length > 0 ? running : campaigns.filter(({ state }) => state !== 'CANCELLED').slice(0, 1)).find((campaign) => campaign.same);
  if (same !== undefined) return { outcome: 'UNCHANGED', campaignId: same.campaignId };
  const [first] = running;
  if (first === undefined) return { outcome: 'CREATED' };
  return refuse('campaignIsUnderWay', `the campaign ${name} is ${first.state}, and what it runs by cannot be changed`, {
    field: ['document', 'metadata', 'name'], hint: 'Wait until it has ended, cancel it, or give the document another name.',
  });
}
