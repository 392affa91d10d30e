import { type RunIntent } from '../run/run-state.ts';
import { type CampaignVerb } from './campaign-state.ts';

/** The intent that a verb writes to every open run of its campaign; null: runs are left as they are. */
export function runIntentOf(verb: CampaignVerb): RunIntent | null {
  if (verb === 'hold') return 'hold';
  if (verb === 'cancel') return 'cancel';
  if (verb === 'resume') return 'continue';
  return null;
}
