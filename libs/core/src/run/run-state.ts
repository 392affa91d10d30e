import { type TransitionTable } from '../kernel/transition-table.ts';

/** Why a member could not start: neither success nor failure. It goes to the tail wave. */
export type DeferredReason = 'hostKeyMismatch' | 'unreachable' | 'authenticationFailed' | 'reprovisioned' | 'alreadyOnTarget' | 'held' | 'retired' | 'protected' | 'missing';

/** Why a run ended without the change that it was for. */
export type FailureReason =
  | 'stagingFailed' | 'drainFailed' | 'protectFailed' | 'launchRefused'
  | 'transactionFailed' | 'transactionCut' | 'powerLoss' | 'bootFailed' | 'verificationFailed' | 'probesFailed' | 'identityChanged'
  | 'undoIncomplete' | 'restoreFailed' | 'rewound' | 'foreign' | 'operator';

/** Who is to blame, as far as the evidence goes; only NODE, COHORT and UNKNOWN count against the target. */
export type FailureClass = 'NODE' | 'COHORT' | 'INFRA' | 'CONTROL_PLANE' | 'UNKNOWN';

/** The way back that is used: the whole disk while nothing was written after it, the packages afterwards. */
export type RestoreStrategy = 'providerSnapshot' | 'reverseSync';

export type RunState =
  | { readonly kind: 'PLANNED' }
  | { readonly kind: 'PREFLIGHT' }
  | { readonly kind: 'BLOCKED'; readonly checks: readonly string[] }
  | { readonly kind: 'STAGING' }
  | { readonly kind: 'STAGED' }
  | { readonly kind: 'LEASED' }
  | { readonly kind: 'DRAINING' }
  | { readonly kind: 'PROTECTING' }
  | { readonly kind: 'APPLYING' }
  | { readonly kind: 'REBOOTING' }
  | { readonly kind: 'VERIFYING' }
  | { readonly kind: 'SOAKING' }
  | { readonly kind: 'SUCCEEDED' }
  | { readonly kind: 'UNDOING'; readonly then: 'STAGED' | 'FAILED_CLEAN' | 'CANCELLED'; readonly reason: FailureReason }
  | { readonly kind: 'FAILED_CLEAN'; readonly reason: FailureReason; readonly failureClass: FailureClass }
  | { readonly kind: 'RESTORING'; readonly reason: FailureReason; readonly strategy: RestoreStrategy }
  | { readonly kind: 'RESTORED'; readonly reason: FailureReason; readonly failureClass: FailureClass }
  | { readonly kind: 'QUARANTINED'; readonly reason: FailureReason; readonly failureClass: FailureClass }
  | { readonly kind: 'DEFERRED'; readonly reason: DeferredReason }
  | { readonly kind: 'CANCELLED' };

export type RunStateKind = RunState['kind'];

/** Outcomes end an attempt; `recordOutcome` is the only way to one. */
export type OutcomeState = Extract<RunState, { kind: 'SUCCEEDED' | 'FAILED_CLEAN' | 'RESTORED' | 'QUARANTINED' | 'DEFERRED' | 'BLOCKED' | 'CANCELLED' }>;

/**
 * What may follow what. APPLYING only with a permit, in a rollback campaign RESTORING only with one; RESTORE_FAILED of the
 * design is QUARANTINED(restoreFailed): a restore that failed is never tried again by itself.
 * BLOCKED, DEFERRED, FAILED_CLEAN, RESTORED and QUARANTINED lead to PLANNED only by a decision to try again (attempt + 1).
 */
export const runTransitions = {
  PLANNED: ['PREFLIGHT', 'DEFERRED', 'CANCELLED'],
  PREFLIGHT: ['BLOCKED', 'STAGING', 'STAGED', 'DEFERRED', 'FAILED_CLEAN', 'CANCELLED'],
  BLOCKED: ['PLANNED'],
  STAGING: ['STAGED', 'FAILED_CLEAN', 'DEFERRED', 'CANCELLED'],
  STAGED: ['LEASED', 'DEFERRED', 'CANCELLED', 'PREFLIGHT'],
  LEASED: ['DRAINING', 'STAGED', 'UNDOING'],
  DRAINING: ['PROTECTING', 'UNDOING'],
  PROTECTING: ['APPLYING', 'RESTORING', 'UNDOING'],
  APPLYING: ['REBOOTING', 'VERIFYING', 'RESTORING', 'QUARANTINED', 'UNDOING'],
  REBOOTING: ['VERIFYING', 'RESTORING', 'QUARANTINED'],
  VERIFYING: ['SOAKING', 'RESTORING', 'QUARANTINED'],
  SOAKING: ['SUCCEEDED', 'RESTORING', 'QUARANTINED'],
  SUCCEEDED: [],
  UNDOING: ['STAGED', 'FAILED_CLEAN', 'CANCELLED', 'QUARANTINED'],
  FAILED_CLEAN: ['PLANNED'],
  RESTORING: ['RESTORED', 'QUARANTINED', 'UNDOING'],
  RESTORED: ['PLANNED'],
  QUARANTINED: ['PLANNED'],
  DEFERRED: ['PLANNED'],
  CANCELLED: [],
} as const satisfies TransitionTable<RunStateKind>;

const has = (kinds: readonly RunStateKind[]) => (kind: RunStateKind): boolean => kinds.includes(kind);

/** An open run owns its node: at most one per node (I-7, a partial unique index in SQL repeats this list). */
export const runIsOpen = has(['PLANNED', 'PREFLIGHT', 'STAGING', 'STAGED', 'LEASED', 'DRAINING', 'PROTECTING', 'APPLYING', 'REBOOTING', 'VERIFYING', 'SOAKING', 'UNDOING', 'RESTORING']);
/** The run may have made its node unavailable, so it holds a lease. */
export const runHoldsLease = has(['LEASED', 'DRAINING', 'PROTECTING', 'APPLYING', 'REBOOTING', 'VERIFYING', 'UNDOING', 'RESTORING']);
/** The permit was given: only forward to verification or back to restored. */
export const runHoldsPermit = has(['APPLYING', 'REBOOTING', 'VERIFYING', 'RESTORING']);
/** Members that never started: they leave the gate's denominator. */
export const runIsDeferred = has(['DEFERRED', 'BLOCKED', 'CANCELLED']);

/** What an operator or a campaign asks of a run; read at each step. */
export type RunIntent = 'continue' | 'hold' | 'restore' | 'cancel';
