import { type FailureClass, type FailureReason } from './run-state.ts';

/** Who is to blame for a reason as long as nothing else is known. UNKNOWN counts against the target, as NODE does. */
const failureClasses: Readonly<Record<FailureReason, FailureClass>> = {
  stagingFailed: 'INFRA', drainFailed: 'INFRA', protectFailed: 'INFRA',
  launchRefused: 'CONTROL_PLANE',
  transactionFailed: 'NODE', bootFailed: 'NODE', verificationFailed: 'NODE', probesFailed: 'NODE', restoreFailed: 'NODE',
  // A node that lost power in the middle may have been pulled or may have crashed because of the change: nobody can tell.
  transactionCut: 'UNKNOWN', powerLoss: 'UNKNOWN', identityChanged: 'UNKNOWN', undoIncomplete: 'UNKNOWN', rewound: 'UNKNOWN', foreign: 'UNKNOWN',
  operator: 'CONTROL_PLANE',
};

/** A silent site needs no class here: while nobody can see it no outcome is found (`outageOf`). */
export const failureClassOf = (reason: FailureReason): FailureClass => failureClasses[reason];

/** Whether a failure of this class counts against the target (stopAt, lostMax). */
export const failureCounts = (failureClass: FailureClass): boolean => failureClass !== 'INFRA' && failureClass !== 'CONTROL_PLANE';
