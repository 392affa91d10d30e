import { describe, expect, it } from 'vitest';
import { type CampaignState } from '../generated/documents.ts';
import { campaignEnd } from './campaign-end.ts';
import { isReached, readGoal } from './wait-campaign.ts';

const end = (state: CampaignState, more: { readonly stateReason?: string; readonly back?: number; readonly rolledBack?: boolean; readonly kind?: 'MIGRATE' | 'ROLLBACK' } = {}): number | null =>
  campaignEnd({ kind: more.kind ?? 'MIGRATE', state, stateReason: more.stateReason ?? null, summary: { migrated: 0, open: 0, rolledBack: more.back ?? 0 } }, { rolledBack: more.rolledBack ?? false });

describe('the end of a campaign', () => {
  it('is none while something may still move without a person', () => {
    expect((['DRAFT', 'AWAITING_APPROVAL', 'SCHEDULED', 'RUNNING', 'PAUSED', 'HALTING', 'CANCELLING'] as const).map((state) => end(state))).toEqual(Array(7).fill(null));
  });

  it('is good when every member reached the target, there or back', () => {
    expect([end('COMPLETED'), end('COMPLETED', { kind: 'ROLLBACK', back: 20 })]).toEqual([0, 0]);
  });

  it('tells a halt by a gate from a halt by a person', () => {
    expect([end('HALTED', { stateReason: 'failuresReachedStop' }), end('HALTED', { stateReason: 'nodeLost', back: 3 }), end('HALTED', { stateReason: 'operator' })]).toEqual([10, 10, 1]);
  });

  it('tells that nodes were brought back', () => {
    expect([end('HALTED', { stateReason: 'failuresReachedStop', rolledBack: true }), end('COMPLETED_WITH_EXCEPTIONS', { back: 1 }), end('CANCELLED', { rolledBack: true })]).toEqual([11, 11, 11]);
  });

  it('is bad otherwise', () => {
    expect([end('COMPLETED_WITH_EXCEPTIONS'), end('CANCELLED'), end('INVALID'), end('REJECTED'), end('COMPLETED_WITH_EXCEPTIONS', { kind: 'ROLLBACK', back: 4 })]).toEqual([1, 1, 1, 1, 1]);
  });
});

describe('what is waited for', () => {
  const wave = (number: number, state: 'PENDING' | 'SOAKING' | 'PASSED' | 'SKIPPED' | 'FAILED') => ({ number, state, members: 1, overdue: 0, missing: [], soakedSeconds: null, byStateClass: [], domains: [] });
  const campaign = { state: 'RUNNING' as const, approval: { approved: true }, startedAt: 'now', waves: [wave(1, 'PASSED'), wave(2, 'SOAKING'), wave(3, 'PENDING')] };

  it('is reached when the campaign has come so far', () => {
    expect(['approved', 'started', 'wave/1', 'wave/2', 'wave/9', 'completed'].map((goal) => isReached(readGoal(goal), campaign))).toEqual([true, true, true, false, false, false]);
    expect(isReached(readGoal('approved'), { ...campaign, approval: { approved: false } })).toBe(false);
  });

  it.each(['wave/0', 'wave/x', 'done', ''])('is one of a few words, not %s', (goal) => {
    expect(() => readGoal(goal)).toThrow('cannot wait for');
  });
});
