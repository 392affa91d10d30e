import { controlQueue, siteQueue, type Next } from '@skein/contract';
import { isSiteAction, nextRunAction, type RunAction, type RunId } from '@skein/core';
import { NodeAccessError } from '@skein/node-access';
import { askProvider } from './ask-provider.ts';
import { change } from './change.ts';
import { drain } from './drain.ts';
import { drainAgain, undrainAgain } from './drain-again.ts';
import { inspect } from './inspect.ts';
import { confirmJob } from './launch-job.ts';
import { onNodeAccessError } from './node-silence.ts';
import { protect } from './protect.ts';
import { launchReverse, restoreSnapshot, verifyRestored } from './restore.ts';
import { accepted, lookAgain, Superseded, type ActionResult, type RunContext, type RunTools } from './run-context.ts';
import { situationOf } from './situation.ts';
import { launchStaging } from './staging.ts';
import { undo } from './undo.ts';
import { verify } from './verify.ts';

/** An advance is short: past this it returns and is called again. */
const advanceMillisecondsMax = 22_000;
/** How long a run whose site nobody serves waits before it knocks again. */
const siteSilentSeconds = 20;

export interface AdvanceTools extends RunTools {
  readonly servesSite: (siteId: string) => boolean;
  readonly control: boolean;
  readonly monotonicNow: () => number;
}

export const createAdvanceRun = (tools: AdvanceTools) => async ({ runId, siteSilent }: { readonly runId: RunId; readonly siteSilent: boolean }): Promise<Next> => {
  const until = tools.monotonicNow() + advanceMillisecondsMax;
  const claim = await tools.runs.claim(runId);
  if (claim === null) return { kind: 'done' };
  const targetOf = onceEach(tools.targetOf);
  for (;;) {
    const run = await tools.runs.load(runId);
    if (run === null) return { kind: 'done' };
    const here = tools.servesSite(run.siteId) && !tools.control ? siteQueue(run.siteId) : controlQueue;
    const action = nextRunAction(situationOf(run));
    if (action.kind === 'done') return { kind: 'done' };
    if (isSiteAction(action) && !tools.servesSite(run.siteId)) {
      return siteSilent ? { kind: 'wake', inSeconds: siteSilentSeconds, queue: siteQueue(run.siteId) } : { kind: 'again', queue: siteQueue(run.siteId) };
    }
    const result = await performSafely({ ...tools, targetOf, claim, run }, action);
    if (result.kind === 'wake') return { kind: 'wake', inSeconds: Math.max(1, Math.ceil(result.inSeconds)), queue: here };
    if (result.kind === 'done') return result;
    if (result.kind === 'wait') return { kind: 'wait', queue: here };
    if (tools.monotonicNow() > until) return { kind: 'again', queue: here };
  }
};

/** A superseded execution stops without a word: whoever superseded it drives on. */
async function performSafely(context: RunContext, action: RunAction): Promise<ActionResult> {
  try {
    try {
      return await perform(context, action);
    } catch (error) {
      if (error instanceof NodeAccessError) return await onNodeAccessError(context, error);
      throw error;
    }
  } catch (error) {
    // Watcher and wave move runs on as well: then nobody newer is there, and the rows say what is next.
    if (error instanceof Superseded) return { kind: 'wake', inSeconds: error.code === 'stateChanged' ? 1 : 5 };
    throw error;
  }
}

async function perform(context: RunContext, action: RunAction): Promise<ActionResult> {
  const { run, runs, claim } = context;
  switch (action.kind) {
    case 'inspect': return inspect(context);
    case 'launchStaging': return launchStaging(context, action.step);
    case 'confirmJob': return confirmJob(context, action.step);
    case 'drain': return drain(context);
    case 'protect': return protect(context);
    case 'change': return change(context);
    case 'askProvider': return askProvider(context);
    case 'verify': return verify(context);
    case 'restoreSnapshot': return restoreSnapshot(context);
    case 'drainAgain': return drainAgain(context);
    case 'undrainAgain': return undrainAgain(context);
    case 'launchReverse': return launchReverse(context, action.step);
    case 'verifyRestored': return verifyRestored(context);
    case 'undo': return undo(context);
    case 'move':
      accepted(await runs.move(claim, run.state.kind, action.to));
      return lookAgain;
    case 'outcome':
      accepted(await runs.recordOutcome(claim, action.to, { because: action.because }));
      return lookAgain;
    case 'wake': return { kind: 'wake', inSeconds: action.inSeconds };
    case 'wait': return { kind: 'wait' };
    case 'done': throw new Error('done is handled before');
  }
}

/** How a node is reached does not change while one advance is under way, and nearly every action asks. */
function onceEach<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (key) => {
    const known = answers.get(key) ?? ask(key);
    answers.set(key, known);
    return known;
  };
}
