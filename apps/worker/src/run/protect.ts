import { performEffect } from './perform-effect.ts';
import { accepted, lookAgain, wake, type ActionResult, type RunContext } from './run-context.ts';

const snapshotSecondsMax = 25;

/** Makes the whole-disk way back. After drain, so that nothing which users wrote before is lost. */
export async function protect(context: RunContext): Promise<ActionResult> {
  const { run, runs, claim } = context;
  const { provider: providerName } = await context.targetOf(run.node.nodeId);
  const provider = context.providerNamed(providerName);
  let snapshotId: string | null = null;
  const answer = await performEffect(context, 'snapshot', 'do', snapshotSecondsMax, async () => {
    if (provider === null) return { state: 'failed', detail: { error: `the site's provider "${providerName ?? ''}" is not configured on this worker` } };
    snapshotId = (await provider.snapshot(run.node.externalId, snapshotKey(context))).snapshotId;
    return { state: 'done', detail: { snapshotId } };
  });
  if (answer.state === 'busy') return wake(answer.secondsLeft);
  if (answer.state === 'unknown') return wake(3);
  snapshotId ??= savedSnapshotId(context);
  if (answer.state === 'done' && snapshotId !== null) accepted(await runs.saveRestorePoint(claim, snapshotId, 'READY'));
  return lookAgain;
}

/** Stable while the same effect is begun again, another once it was undone. */
const snapshotKey = ({ run, claim }: RunContext): string =>
  `${run.runId}.${claim.attempt}.${run.effects.filter((effect) => effect.step === 'snapshot' && effect.direction === 'undo').length}`;

const savedSnapshotId = (context: RunContext): string | null => {
  const saved = context.run.effects.find((effect) => effect.step === 'snapshot' && effect.state === 'done')?.detail['snapshotId'];
  return typeof saved === 'string' ? saved : null;
};
