import { type CampaignCanPartsFragment } from '../../generated/documents.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { type CampaignVerb, verbRules } from './verb-rules.ts';

/** null: the verb may be pressed. A string is the api's own reason. */
export type WhyNot = Phrase | string | null;

/**
 * Why a verb may not be used now. While nothing is heard of the api, what starts work is refused whatever was last allowed, and what stops work
 * is never refused: what was last heard may be wrong, and the api decides again anyway.
 */
export function whyNot(verb: CampaignVerb, can: CampaignCanPartsFragment, stale: boolean): WhyNot {
  if (!stale) return can[verb].allowed ? null : (can[verb].reason ?? phrase('campaigns.verb.notNow'));
  if (verbRules[verb].needsLive) return phrase('campaigns.verb.stale');
  return verb === 'halt' || verb === 'pause' || verb === 'hold' || can[verb].allowed ? null : (can[verb].reason ?? phrase('campaigns.verb.notNow'));
}
