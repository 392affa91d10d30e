import { type HookName } from '@skein/node-access';
import { performEffect, type EffectResult } from './perform-effect.ts';
import { accepted, lookAgain, wake, type ActionResult, type RunContext } from './run-context.ts';

/** What every hook is given; docs/integrations.md promises it. */
export const hookSecondsMax = 20;

export async function runHook(context: RunContext, hook: HookName, notAfter: number): Promise<EffectResult> {
  const { run } = context;
  const answer = await context.hooks.run(run.plan.spec.hooks, {
    hook, runId: run.runId, campaignId: run.campaignId, outcome: run.state.kind,
    node: { hostname: run.node.hostname, externalId: run.node.externalId, address: run.node.address },
  }, notAfter);
  const state = answer.kind === 'done' ? 'done' : answer.kind === 'tryAgain' ? 'unknown' : 'failed';
  return { state, detail: { hook, answer: answer.detail } };
}

/** Without hooks nothing happens outside PostgreSQL, so there is no effect to remember. */
export const performHooks: typeof performEffect = (context, step, direction, secondsMax, perform) =>
  context.run.plan.spec.hooks === null ? Promise.resolve({ state: 'done', detail: {} }) : performEffect(context, step, direction, secondsMax, perform);

/** Out of service: `beforeDisrupt` may object, `drain` waits until nobody uses the node. */
export async function runDrainHooks(context: RunContext, notAfter: number): Promise<EffectResult> {
  const asked = await runHook(context, 'beforeDisrupt', notAfter);
  return asked.state === 'done' ? runHook(context, 'drain', notAfter) : asked;
}

/** Takes the node out of service, for the change. */
export async function drain(context: RunContext): Promise<ActionResult> {
  const { run, runs, claim } = context;
  if (run.state.kind === 'LEASED') accepted(await runs.move(claim, 'LEASED', { kind: 'DRAINING' }));
  const answer = await performHooks(context, 'drain', 'do', hookSecondsMax, (notAfter) => runDrainHooks(context, notAfter));
  if (answer.state === 'busy') return wake(answer.secondsLeft);
  if (answer.state === 'unknown') return wake(2);
  if (answer.state === 'done') accepted(await runs.move(claim, 'DRAINING', { kind: 'PROTECTING' }, { step: { name: 'drain', state: 'done', detail: answer.detail } }));
  else accepted(await runs.move(claim, 'DRAINING', { kind: 'UNDOING', then: 'FAILED_CLEAN', reason: 'drainFailed' }, { step: { name: 'drain', state: 'failed', detail: answer.detail } }));
  return lookAgain;
}
