import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../kernel/time.ts';
import { type Gate } from '../plan/plan.ts';
import { tell } from '../sentence/tell.ts';
import { needed, permitsAllowed, stopAt } from './gate-thresholds.ts';
import { inconclusiveExpired } from './inconclusive-expired.ts';
import { judgeWave } from './judge-wave.ts';
import { soakIsOverdue, soakSlackSeconds } from './soak-overdue.ts';
import { verdictOrder } from './verdict.ts';
import { type WaveEvidence } from './wave-evidence.ts';

const gate: Gate = { failurePercentMax: 10, verifiedPercentMin: 80, soakSeconds: 60, firstLook: 5, inconclusiveSecondsMax: 60, lostMax: 1 };
const now = instant(1_000_000);
const evidence = (over: Partial<WaveEvidence> = {}): WaveEvidence => ({
  planned: 20, deferred: 0, failures: 0, failuresNotCounted: 0, overdue: 0, lost: 0, verified: 20, soaked: 20, soaking: [], unreadable: [], ...over,
});
const judge = (over: Partial<WaveEvidence> = {}, gateOver: Partial<Gate> = {}): ReturnType<typeof judgeWave> => judgeWave({ ...gate, ...gateOver }, evidence(over), now);

describe('thresholds (I-24)', () => {
  it.each([[10, 20, 2], [10, 19, 1], [10, 9, 1], [10, 0, 1], [0, 50, 1], [100, 7, 7], [12, 18, 2], [33, 3, 1]])('%d %% of %d failed nodes: stops at %d', (percent, n, expected) => {
    expect(stopAt(percent, n)).toBe(expected);
  });

  it.each([[80, 20, 16], [80, 19, 16], [80, 1, 1], [100, 7, 7], [1, 3, 1], [90, 10, 9], [80, 0, 0]])('%d %% of %d nodes must be verified: %d', (percent, n, expected) => {
    expect(needed(percent, n)).toBe(expected);
  });

  it('never loosen by rounding (property)', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 5000 }), (percent, n) => {
      if (stopAt(percent, n) > 1) expect(stopAt(percent, n) / n).toBeLessThanOrEqual(percent / 100);
      expect(stopAt(percent, n)).toBeGreaterThanOrEqual(1);
      expect(needed(percent, n) * 100).toBeGreaterThanOrEqual(percent * n);
    }));
  });

  it('stop at a tie', () => {
    expect(judge({ failures: 2 })).toEqual({ kind: 'FAIL', hardStop: false, reason: 'failuresReachedStop', failed: 2, limit: 2 });
    expect(judge({ failures: 1, verified: 19, soaked: 19 }).kind).toBe('PASS');
  });
});

