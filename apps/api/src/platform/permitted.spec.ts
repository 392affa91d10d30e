import { refuse } from '@skein/core';
import { describe, expect, it } from 'vitest';
import { toPermitted } from './permitted.ts';

describe('what somebody may do', () => {
  it('needs no reason when it is allowed', () => {
    expect(toPermitted(null, 'olga')).toEqual({ allowed: true, reason: null, code: null });
  });

  it('says why not and what to do next, under the code that the verb would be refused with', () => {
    expect(toPermitted(refuse('campaignNotScheduled', 'a campaign that is DRAFT cannot be started', { hint: 'Submit it first.' }), 'olga'))
      .toEqual({ allowed: false, reason: 'A campaign that is DRAFT cannot be started. Submit it first.', code: 'campaignNotScheduled' });
  });

  it('writes people as they write themselves', () => {
    expect(toPermitted(refuse('authorMayNotApprove', 'olga wrote this campaign'), 'olga').reason).toBe('olga wrote this campaign.');
  });
});
