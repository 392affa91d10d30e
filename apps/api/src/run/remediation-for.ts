import { type DeferredReason, type FailureReason, type RunState } from '@skein/core';

const deferred: Readonly<Record<DeferredReason, string>> = {
  hostKeyMismatch: 'The node shows another host key than the pinned one, and nothing was sent to it. If it was reinstalled, import its new key; if not, find out who answers at its address.',
  unreachable: 'Nobody answered at its address. Check power, network and the site\'s way in, then retry.',
  authenticationFailed: 'The node refused the login. Check the user, the key and the sudo rule of its credential, then retry.',
  reprovisioned: 'Its machine id is not the one that was planned. Import it again and revise the campaign.',
  alreadyOnTarget: 'It runs the target system already. Nothing to do.',
  held: 'An operator holds it. Let it go with nodeHold, then retry.',
  retired: 'It was retired. Nothing to do.',
  missing: 'The last mirrored import of its inventory no longer named it. Import it again if that was a mistake, then retry; retire it if it is gone.',
  protected: 'It was marked as protected. Unmark it with nodeProtect if that was a mistake, then retry.',
};

const failed: Readonly<Record<FailureReason, string>> = {
  stagingFailed: 'Packages could not be fetched or did not fit. Check the repository and the node\'s disk in the log, then retry. Nothing was changed.',
  drainFailed: 'The drain hook did not succeed. Check the load balancer and the hook\'s output, then retry. Nothing was changed.',
  protectFailed: 'No restore point could be made. Check the provider, then retry. Nothing was changed.',
  launchRefused: 'The node refused the job, since it had rebooted or the permit had come too late. Nothing was changed; retry.',
  transactionFailed: 'The package transaction failed and the node was brought back. The log names the package; correct it, then retry.',
  transactionCut: 'The package transaction was cut off and the node was brought back. Look for what killed it (memory, watchdog), then retry.',
  powerLoss: 'The node lost power in the middle of the change and was brought back. Check its power, then retry.',
  bootFailed: 'The new kernel did not come up and the node was brought back. Its console shows where it stopped; correct the boot configuration, then retry.',
  verificationFailed: 'The node came up but is not what it shall be, and was brought back. The outcome lists the differences; correct them, then retry.',
  probesFailed: 'The node came up but its service did not, and it was brought back. Check the service on the target system, then retry.',
  identityChanged: 'Another machine answered in its place. Find out which, then import the node again.',
  undoIncomplete: 'Taking back the preparation did not succeed. Look at the steps, put the node back into service by hand, then clear its quarantine.',
  restoreFailed: 'Bringing the node back did not succeed. Restore it by hand, then clear its quarantine and retry.',
  rewound: 'The node forgot what it had already reported, and nobody had commanded a restore. Find out who put its disk back, then clear its quarantine.',
  foreign: 'The node has no trace of our work any more. Find out whether it was reinstalled, then import it again.',
  operator: 'An operator asked for it.',
};

/** What a person does about a run in this state; null when nothing. */
export function remediationFor(state: RunState): string | null {
  switch (state.kind) {
    case 'BLOCKED': return 'Each finding says what to do. Correct them on the node, then retry.';
    case 'DEFERRED': return deferred[state.reason];
    case 'FAILED_CLEAN': case 'RESTORING': case 'RESTORED': case 'QUARANTINED': case 'UNDOING': return failed[state.reason];
    case 'PLANNED': case 'PREFLIGHT': case 'STAGING': case 'STAGED': case 'LEASED': case 'DRAINING': case 'PROTECTING': case 'APPLYING': case 'REBOOTING': case 'VERIFYING':
    case 'SOAKING': case 'SUCCEEDED': case 'CANCELLED': return null;
  }
}
