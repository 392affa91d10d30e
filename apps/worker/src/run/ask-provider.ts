import { decideRestore, type BrokenEvidence } from '@skein/core';
import { performEffect } from './perform-effect.ts';
import { accepted, lookAgain, wake, type ActionResult, type RunContext } from './run-context.ts';

const askAgainSeconds = 5;
const powerSecondsMax = 20;

/**
 * A node in change is silent. Silence alone never restores: the provider is asked for power and console, which are evidence.
 * A node that is off is switched on, and the runner's own files then tell what was cut.
 */
export async function askProvider(context: RunContext): Promise<ActionResult> {
  const { run, runs, claim } = context;
  const { provider: providerName } = await context.targetOf(run.node.nodeId);
  const provider = context.providerNamed(providerName);
  if (provider === null) return wake(60);
  const power = await provider.power(run.node.externalId);
  if (power === 'off') {
    const tries = run.effects.filter((effect) => effect.step.startsWith('powerOn')).length;
    const answer = await performEffect(context, `powerOn${tries + 1}`, 'do', powerSecondsMax, async () => {
      await provider.setPower(run.node.externalId, 'on', `${run.runId}.${claim.attempt}.powerOn.${tries + 1}`);
      return { state: 'done', detail: { power } };
    });
    return wake(answer.state === 'busy' ? answer.secondsLeft : askAgainSeconds);
  }
  const evidence: BrokenEvidence = { power, console: await provider.console(run.node.externalId), runnerReport: null };
  const decision = decideRestore({ evidence, restorePoint: run.restorePoint?.state ?? null, reverseStaged: run.jobs.some((job) => job.step.startsWith('stage') && job.exitCode === 0) });
  if (decision.kind !== 'restore' || (run.state.kind !== 'APPLYING' && run.state.kind !== 'REBOOTING')) return wake(askAgainSeconds);
  accepted(await runs.move(claim, run.state.kind, { kind: 'RESTORING', reason: 'bootFailed', strategy: decision.strategy }, { step: { name: 'askProvider', state: 'done', detail: { power, console: evidence.console?.slice(-2000) ?? null } } }));
  return lookAgain;
}
