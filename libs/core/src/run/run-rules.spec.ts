import { describe, expect, it } from 'vitest';
import { mayFollow } from '../kernel/transition-table.ts';
import { instant } from '../kernel/time.ts';
import { failureClassOf, failureCounts } from './failure-class-of.ts';
import { type HaltAction, haltActionFor } from './halt-action-for.ts';
import { outageOf } from './outage-of.ts';
import { type FailureReason, runHoldsLease, runHoldsPermit, runIsDeferred, runIsOpen, type RunStateKind, runTransitions } from './run-state.ts';

const kinds = Object.keys(runTransitions) as RunStateKind[];

const haltTable: Record<RunStateKind, HaltAction> = {
  PLANNED: 'stop', PREFLIGHT: 'stop', STAGING: 'stop', STAGED: 'stop', LEASED: 'undo', DRAINING: 'undo', PROTECTING: 'undo', UNDOING: 'undo', APPLYING: 'finish', REBOOTING: 'finish',
  VERIFYING: 'finish', RESTORING: 'finish', SOAKING: 'soak', BLOCKED: 'none', SUCCEEDED: 'none', FAILED_CLEAN: 'none', RESTORED: 'none', QUARANTINED: 'none', DEFERRED: 'none', CANCELLED: 'none',
};

describe('what a halt means for a run', () => {
  it.each(kinds)('%s', (kind) => {
    expect(haltActionFor(kind)).toBe(haltTable[kind]);
  });

  it('agrees with who holds a permit, a lease, or has ended', () => {
    for (const kind of kinds) {
      const action = haltActionFor(kind);
      expect(action === 'finish').toBe(runHoldsPermit(kind));
      expect(action === 'undo' || action === 'finish').toBe(runHoldsLease(kind));
      expect(action === 'none').toBe(!runIsOpen(kind));
    }
  });

  it('undoes by a way that the table knows, and never back over a permit', () => {
    for (const kind of kinds.filter((one) => haltActionFor(one) === 'undo' && one !== 'UNDOING')) expect(mayFollow(runTransitions, kind, 'UNDOING')).toBe(true);
    for (const kind of ['REBOOTING', 'VERIFYING', 'SOAKING'] as const) expect(mayFollow(runTransitions, kind, 'STAGED')).toBe(false);
  });
});

describe('states of a run', () => {
  it('are each in exactly one bucket, so that counts always add up to the plan (I-16)', () => {
    const buckets: Record<string, (kind: RunStateKind) => boolean> = {
      waiting: (kind) => runIsOpen(kind) && !runHoldsLease(kind) && kind !== 'SOAKING',
      inFlight: (kind) => runHoldsLease(kind),
      soaking: (kind) => kind === 'SOAKING',
      succeeded: (kind) => kind === 'SUCCEEDED',
      failed: (kind) => kind === 'FAILED_CLEAN' || kind === 'RESTORED' || kind === 'QUARANTINED',
      deferred: (kind) => runIsDeferred(kind),
    };
    for (const kind of kinds) expect(Object.keys(buckets).filter((name) => buckets[name]?.(kind) === true), kind).toHaveLength(1);
  });

  it('reach a permit only through drain and protection, and RESTORING only with something to restore from', () => {
    expect(kinds.filter((kind) => mayFollow(runTransitions, kind, 'APPLYING'))).toEqual(['PROTECTING']);
    expect(kinds.filter((kind) => mayFollow(runTransitions, kind, 'LEASED'))).toEqual(['STAGED']);
    expect(kinds.filter((kind) => mayFollow(runTransitions, kind, 'RESTORING'))).toEqual(['PROTECTING', 'APPLYING', 'REBOOTING', 'VERIFYING', 'SOAKING']);
  });

  it('once ended, lead on only by a new attempt, or nowhere', () => {
    for (const kind of kinds.filter((one) => !runIsOpen(one))) expect([[], ['PLANNED']]).toContainEqual([...runTransitions[kind]]);
  });
});

const classes: Record<FailureReason, string> = {
  stagingFailed: 'INFRA', drainFailed: 'INFRA', protectFailed: 'INFRA', launchRefused: 'CONTROL_PLANE', transactionFailed: 'NODE', transactionCut: 'UNKNOWN', powerLoss: 'UNKNOWN', bootFailed: 'NODE',
  verificationFailed: 'NODE', probesFailed: 'NODE', identityChanged: 'UNKNOWN', undoIncomplete: 'UNKNOWN', restoreFailed: 'NODE', rewound: 'UNKNOWN', foreign: 'UNKNOWN', operator: 'CONTROL_PLANE',
};

describe('who is to blame', () => {
  it.each(Object.entries(classes) as [FailureReason, string][])('%s: %s', (reason, expected) => {
    expect(failureClassOf(reason)).toBe(expected);
  });

  it('is the infrastructure while nobody can see the site of an open run', () => {
    expect(outageOf({ ended: false }, instant(5))).toEqual({ failureClass: 'INFRA', since: 5 });
    expect([outageOf({ ended: true }, instant(5)), outageOf({ ended: false }, null)]).toEqual([null, null]);
  });

  it('counts against the target unless it is somebody else for certain', () => {
    expect((['NODE', 'COHORT', 'UNKNOWN', 'INFRA', 'CONTROL_PLANE'] as const).filter(failureCounts)).toEqual(['NODE', 'COHORT', 'UNKNOWN']);
  });
});