describe('the judge', () => {
  it('passes a wave that is verified and soaked, and says by how much', () => {
    expect(judge({ failures: 1, verified: 19, soaked: 19 })).toEqual({ kind: 'PASS', verified: 19, needed: 16 });
  });

  it('counts an overdue run as a failure', () => {
    expect(judge({ failures: 1, overdue: 1, verified: 18, soaked: 18 })).toMatchObject({ kind: 'FAIL', failed: 2 });
  });

  it('takes deferred members out of the denominator', () => {
    expect(judge({ planned: 20, deferred: 10, failures: 1, verified: 9, soaked: 9 })).toMatchObject({ kind: 'FAIL', limit: 1 });
    expect(judge({ planned: 20, deferred: 10, verified: 8, soaked: 8 })).toEqual({ kind: 'PASS', verified: 8, needed: 8 });
  });

  it('stops hard at a lost node, whatever the percentages say', () => {
    expect(judge({ planned: 1000, failures: 1, lost: 1, verified: 999, soaked: 999 })).toEqual({ kind: 'FAIL', hardStop: true, reason: 'nodeLost', failed: 1, limit: 1 });
    expect(judge({ planned: 1000, failures: 1, lost: 1, verified: 999, soaked: 999 }, { lostMax: 2 }).kind).toBe('PASS');
    expect(judge({}, { lostMax: 0 }).kind).toBe('PASS');
  });

  it('does not count failures of the infrastructure against the target, and does not take them for verified either', () => {
    expect(judge({ failuresNotCounted: 4, verified: 16, soaked: 16 }).kind).toBe('PASS');
    expect(judge({ failuresNotCounted: 5, verified: 15, soaked: 15 })).toMatchObject({
      kind: 'INCONCLUSIVE', missing: ['1 node more must be verified (15 of 16 needed)', '5 nodes failed without the target\'s fault; retry them'],
    });
  });

  it('is an ERROR when a source cannot be read', () => {
    expect(judge({ unreadable: ['probe web-2', 'probe web-1'] })).toEqual({ kind: 'ERROR', sources: ['probe web-1', 'probe web-2'] });
  });

  it('says whose observations are missing, the slowest first and not all of them', () => {
    const soaking = Array.from({ length: 7 }, (_, index) => ({ hostname: `web-${index}`, missingSeconds: 10 + index, lastProblem: index === 6 ? 'no data' : null }));
    const verdict = judge({ verified: 20, soaked: 13, soaking });
    expect(verdict).toMatchObject({ kind: 'INCONCLUSIVE', missing: expect.arrayContaining(['web-6 lacks 16 of 60 s of good observations; last observation: no data', '2 nodes more lack good observations']) as string[] });
    expect(verdict.kind === 'INCONCLUSIVE' && verdict.sentences.map(tell)).toEqual(verdict.kind === 'INCONCLUSIVE' && verdict.missing);
  });

  it('never passes a wave in which nobody started', () => {
    expect(judge({ planned: 5, deferred: 5, verified: 0, soaked: 0 })).toMatchObject({ kind: 'INCONCLUSIVE', missing: ['no member of this wave could start, so nothing is known about the change'] });
    expect(judge({ planned: 0, verified: 0, soaked: 0 }).kind).toBe('INCONCLUSIVE');
  });

  it('does not take verified for soaked', () => {
    expect(judge({ verified: 20, soaked: 15, soaking: [] })).toMatchObject({ kind: 'INCONCLUSIVE', missing: ['1 node more must soak for 60 s (15 of 16 needed)'] });
  });
});

/** Any evidence that rows could add up to. */
const anyEvidence = fc.record({
  succeeded: fc.nat(30), failures: fc.nat(5), failuresNotCounted: fc.nat(5), overdue: fc.nat(5), lost: fc.nat(3), deferred: fc.nat(10), waiting: fc.nat(5),
  soaking: fc.array(fc.record({ hostname: fc.string(), missingSeconds: fc.nat(100), lastProblem: fc.option(fc.string()) }), { maxLength: 8 }),
  unreadable: fc.array(fc.string(), { maxLength: 3 }),
}).map((rows): WaveEvidence => {
  const failures = rows.failures + rows.lost;
  const started = rows.succeeded + failures + rows.failuresNotCounted + rows.overdue + rows.soaking.length + rows.waiting;
  return {
    planned: started + rows.deferred, deferred: rows.deferred, failures, failuresNotCounted: rows.failuresNotCounted, overdue: rows.overdue, lost: rows.lost,
    verified: rows.succeeded + rows.soaking.length, soaked: rows.succeeded, soaking: rows.soaking, unreadable: rows.unreadable,
  };
});
const anyGate = fc.record({
  failurePercentMax: fc.integer({ min: 0, max: 100 }), verifiedPercentMin: fc.integer({ min: 1, max: 100 }), soakSeconds: fc.nat(1000), firstLook: fc.integer({ min: 1, max: 10 }),
  inconclusiveSecondsMax: fc.integer({ min: 1, max: 1000 }), lostMax: fc.integer({ min: 1, max: 5 }),
});
const rank = (kind: (typeof verdictOrder)[number]): number => verdictOrder.indexOf(kind);

