import { describe, expect, it } from 'vitest';
import { remedySentence, runRemedySentence } from './remedy-sentence.ts';
import { names, sentence } from './sentence.ts';
import { sentenceTexts } from './sentence-texts.ts';
import { tell } from './tell.ts';

describe('a sentence', () => {
  it('is told with its values, lists cut to what people read', () => {
    expect(tell(sentence('finding.noPath', { from: 'centos-8.5', to: 'tencentos-4' }))).toBe('no way leads from centos-8.5 to tencentos-4');
    expect(tell(sentence('finding.versionLocks', { packages: names(['a', 'b', 'c'], 2) }))).toBe('locked: a, b and 1 more');
  });

  it('is in the number that its count asks for', () => {
    expect([1, 2].map((count) => tell(sentence('gate.moreUnobserved', { count })))).toEqual(['1 node more lacks good observations', '2 nodes more lack good observations']);
  });

  it('holds sentences, words of closed sets and moments', () => {
    expect(tell(sentence('finding.unreadable', { fact: sentence('fact.space', { where: '/boot' }) }))).toBe('could not be read: free space of /boot');
    expect(tell(sentence('obstacle.inChange', { state: { term: 'runState.APPLYING' } }))).toBe('the node is in change: its run is APPLYING');
    expect(tell(sentence('outage.siteAway', { site: 'sz', since: { at: '2026-11-21T10:02:03.000Z' } }))).toContain('site sz since 2026-11-21 10:02 UTC:');
  });

  it('does not fill in what a value brings along', () => {
    expect(tell(sentence('finding.serviceProbe', { detail: '%{detail} |||| $&' }))).toBe('service probe: %{detail} |||| $&');
  });
});

describe('what to do about it', () => {
  it('is found again by its text, so each is said only once', () => {
    for (const [name, text] of Object.entries(sentenceTexts.remedy)) expect(remedySentence(text)).toEqual({ code: `remedy.${name}`, values: {} });
    expect(remedySentence('Something of another version.')).toBeNull();
  });

  it('is there for a run that ended without its change, and not for one that goes well', () => {
    expect(runRemedySentence({ kind: 'FAILED_CLEAN', reason: 'drainFailed', failureClass: 'INFRA' })).toEqual({ code: 'runRemedy.drainFailed', values: {} });
    expect(runRemedySentence({ kind: 'SOAKING' })).toBeNull();
  });
});
