import { type Refusal } from '../kernel/refusal.ts';
import { type CampaignSpec } from './plan.ts';

/** Everything that is wrong with a campaign document, each with the path of its field; empty: nothing. */
export function validateSpec(_spec: CampaignSpec): readonly Refusal[] {
  throw new Error('validateSpec is not written yet');
}
