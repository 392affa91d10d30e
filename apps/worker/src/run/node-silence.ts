import { type FailureReason, type RunState } from '@skein/core';
import { type NodeAccessError } from '@skein/node-access';
import { accepted, lookAgain, wake, type ActionResult, type RunContext } from './run-context.ts';

/**
 * What it means that a node could not be asked. Before anything was done to it the member is deferred, and only for reasons that are
 * the node's own; once a change began, silence means nothing but "ask again".
 */
export async function onNodeAccessError(context: RunContext, error: NodeAccessError): Promise<ActionResult> {
  const { run, runs, claim } = context;
  const evidence = { failure: error.failure, error: error.message };
  const defer = async (reason: Extract<RunState, { kind: 'DEFERRED' }>['reason']): Promise<ActionResult> => {
    accepted(await runs.recordOutcome(claim, { kind: 'DEFERRED', reason }, evidence));
    return lookAgain;
  };
  const untouched = ['PLANNED', 'PREFLIGHT', 'STAGING', 'STAGED'].includes(run.state.kind);
  const changed = ['APPLYING', 'REBOOTING', 'VERIFYING', 'RESTORING'].includes(run.state.kind);
  switch (error.failure) {
    case 'proxyDown': case 'bastionDown': return wake(5); // the way is down, not the node
    case 'hostKeyMismatch':
      if (untouched) return defer('hostKeyMismatch');
      return changed ? quarantine(context, 'identityChanged', evidence) : wake(5);
    case 'authenticationFailed': return untouched ? defer('authenticationFailed') : wake(10);
    case 'becomeRefused':
      if (!untouched) return wake(10);
      accepted(await runs.recordOutcome(claim, { kind: 'BLOCKED', checks: ['access.sudo'] }, evidence));
      return lookAgain;
    default: {
      const limit = run.state.kind === 'STAGING' ? run.plan.spec.deadlines.staging : run.plan.spec.deadlines.preflight;
      return untouched && run.observedSeconds > limit ? defer('unreachable') : wake(3);
    }
  }
}

async function quarantine(context: RunContext, reason: FailureReason, evidence: Readonly<Record<string, unknown>>): Promise<ActionResult> {
  accepted(await context.runs.recordOutcome(context.claim, { kind: 'QUARANTINED', reason, failureClass: 'NODE' }, evidence));
  return lookAgain;
}
