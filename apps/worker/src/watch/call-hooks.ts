import { type SiteId } from '@skein/core';
import { type HookRunner } from '@skein/node-access';
import { type HookCall, type HookCallStore } from '@skein/persistence';
import { startLoop, type BackgroundLoop } from '../driver/background-loop.ts';
import { hookSecondsMax } from '../run/drain.ts';

const lookEveryMilliseconds = 2000;
const callsAtOnce = 8;
/** With the pauses between them an hour and a quarter; then nobody would read it as news any more. */
const triesMax = 12;

/** Calls the hooks that are owed because runs of this site have ended. */
export const callHooks = (siteId: SiteId, deps: { readonly hooks: HookRunner; readonly hookCalls: HookCallStore; readonly onError: (what: string, error: Error) => void }): BackgroundLoop =>
  startLoop({
    name: `hooks of site ${siteId}`, pauseMilliseconds: lookEveryMilliseconds, onError: deps.onError,
    async round() {
      const calls = await deps.hookCalls.take(siteId, callsAtOnce);
      await Promise.all(calls.map((call) => callOne(call, deps)));
      return calls.length === callsAtOnce;
    },
  });

async function callOne(call: HookCall, deps: { readonly hooks: HookRunner; readonly hookCalls: HookCallStore }): Promise<void> {
  const answer = await deps.hooks.run(call.hooks, { hook: call.hook, runId: call.runId, campaignId: call.campaignId, node: call.node, outcome: call.outcome }, Date.now() + hookSecondsMax * 1000);
  if (answer.kind === 'tryAgain' && call.tries < triesMax) return;
  await deps.hookCalls.close(call, answer.kind === 'done' ? 'done' : 'failed', { answer: answer.detail, tries: call.tries });
}
