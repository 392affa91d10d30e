import { type Instant } from '../kernel/time.ts';
import { type Gate } from '../plan/plan.ts';
import { needed, stopAt } from './gate-thresholds.ts';
import { type Verdict } from './verdict.ts';
import { type WaveEvidence } from './wave-evidence.ts';

const nodes = (count: number): string => (count === 1 ? '1 node' : `${count} nodes`);

// A list for people: enough to know where to look, not two thousand names.
const namesMax = 5;

function whatIsMissing(gate: Gate, evidence: WaveEvidence, n: number, demand: number): string[] {
  const missing: string[] = [];
  if (n === 0) return ['no member of this wave could start, so nothing is known about the change'];
  const unverified = demand - evidence.verified;
  if (unverified > 0) missing.push(`${nodes(unverified)} more must be verified (${evidence.verified} of ${demand} needed)`);
  const unsoaked = demand - evidence.soaked;
  if (unsoaked > 0 && evidence.soaking.length > 0) {
    const slowest = [...evidence.soaking].sort((left, right) => right.missingSeconds - left.missingSeconds || (left.hostname < right.hostname ? -1 : 1));
    for (const run of slowest.slice(0, namesMax)) {
      const problem = run.lastProblem === null ? '' : `; last observation: ${run.lastProblem}`;
      missing.push(`${run.hostname} lacks ${Math.ceil(run.missingSeconds)} of ${gate.soakSeconds} s of good observations${problem}`);
    }
    if (slowest.length > namesMax) missing.push(`${nodes(slowest.length - namesMax)} more lack good observations`);
  } else if (unsoaked > 0 && unverified <= 0) {
    missing.push(`${nodes(unsoaked)} more must soak for ${gate.soakSeconds} s (${evidence.soaked} of ${demand} needed)`);
  }
  if (evidence.failuresNotCounted > 0 && unsoaked > 0) missing.push(`${nodes(evidence.failuresNotCounted)} failed without the target's fault; retry them`);
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
  if (missing.length > 0) return { kind: 'INCONCLUSIVE', missing };
  return { kind: 'PASS', verified: evidence.soaked, needed: demand };
}
