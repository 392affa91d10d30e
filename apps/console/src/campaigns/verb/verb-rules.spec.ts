import { describe, expect, it } from 'vitest';
import { aCampaign, mayAll, runCounts } from '../testing/a-campaign.ts';
import { sayEnglish } from '../testing/say-english.ts';
import { type Phrase } from '../phrase.ts';
import { whyNot } from './verb-availability.ts';
import { rollbackCount, verbEffects } from './verb-effects.ts';
import { type CampaignVerb, verbRules } from './verb-rules.ts';

describe('friction', () => {
  it.each(['halt', 'pause', 'hold'] as const)('of %s is one confirmation that asks for nothing and needs no live data', (verb) => {
    expect(verbRules[verb]).toEqual({ friction: 'confirm', reason: 'optional', needsLive: false, namesVersion: false });
  });

  it.each(['start', 'approve', 'rollback'] as const)('of %s is the name and a reason, from live data', (verb) => {
    expect(verbRules[verb]).toEqual({ friction: 'typed', reason: 'required', needsLive: true, namesVersion: true });
  });
});

describe('a verb while nothing is heard of the api', () => {
  it.each(['start', 'approve', 'rollback', 'retry', 'resume'] as const)('%s is refused, whatever was allowed', (verb) => {
    expect(sayEnglish(whyNot(verb, mayAll, true) as Phrase)).toContain('No live data');
  });

  it.each(['halt', 'pause', 'hold'] as const)('%s is possible, even if it was not allowed when last heard', (verb) => {
    const can = { ...mayAll, [verb]: { allowed: false, reason: 'the campaign is DRAFT, so nothing of it runs' } };
    expect(whyNot(verb, can, true)).toBeNull();
    expect(whyNot(verb, can, false)).toBe('the campaign is DRAFT, so nothing of it runs');
  });
});

describe('the counted effects', () => {
  const lines = (verb: CampaignVerb, ...choice: [Parameters<typeof verbEffects>[2]?]): readonly string[] => verbEffects(verb, aCampaign(), ...choice).map(({ count, text }) => `${String(count)} ${sayEnglish(text) ?? ''}`);

  it('of a halt tell apart what is undone, what finishes, what soaks and what never began', () => {
    expect(lines('halt')).toEqual(['3 in flight stop at their next safe point and are undone', '3 are past the point of no return and finish or restore', '2 are changed already and go on soaking', '261 do not start']);
  });

  it('of a halt say so when nobody is past the point of no return', () => {
    expect(verbEffects('halt', aCampaign({ counts: [] })).map(({ count }) => count)).toEqual([0, 261]);
  });

  it('of a pause are that everybody under way goes on', () => {
    expect(lines('pause')).toEqual(['8 under way go on', '261 do not start']);
  });

  it('of a rollback count only what is changed and healthy in the scope', () => {
    expect(rollbackCount(aCampaign(), { kind: 'campaign' })).toBe(32);
    expect(rollbackCount(aCampaign(), { kind: 'wave', wave: 2 })).toBe(29);
    expect(rollbackCount(aCampaign(), { kind: 'wave', wave: 3 })).toBe(0);
    expect(lines('rollback', { scope: { kind: 'wave', wave: 1 }, concurrencyMax: 10 })[0]).toBe('3 changed nodes are brought back');
  });

  it('of a retry take quarantined nodes only when somebody answers for them', () => {
    const campaign = aCampaign({ counts: runCounts({ FAILED_CLEAN: 2, QUARANTINED: 1 }) });
    expect(verbEffects('retry', campaign).map(({ count }) => count)).toEqual([2]);
    expect(verbEffects('retry', campaign, { quarantined: true }).map(({ count }) => count)).toEqual([2, 1]);
  });

  it('of a start are the size of the plan', () => {
    expect(lines('start', { concurrencyMax: 10 })).toEqual(['300 nodes in the plan', '3 waves', '3 nodes in the first wave', '10 at once at most']);
  });
});
