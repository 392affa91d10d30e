import { type VerdictView } from '@skein/persistence';
import { describe, expect, it } from 'vitest';
import { toVerdict } from './describe-verdict.ts';

const gate = { failurePercentMax: 10, verifiedPercentMin: 90, soakSeconds: 300, firstLook: 5, inconclusiveSecondsMax: 1800, lostMax: 1 };
const measures = { planned: 21, deferred: 1, failures: 2, failuresNotCounted: 0, overdue: 0, lost: 0, verified: 17, soaked: 16, soaking: [{ hostname: 'web-1', missingSeconds: 40, lastProblem: 'tcp 80 refused' }], unreadable: [] };
const stored = (more: Partial<VerdictView>): VerdictView => ({ gateEvaluationId: '1', wave: 2, kind: 'FAIL', detail: {}, evidence: { ...measures, gate }, at: new Date(0), ...more });

describe('a stored verdict', () => {
  it('shows each measure beside what it was compared with', () => {
    const { evidence } = toVerdict(stored({}));
    expect(evidence.filter(({ threshold }) => threshold !== null).map(({ name, value, threshold, samples }) => [name, value, threshold, samples])).toEqual([
      ['failures', '2', '2', 20], ['overdue', '0', '2', 20], ['lost', '0', '1', 20], ['verified', '17', '18', 20], ['soaked', '16', '18', 20], ['soaking', 'web-1 lacks 40 s: tcp 80 refused', '300 s', null],
    ]);
  });

  it.each([
    ['PASS', { verified: 18, needed: 18 }, '18 verified and soaked, 18 needed'],
    ['FAIL', { reason: 'failuresReachedStop', failed: 2, limit: 2 }, '2 failed, 2 stop the campaign'],
    ['FAIL', { reason: 'nodeLost', failed: 1, limit: 1 }, '1 lost, 1 stop the campaign'],
    ['INCONCLUSIVE', { missing: ['1 of 18 verified', 'probes of web-1'] }, 'missing: 1 of 18 verified; probes of web-1'],
    ['ERROR', { sources: ['node_health'] }, 'could not be read: node_health'],
    ['ERROR', {}, 'could not be read: not recorded'],
  ] as const)('says %s %j in a sentence', (kind, detail, message) => {
    expect(toVerdict(stored({ kind, detail })).message).toBe(message);
  });

  it('shows measures that it does not know', () => {
    expect(toVerdict(stored({ evidence: { newMeasure: { a: 1 } } })).evidence).toEqual([{ name: 'newMeasure', value: '{"a":1}', threshold: null, window: null, samples: null, query: null, sentence: null }]);
  });
});
