import { describe, expect, it } from 'vitest';
import { aVerdict } from '../testing/a-campaign.ts';
import { sayEnglish } from '../testing/say-english.ts';
import { gatesHeading, gateSummary, gateRows } from './gate-rows.ts';

const verdictOf = (rule: string, ...args: Parameters<typeof aVerdict>): string | undefined => gateRows(aVerdict(...args)).find((row) => row.rule === rule)?.verdict;

describe('the rows of a verdict', () => {
  it('watch a rule from 80 % of the way on, and fail it at its threshold', () => {
    expect(verdictOf('failures', { failures: 7 }, { stop: 10 })).toBe('pass');
    expect(verdictOf('failures', { failures: 8 }, { stop: 10 })).toBe('watch');
    expect(verdictOf('failures', { failures: 10 }, { stop: 10 })).toBe('fail');
  });

  it('count what is overdue as failed', () => {
    expect(gateRows(aVerdict({ failures: 1, overdue: 3 }, { stop: 4 })).find(({ rule }) => rule === 'failures')).toMatchObject({ value: 4, verdict: 'fail', way: 1 });
  });

  it('never pass a demand that is not met, and say how far it is', () => {
    const row = gateRows(aVerdict({ soaked: 30 }, { demand: 36 })).find(({ rule }) => rule === 'soaked');
    expect(row).toMatchObject({ verdict: 'inconclusive', value: 30 });
    expect(sayEnglish(row?.samples as never)).toBe('30 of 36');
  });

  it('never pass a wave in which nobody counted', () => {
    const verdict = aVerdict({ verified: 0, soaked: 0 }, { demand: 0 });
    const evidence = verdict.evidence.map((row) => (row.name === 'verified' || row.name === 'soaked' ? { ...row, samples: 0 } : row));
    expect(gateRows({ evidence }).filter(({ rule }) => rule === 'verified' || rule === 'soaked').map(({ verdict: kind }) => kind)).toEqual(['inconclusive', 'inconclusive']);
  });

  it('are an error where a source could not be read', () => {
    const { evidence } = aVerdict();
    expect(gateRows({ evidence: [...evidence, { name: 'unreadable', value: 'probes of sz', sentence: null, threshold: null, window: null, samples: null }] }).find(({ rule }) => rule === 'sources')).toMatchObject({ verdict: 'error', detail: [{ text: 'probes of sz', sentence: null }] });
  });

  it('leave out a rule that was not recorded, instead of passing it', () => {
    expect(gateRows({ evidence: [{ name: 'failures', value: 'not recorded', sentence: null, threshold: null, window: null, samples: null }] }).map(({ rule }) => rule)).toEqual(['sources']);
    expect(gateRows({ evidence: [] })).toEqual([]);
  });
});

describe('the heading over the gates', () => {
  it.each([
    ['All 5 gates pass', {}, {}],
    ['All 5 gates pass, 1 barely', { failures: 8 }, { stop: 10 }],
    ['4 of 5 gates pass, 1 barely; 1 lacks samples', { failures: 8, soaked: 3 }, { stop: 10 }],
    ['3 of 5 gates pass; 2 lack samples', { verified: 1, soaked: 0 }, {}],
    ['1 of 5 gates fails: Lost without a way back', { lost: 1 }, {}],
  ] as const)('says: %s', (heading, measures, parts) => {
    expect(sayEnglish(gatesHeading(gateRows(aVerdict(measures, parts))))).toBe(heading);
  });

  it('is a plain noun where nothing was judged', () => {
    expect(sayEnglish(gatesHeading([]))).toBe('Gates');
  });
});

describe('the summary in the ladder', () => {
  it('shows only what is not a plain pass, worst first', () => {
    expect(gateSummary(aVerdict({ failures: 8, soaked: 3 }, { stop: 10 }))).toEqual({ passing: 4, total: 5, notable: ['inconclusive', 'watch'] });
  });

  it('is nothing before the first evaluation', () => {
    expect(gateSummary(undefined)).toBeNull();
  });
});
