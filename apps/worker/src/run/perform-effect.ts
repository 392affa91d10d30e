import { effectIsDone } from '@skein/core';
import { accepted, inSeconds, type RunContext } from './run-context.ts';

export interface EffectResult {
  readonly state: 'done' | 'failed' | 'unknown';
  readonly detail: Readonly<Record<string, unknown>>;
}

export type EffectAnswer = EffectResult | { readonly state: 'busy'; readonly secondsLeft: number };

/**
 * Does something outside PostgreSQL: the row is committed first, because a lost reply may hide an effect. While an earlier execution's
 * row is open and not past notAfter + 5 s nothing else may begin on the run; afterwards the effect is begun again under the same key,
 * which hooks and providers must treat as the same effect.
 */
export async function performEffect(context: RunContext, step: string, direction: 'do' | 'undo', secondsMax: number, perform: (notAfter: number) => Promise<EffectResult>): Promise<EffectAnswer> {
  const { run, runs, claim } = context;
  const open = run.effects.find((effect) => effect.state === 'open');
  if (open !== undefined) {
    const secondsLeft = (open.notAfter + 5000 - run.now) / 1000;
    if (secondsLeft > 0) return { state: 'busy', secondsLeft };
  }
  if (direction === 'do' && effectIsDone(run.effects, step)) return { state: 'done', detail: {} };
  // The row speaks the database's clock, whoever performs the effect this machine's: taken before the row, it ends no later.
  const localNotAfter = Date.now() + secondsMax * 1000;
  const notAfter = inSeconds(run.now, secondsMax);
  accepted(await runs.openEffect(claim, step, direction, notAfter));
  let result: EffectResult;
  try {
    result = await perform(localNotAfter);
  } catch (cause) {
    result = { state: 'unknown', detail: { error: (cause as Error).message } };
  }
  accepted(await runs.closeEffect(claim, step, direction, result.state, result.detail));
  return result;
}
