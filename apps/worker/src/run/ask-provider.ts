import { decideRestore, type BrokenEvidence } from '@skein/core';
import { type Provider } from '@skein/node-access';
import { panicIn } from './panic-in.ts';
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
  const console = await provider.console(run.node.externalId);
  const panic = panicIn(console);
  const evidence: BrokenEvidence[] = panic === null ? [] : [{ kind: 'consolePanic', text: panic }];
  const decision = decideRestore({ evidence, restorePoint: run.restorePoint, undrained: run.restorePoint?.state === 'STALE', reverseStaged: run.jobs.some((job) => job.step.startsWith('stage') && job.exitCode === 0) });
  const inChange = run.state.kind === 'APPLYING' || run.state.kind === 'REBOOTING';
  if (!inChange) return panic === null ? wake(askAgainSeconds) : powerCycle(context, provider);
  if (decision.kind === 'wait') return wake(askAgainSeconds);
  const step = { name: 'askProvider', state: 'done' as const, detail: { power, panic } };
  if (decision.kind === 'person') accepted(await runs.recordOutcome(claim, { kind: 'QUARANTINED', reason: 'bootFailed', failureClass: 'NODE' }, { ...step.detail, because: decision.reason }));
  else accepted(await runs.move(claim, run.state.kind, { kind: 'RESTORING', reason: 'bootFailed', strategy: decision.strategy }, { step }));
  return lookAgain;
}

/** A node that panics on its way back: its old kernel is the default, so a power cycle reaches it. */
async function powerCycle(context: RunContext, provider: Provider): Promise<ActionResult> {
  const { run, claim } = context;
  const step = `powerCycle${run.effects.filter((effect) => effect.step.startsWith('powerCycle')).length + 1}`;
  const answer = await performEffect(context, step, 'do', powerSecondsMax, async () => {
    await provider.setPower(run.node.externalId, 'cycle', `${run.runId}.${claim.attempt}.${step}`);
    return { state: 'done', detail: {} };
  });
  return wake(answer.state === 'busy' ? answer.secondsLeft : askAgainSeconds);
}
