import { type Instant } from '../kernel/time.ts';
import { type Gate } from '../plan/plan.ts';
import { sentence, type Sentence } from '../sentence/sentence.ts';
import { tell } from '../sentence/tell.ts';
import { needed, stopAt } from './gate-thresholds.ts';
import { type Verdict } from './verdict.ts';
import { type WaveEvidence } from './wave-evidence.ts';

// A list for people: enough to know where to look, not two thousand names.
const namesMax = 5;

/** Words of ours; everything else is what a probe said. */
const observed = new Map((['observation.nobodyLooked', 'observation.unknown', 'observation.bad'] as const).map((code) => [tell(sentence(code)), sentence(code)]));

/** What one soaking run lacks, and what was last seen of it: a probe's own words, or none where it had none. */
export function soakingSentence({ hostname, missingSeconds, lastProblem }: WaveEvidence['soaking'][number], soakSeconds: number): Sentence {
  const lacks = { hostname, seconds: Math.ceil(missingSeconds), soakSeconds };
  return lastProblem === null ? sentence('gate.unobserved', lacks) : sentence('gate.unobservedBecause', { ...lacks, problem: observed.get(lastProblem) ?? lastProblem });
}

function whatIsMissing(gate: Gate, evidence: WaveEvidence, n: number, demand: number): Sentence[] {
  const missing: Sentence[] = [];
  if (n === 0) return [sentence('gate.nobodyStarted')];
  const unverified = demand - evidence.verified;
  if (unverified > 0) missing.push(sentence('gate.unverified', { count: unverified, verified: evidence.verified, needed: demand }));
  const unsoaked = demand - evidence.soaked;
  if (unsoaked > 0 && evidence.soaking.length > 0) {
    const slowest = [...evidence.soaking].sort((left, right) => right.missingSeconds - left.missingSeconds || (left.hostname < right.hostname ? -1 : 1));
    missing.push(...slowest.slice(0, namesMax).map((run) => soakingSentence(run, gate.soakSeconds)));
    if (slowest.length > namesMax) missing.push(sentence('gate.moreUnobserved', { count: slowest.length - namesMax }));
  } else if (unsoaked > 0 && unverified <= 0) {
    missing.push(sentence('gate.unsoaked', { count: unsoaked, soakSeconds: gate.soakSeconds, soaked: evidence.soaked, needed: demand }));
  }
  if (evidence.failuresNotCounted > 0 && unsoaked > 0) missing.push(sentence('gate.notItsFault', { count: evidence.failuresNotCounted }));
  return missing;
}

/**
 * What the gate says of a wave. Bad news needs no complete evidence, so FAIL comes first; evidence that cannot be read beats
 * evidence that is not there yet; and nothing passes by absence: a wave in which nobody started is INCONCLUSIVE, and whether
 * it may be SKIPPED is `nextWaveState`'s decision, not a verdict. `now` is part of the question so that rules which look at the
 * clock can follow without another signature; this one does not.
 */
export function judgeWave(gate: Gate, evidence: WaveEvidence, _now: Instant): Verdict {
  const n = evidence.planned - evidence.deferred;
  const demand = needed(gate.verifiedPercentMin, n);
  const failed = evidence.failures + evidence.overdue;
  const limit = stopAt(gate.failurePercentMax, n);
  const lostLimit = Math.max(1, gate.lostMax);
  if (evidence.lost >= lostLimit) return { kind: 'FAIL', hardStop: true, reason: 'nodeLost', failed: evidence.lost, limit: lostLimit };
  if (failed >= limit) return { kind: 'FAIL', hardStop: false, reason: 'failuresReachedStop', failed, limit };
  if (evidence.unreadable.length > 0) return { kind: 'ERROR', sources: [...evidence.unreadable].sort() };
  const missing = whatIsMissing(gate, evidence, n, demand);
  if (missing.length > 0) return { kind: 'INCONCLUSIVE', missing: missing.map(tell), sentences: missing };
  return { kind: 'PASS', verified: evidence.soaked, needed: demand };
}
