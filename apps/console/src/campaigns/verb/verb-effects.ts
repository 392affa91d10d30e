import { haltActionFor } from '@skein/core';
import { type CampaignPagePartsFragment, type RunState } from '../../generated/documents.ts';
import { countOf as classCountOf } from '../../kit/bar-parts.ts';
import { type campaigns } from '../../i18n/en/campaigns.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { type CampaignVerb } from './verb-rules.ts';

/** A counted line of a dialog: so many nodes, and what happens to them. */
export interface Effect {
  readonly count: number;
  readonly text: Phrase;
}

/** What a rollback brings back. */
export type RollbackScope = { readonly kind: 'campaign' } | { readonly kind: 'wave'; readonly wave: number };

type Counts = readonly { readonly state: RunState; readonly count: number }[];
export type EffectCampaign = Pick<CampaignPagePartsFragment, 'counts' | 'byStateClass' | 'waves' | 'revision' | 'holdingPermit'>;

const countOf = (counts: Counts, states: readonly RunState[]): number => counts.reduce((sum, { state, count }) => sum + (states.includes(state) ? count : 0), 0);
const countFor = (counts: Counts, action: ReturnType<typeof haltActionFor>): number => counts.reduce((sum, { state, count }) => sum + (haltActionFor(state) === action ? count : 0), 0);
const effect = (count: number, what: keyof (typeof campaigns)['effect']): Effect => ({ count, text: phrase(`campaigns.effect.${what}`, { count }) });
const some = (effects: readonly Effect[]): readonly Effect[] => effects.filter(({ count }) => count > 0);

/** Runs whose node is changed and healthy: what a rollback can bring back. */
const changed: readonly RunState[] = ['SUCCEEDED', 'SOAKING'];
const retryable: readonly RunState[] = ['BLOCKED', 'DEFERRED', 'FAILED_CLEAN', 'RESTORED', 'QUARANTINED'];

export const rollbackCount = (campaign: EffectCampaign, scope: RollbackScope): number =>
  countOf(scope.kind === 'campaign' ? campaign.counts : (campaign.waves.find(({ number }) => number === scope.wave)?.counts ?? []), changed);

/** What a verb would do to the nodes, from the counts on the screen. */
export function verbEffects(verb: CampaignVerb, campaign: EffectCampaign, choice: { readonly scope?: RollbackScope; readonly concurrencyMax?: number | null; readonly quarantined?: boolean } = {}): readonly Effect[] {
  const { counts } = campaign;
  const notStarted = classCountOf(campaign.byStateClass, 'NOT_STARTED');
  const finishing = countFor(counts, 'finish');
  const soaking = countFor(counts, 'soak');
  const underWay = countFor(counts, 'stop') + countFor(counts, 'undo') - countOf(counts, ['PLANNED']);
  switch (verb) {
    case 'halt': case 'hold': case 'cancel':
      return [...some([effect(underWay, 'stopAndUndo')]), effect(finishing, 'finishOrRestore'), ...some([effect(soaking, 'goOnSoaking')]), effect(notStarted, verb === 'cancel' ? 'neverStart' : 'doNotStart')];
    case 'pause': return [effect(underWay + finishing + soaking, 'goOn'), effect(notStarted, 'doNotStart')];
    case 'resume': return [effect(notStarted, 'mayStart')];
    case 'retry': return some([effect(countOf(counts, retryable) - countOf(counts, ['QUARANTINED']), 'triedAgain'), effect(choice.quarantined === true ? countOf(counts, ['QUARANTINED']) : 0, 'quarantineCleared')]);
    case 'start': case 'approve': case 'submit': case 'deny': return [
      effect(campaign.revision?.members ?? 0, verb === 'deny' ? 'notTouched' : 'planned'), effect(campaign.waves.length, 'waves'),
      ...some([effect(campaign.waves[0]?.members ?? 0, 'firstWave'), effect(choice.concurrencyMax ?? 0, 'atOnce')]),
    ];
    case 'rollback': return [
      effect(rollbackCount(campaign, choice.scope ?? { kind: 'campaign' }), 'broughtBack'), ...some([effect(choice.concurrencyMax ?? 0, 'backAtOnce'), effect(finishing, 'finishFirst')]),
    ];
    case 'revise': return [];
  }
}
