import { describe, expect, it } from 'vitest';
import { type CampaignId } from '../kernel/ids.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { campaignTransitions, type CampaignStateKind } from './campaign-state.ts';
import { type ApplyCandidate, decideApply } from './decide-apply.ts';

const campaign = (id: string, state: CampaignStateKind, same: boolean): ApplyCandidate => ({ campaignId: id as CampaignId, state, same });
const answer = (...campaigns: readonly ApplyCandidate[]): string => {
  const decided = decideApply('web', campaigns);
  if (isRefusal(decided)) return decided.code;
  return decided.outcome === 'CREATED' ? 'CREATED' : `${decided.outcome} ${decided.campaignId}`;
};

describe('applying a document', () => {
  it('makes a campaign where none has its name', () => { expect(answer()).toBe('CREATED'); });

  it.each<[CampaignStateKind, string, string]>([
    ['DRAFT', 'UNCHANGED a', 'CHANGED a'], ['INVALID', 'UNCHANGED a', 'CHANGED a'], ['AWAITING_APPROVAL', 'UNCHANGED a', 'CHANGED a'], ['REJECTED', 'UNCHANGED a', 'CHANGED a'],
    ['SCHEDULED', 'UNCHANGED a', 'CHANGED a'], ['RUNNING', 'UNCHANGED a', 'campaignIsUnderWay'], ['PAUSED', 'UNCHANGED a', 'campaignIsUnderWay'],
    ['HALTING', 'UNCHANGED a', 'campaignIsUnderWay'], ['HALTED', 'UNCHANGED a', 'campaignIsUnderWay'], ['CANCELLING', 'UNCHANGED a', 'campaignIsUnderWay'],
    ['CANCELLED', 'CREATED', 'CREATED'], ['COMPLETED', 'UNCHANGED a', 'CREATED'], ['COMPLETED_WITH_EXCEPTIONS', 'UNCHANGED a', 'CREATED'],
  ])('to a campaign that is %s: %s when it says the same, else %s', (state, same, other) => {
    expect([answer(campaign('a', state, true)), answer(campaign('a', state, false))]).toEqual([same, other]);
  });

  it('knows every state', () => {
    for (const state of Object.keys(campaignTransitions) as CampaignStateKind[]) expect(answer(campaign('a', state, true))).toBe(state === 'CANCELLED' ? 'CREATED' : 'UNCHANGED a');
  });

  it('changes the one that may be changed, whatever else has the name', () => {
    expect(answer(campaign('new', 'DRAFT', false), campaign('old', 'RUNNING', true))).toBe('CHANGED new');
    expect(answer(campaign('new', 'CANCELLED', true), campaign('old', 'COMPLETED', true))).toBe('UNCHANGED old');
    expect(answer(campaign('new', 'COMPLETED', false), campaign('old', 'COMPLETED', true))).toBe('CREATED');
    expect(answer(campaign('a', 'DRAFT', true), campaign('b', 'SCHEDULED', true))).toBe('nameIsAmbiguous');
  });
});
