import { failureClassOf, standingEffect } from '@skein/core';
import { runHook } from './drain.ts';
import { performEffect } from './perform-effect.ts';
import { accepted, lookAgain, wake, type ActionResult, type RunContext } from './run-context.ts';

const undoSecondsMax = 20;
const undoTriesMax = 5;

/** Before the permit nothing on the node was changed: give the disk's restore point back, return the node to service, then the lease. */
export async function undo(context: RunContext): Promise<ActionResult> {
  const { run, runs, claim } = context;
  if (run.state.kind !== 'UNDOING') return lookAgain;
  if (run.restorePoint?.state === 'READY') {
    const { provider: providerName } = await context.targetOf(run.node.nodeId);
    const provider = context.providerNamed(providerName);
    const { snapshotId } = run.restorePoint;
    const answer = await performEffect(context, 'snapshot', 'undo', undoSecondsMax, async () => {
      await provider?.deleteSnapshot(run.node.externalId, snapshotId);
      return { state: 'done', detail: { snapshotId } };
    });
    if (answer.state !== 'done') return undoFailed(context, answer.state === 'busy' ? answer.secondsLeft : 3);
    accepted(await runs.saveRestorePoint(claim, snapshotId, 'CONSUMED'));
    return lookAgain;
  }
  if (standingEffect(run.effects, 'drain') !== null) {
    const answer = await performEffect(context, 'drain', 'undo', undoSecondsMax, (notAfter) => runHook(context, 'undrain', notAfter));
    if (answer.state !== 'done') return undoFailed(context, answer.state === 'busy' ? answer.secondsLeft : 3);
    return lookAgain;
  }
  const { then, reason } = run.state;
  if (then === 'STAGED') accepted(await runs.move(claim, 'UNDOING', { kind: 'STAGED' }, { releaseLease: true }));
  else if (then === 'CANCELLED') accepted(await runs.recordOutcome(claim, { kind: 'CANCELLED' }, { reason }));
  else accepted(await runs.recordOutcome(claim, { kind: 'FAILED_CLEAN', reason, failureClass: failureClassOf(reason) }, { undone: true }));
  return lookAgain;
}

/** FAILED_CLEAN only when every undo is verified: one that does not succeed needs a person. */
async function undoFailed(context: RunContext, secondsLeft: number): Promise<ActionResult> {
  const tries = context.run.effects.filter((effect) => effect.direction === 'undo' && effect.state !== 'done').length;
  if (tries < undoTriesMax) return wake(secondsLeft);
  accepted(await context.runs.recordOutcome(context.claim, { kind: 'QUARANTINED', reason: 'undoIncomplete', failureClass: 'UNKNOWN' }, { effects: context.run.effects.map(({ step, direction, state }) => ({ step, direction, state })) }));
  return lookAgain;
}