describe('the judge, for any evidence', () => {
  it('passes only with enough verified and soaked runs, nothing unreadable and fewer failures than the stop (I-6, property)', () => {
    fc.assert(fc.property(anyGate, anyEvidence, (someGate, seen) => {
      const n = seen.planned - seen.deferred;
      if (judgeWave(someGate, seen, now).kind !== 'PASS') return;
      expect(n).toBeGreaterThan(0);
      expect(seen.soaked).toBeGreaterThanOrEqual(Math.max(1, needed(someGate.verifiedPercentMin, n)));
      expect(seen.unreadable).toEqual([]);
      expect(seen.failures + seen.overdue).toBeLessThan(stopAt(someGate.failurePercentMax, n));
      expect(seen.lost).toBeLessThan(someGate.lostMax);
    }), { numRuns: 1000 });
  });

  it('says FAIL before ERROR before INCONCLUSIVE before PASS, whatever the order of the evidence (I-25, property)', () => {
    fc.assert(fc.property(anyGate, anyEvidence, (someGate, seen) => {
      const n = seen.planned - seen.deferred;
      const fails = seen.failures + seen.overdue >= stopAt(someGate.failurePercentMax, n) || seen.lost >= someGate.lostMax;
      const verdict = judgeWave(someGate, seen, now);
      expect(verdict.kind === 'FAIL').toBe(fails);
      if (!fails) expect(verdict.kind === 'ERROR').toBe(seen.unreadable.length > 0);
      expect(judgeWave(someGate, { ...seen, soaking: [...seen.soaking].reverse(), unreadable: [...seen.unreadable].reverse() }, now).kind).toBe(verdict.kind);
    }), { numRuns: 1000 });
  });

  it('never gets better by bad news (property)', () => {
    fc.assert(fc.property(anyGate, anyEvidence, (someGate, seen) => {
      const before = rank(judgeWave(someGate, seen, now).kind);
      expect(rank(judgeWave(someGate, { ...seen, unreadable: [...seen.unreadable, 'x'] }, now).kind)).toBeGreaterThanOrEqual(before);
      if (seen.soaked > 0) expect(rank(judgeWave(someGate, { ...seen, failures: seen.failures + 1, verified: seen.verified - 1, soaked: seen.soaked - 1 }, now).kind)).toBeGreaterThanOrEqual(before);
      expect(rank(judgeWave(someGate, { ...seen, lost: seen.lost + 1 }, now).kind)).toBeGreaterThanOrEqual(before);
    }), { numRuns: 1000 });
  });

  it('says what is missing whenever it is INCONCLUSIVE (property)', () => {
    fc.assert(fc.property(anyGate, anyEvidence, (someGate, seen) => {
      const verdict = judgeWave(someGate, seen, now);
      if (verdict.kind === 'INCONCLUSIVE') expect(verdict.missing.length).toBeGreaterThan(0);
    }));
  });
});

describe('first look, soak and patience', () => {
  it('lets few runs start until the first has verified', () => {
    expect(permitsAllowed(gate, { verified: 0, planned: 100 })).toBe(5);
    expect(permitsAllowed(gate, { verified: 1, planned: 100 })).toBe(100);
    expect(permitsAllowed(gate, { verified: 0, planned: 3 })).toBe(3);
  });

  it('bounds the time that a wave may be INCONCLUSIVE', () => {
    expect(inconclusiveExpired(gate, instant(0), instant(59_999))).toBe(false);
    expect(inconclusiveExpired(gate, instant(0), instant(60_000))).toBe(true);
    expect(inconclusiveExpired(gate, null, instant(60_000))).toBe(false);
  });

  it('stops being patient with a soak some rounds after its time', () => {
    const due = (gate.soakSeconds + soakSlackSeconds) * 1000;
    expect(soakIsOverdue(gate, instant(0), instant(due - 1))).toBe(false);
    expect(soakIsOverdue(gate, instant(0), instant(due))).toBe(true);
    expect(soakIsOverdue(gate, null, instant(due))).toBe(false);
  });
});
