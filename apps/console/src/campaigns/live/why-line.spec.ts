import { describe, expect, it } from 'vitest';
import { type CampaignState } from '../../generated/documents.ts';
import { aCampaign, aVerdict } from '../testing/a-campaign.ts';
import { sayEnglish } from '../testing/say-english.ts';
import { gateRows } from './gate-rows.ts';
import { type WhyLine, whyLine } from './why-line.ts';

const detailOf = ({ detail }: WhyLine): string | null => (detail === null || 'key' in detail ? sayEnglish(detail) : 'written' in detail ? detail.written : detail.map(({ text }) => text).join('; '));

const told = (parts: Parameters<typeof aCampaign>[0], verdict = aVerdict()): readonly (string | null)[] => {
  const line = whyLine(aCampaign(parts), gateRows(verdict));
  return [sayEnglish(line.finding), detailOf(line), line.action === null ? null : line.action.kind === 'verb' ? line.action.verb : line.action.to];
};

describe('the line that says why', () => {
  it('warns when one more failure halts the campaign', () => {
    expect(told({}, aVerdict({ failures: 3 }, { stop: 4 }))).toEqual(['One more failure halts this campaign.', '3 failed or overdue; it halts at 4.', 'pause']);
  });

  it('does not warn of a limit of one that nothing has touched', () => {
    expect(told({}, aVerdict({}, { stop: 1 }))[0]).toBe('Wave 2: Admitting.');
  });

  it('puts what cannot be read before what is merely late', () => {
    const { evidence } = aVerdict();
    const blind = { ...aVerdict(), evidence: [...evidence, { name: 'unreadable', value: 'probes of sz', sentence: null, threshold: null, window: null, samples: null }] };
    expect(told({ overdue: 2 }, blind)).toEqual(['Evidence cannot be read, so no gate passes.', 'probes of sz', null]);
    expect(told({ overdue: 2 })[0]).toBe('2 runs are past their deadline.');
  });

  it.each([
    ['operator', 'Halted by a person.', 'resume'], ['failuresReachedStop', 'Halted: failures reached the limit of the gate.', 'retry'], ['nodeLost', 'Halted: a node was lost without a way back.', 'retry'],
    ['somethingNew', 'Halted.', 'retry'],
  ])('says of a halt for %s: %s', (stateReason, finding, action) => {
    expect(told({ state: 'HALTED', stateReason, holdingPermit: [] })).toEqual([finding, 'No run holds a permit.', action]);
  });

  it('counts what still moves after a halt', () => {
    expect(told({ state: 'HALTING', stateReason: 'operator' })[1]).toBe('3 past the point of no return still move, forward to verification or back.');
  });

  it('sends the approver to the request and the author to the editor', () => {
    expect(told({ state: 'AWAITING_APPROVAL' })[2]).toBe('/approvals/c1');
    expect(told({ state: 'INVALID', stateDetail: ['no node matches'] })).toEqual(['No plan can be made of it.', 'no node matches', '/campaigns/c1/edit']);
  });

  it.each(['DRAFT', 'INVALID', 'AWAITING_APPROVAL', 'REJECTED', 'SCHEDULED', 'RUNNING', 'PAUSED', 'HALTING', 'HALTED', 'CANCELLING', 'CANCELLED', 'COMPLETED', 'COMPLETED_WITH_EXCEPTIONS'] satisfies readonly CampaignState[])('has a sentence for %s', (state) => {
    const [finding] = told({ state });
    expect(finding).toMatch(/^[A-Z0-9].*\.$/);
    expect(finding).not.toContain('campaigns.');
  });
});
