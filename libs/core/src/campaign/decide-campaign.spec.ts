import { describe, expect, it } from 'vitest';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { mayFollow } from '../kernel/transition-table.ts';
import { type CampaignState, type CampaignStateKind, campaignTransitions, type CampaignVerb } from './campaign-state.ts';
import { type CampaignContext, decideCampaign } from './decide-campaign.ts';
import { runIntentOf } from './run-intent-of.ts';

const quiet: CampaignContext = { problems: [], gateBlocks: false, rollbackRunning: false, retryableRuns: 1, reason: 'not now' };

const states: Record<CampaignStateKind, CampaignState> = {
  DRAFT: { kind: 'DRAFT' },
  INVALID: { kind: 'INVALID', problems: ['x'] },
  AWAITING_APPROVAL: { kind: 'AWAITING_APPROVAL' },
  REJECTED: { kind: 'REJECTED', reason: 'x' },
  SCHEDULED: { kind: 'SCHEDULED' },
  RUNNING: { kind: 'RUNNING' },
  PAUSED: { kind: 'PAUSED', reason: 'operator' },
  HALTING: { kind: 'HALTING', reason: 'operator' },
  HALTED: { kind: 'HALTED', reason: 'operator' },
  CANCELLING: { kind: 'CANCELLING' },
  CANCELLED: { kind: 'CANCELLED' },
  COMPLETED: { kind: 'COMPLETED' },
  COMPLETED_WITH_EXCEPTIONS: { kind: 'COMPLETED_WITH_EXCEPTIONS', exceptions: 1 },
};
const kinds = Object.keys(states) as CampaignStateKind[];

// Rows are verbs, columns the states from which they are accepted and where they lead; everything else is refused.
const accepted: Record<CampaignVerb, Partial<Record<CampaignStateKind, CampaignStateKind>>> = {
  submit: { DRAFT: 'AWAITING_APPROVAL', INVALID: 'AWAITING_APPROVAL' },
  approve: { AWAITING_APPROVAL: 'SCHEDULED' },
  deny: { AWAITING_APPROVAL: 'REJECTED' },
  start: { SCHEDULED: 'RUNNING' },
  pause: { RUNNING: 'PAUSED', PAUSED: 'PAUSED', HALTING: 'HALTING', HALTED: 'HALTED', CANCELLING: 'CANCELLING' },
  hold: { RUNNING: 'PAUSED', PAUSED: 'PAUSED', HALTING: 'HALTING', HALTED: 'HALTED', CANCELLING: 'CANCELLING' },
  halt: { RUNNING: 'HALTING', PAUSED: 'HALTING', HALTING: 'HALTING', HALTED: 'HALTED', CANCELLING: 'CANCELLING' },
  resume: { PAUSED: 'RUNNING', HALTED: 'RUNNING' },
  cancel: {
    DRAFT: 'CANCELLED', INVALID: 'CANCELLED', AWAITING_APPROVAL: 'CANCELLED', SCHEDULED: 'CANCELLED', RUNNING: 'CANCELLING', PAUSED: 'CANCELLING',
    HALTING: 'CANCELLING', HALTED: 'CANCELLING', CANCELLING: 'CANCELLING', CANCELLED: 'CANCELLED',
  },
  retry: { RUNNING: 'RUNNING', PAUSED: 'PAUSED', HALTED: 'HALTED', COMPLETED_WITH_EXCEPTIONS: 'RUNNING' },
  revise: { DRAFT: 'DRAFT', INVALID: 'DRAFT', AWAITING_APPROVAL: 'DRAFT', REJECTED: 'DRAFT', SCHEDULED: 'DRAFT' },
};
const verbs = Object.keys(accepted) as CampaignVerb[];
const cases = verbs.flatMap((verb) => kinds.map((kind) => [verb, kind, accepted[verb][kind] ?? 'refused'] as const));

describe('verbs on a campaign', () => {
  it.each(cases)('%s of a campaign that is %s: %s', (verb, kind, expected) => {
    const next = decideCampaign(verb, states[kind], quiet);
    if (expected === 'refused') {
      expect(next).toMatchObject({ refused: true, hint: expect.stringMatching(/\w/) as string });
      return;
    }
    expect(next).toMatchObject({ kind: expected });
    // The table is the law: a verb never leads where it does not, and staying is the same object.
    if (next !== states[kind]) expect(mayFollow(campaignTransitions, kind, expected)).toBe(true);
  });

  it('stopping is accepted wherever starting or resuming would be possible next, or is running', () => {
    for (const kind of ['RUNNING', 'PAUSED', 'HALTING', 'HALTED', 'CANCELLING'] as const) {
      for (const verb of ['pause', 'hold', 'halt', 'cancel'] as const) expect(isRefusal(decideCampaign(verb, states[kind], { ...quiet, gateBlocks: true, rollbackRunning: true }))).toBe(false);
    }
  });

  it('marks a campaign INVALID and says why when its plan has problems', () => {
    const problems = [refuse('specInvalid', 'a wave takes at least one node')];
    expect(decideCampaign('submit', states.DRAFT, { ...quiet, problems })).toEqual({ kind: 'INVALID', problems: ['a wave takes at least one node'], sentences: [{ code: 'refusal.specInvalid', values: {} }] });
  });

  it('keeps the reason of a denial', () => {
    expect(decideCampaign('deny', states.AWAITING_APPROVAL, { ...quiet, reason: 'wave 1 is too big' })).toEqual({ kind: 'REJECTED', reason: 'wave 1 is too big' });
  });

  it.each(['PAUSED', 'HALTED'] as const)('does not resume past a gate without a retry (%s)', (kind) => {
    expect(decideCampaign('resume', states[kind], { ...quiet, gateBlocks: true })).toMatchObject({ code: 'gateBlocks', hint: expect.stringContaining('Retry') as string });
  });

  it('does not resume while its rollback runs', () => {
    expect(decideCampaign('resume', { kind: 'PAUSED', reason: 'rollbackRunning' }, { ...quiet, rollbackRunning: true })).toMatchObject({ code: 'rollbackRunning' });
  });

  it('refuses a retry when there is nothing to retry', () => {
    expect(decideCampaign('retry', states.HALTED, { ...quiet, retryableRuns: 0 })).toMatchObject({ code: 'nothingToRetry' });
  });

  it.each([
    ['siteUnattended', 'operator'], ['rollbackRunning', 'operator'], ['hold', 'hold'], ['gateFailed', 'gateFailed'], ['gateInconclusive', 'gateInconclusive'], ['operator', 'operator'],
  ] as const)('an operator\'s pause of a campaign paused for %s leaves the reason %s', (before, after) => {
    expect(decideCampaign('pause', { kind: 'PAUSED', reason: before }, quiet)).toEqual({ kind: 'PAUSED', reason: after });
  });

  it('writes an intent to runs only for verbs that mean one', () => {
    expect(verbs.filter((verb) => runIntentOf(verb) !== null).map((verb) => [verb, runIntentOf(verb)])).toEqual([['hold', 'hold'], ['resume', 'continue'], ['cancel', 'cancel']]);
  });
});
