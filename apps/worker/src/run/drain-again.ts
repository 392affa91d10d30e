import { drainAgainStep } from '@skein/core';
import { hookSecondsMax, runDrainHooks, runHook } from './drain.ts';
import { performEffect } from './perform-effect.ts';
import { lookAgain, wake, type ActionResult, type RunContext } from './run-context.ts';

/** A hook that refuses is asked again: the node serves meanwhile, and a person may halt. */
const refusedSeconds = 10;

/** Takes a node that serves again out of service, for its way back. The run soaks until that is done. */
export async function drainAgain(context: RunContext): Promise<ActionResult> {
  const answer = await performEffect(context, drainAgainStep, 'do', hookSecondsMax, (notAfter) => runDrainHooks(context, notAfter));
  return answer.state === 'busy' ? wake(answer.secondsLeft) : answer.state === 'done' ? lookAgain : wake(answer.state === 'unknown' ? 2 : refusedSeconds);
}

/** Its lease was taken away before the way back began: the node serves on. */
export async function undrainAgain(context: RunContext): Promise<ActionResult> {
  const answer = await performEffect(context, drainAgainStep, 'undo', hookSecondsMax, (notAfter) => runHook(context, 'undrain', notAfter));
  return answer.state === 'busy' ? wake(answer.secondsLeft) : answer.state === 'done' ? lookAgain : wake(answer.state === 'unknown' ? 3 : refusedSeconds);
}
