import { type HookAnswer, type HookName, type HookRunner } from './hook.ts';
import { type CommandEnd, commandLimitsDefault, describeEnd, runCommand } from './run-command.ts';

export const hookNames = ['beforeDisrupt', 'drain', 'undrain', 'afterRun', 'needsPerson'] as const satisfies readonly HookName[];

/** The executable of each hook that a set defines. */
export type HookSet = Partial<Readonly<Record<HookName, readonly string[]>>>;

const tryAgainCode = 75;

// The worker may die between asking and answering, so the process that runs the hook watches the clock itself: it does not begin past
// notAfter, and `timeout` kills its whole process group when the time has come, whoever else is still alive. Whole seconds, rounded
// down: a hook may be stopped a second early, never late.
const wrapper = 'left=$(( $1 - $(date +%s) )); shift; if [ "$left" -le 0 ]; then echo "not started: past its time" >&2; exit 75; fi; exec timeout -s KILL "$left" "$@"';

/** Grace for the wrapper to do what it is for, before the worker kills the group as well. */
const workerGraceSeconds = 2;

/**
 * Hooks that are an operator's executables. The input is one JSON object on standard input; exit 0 is done, 75 is "try again", anything
 * else refuses. What was not begun or was killed at `notAfter` is "try again": a hook is idempotent on (run, hook).
 */
export function commandHooks(sets: Readonly<Record<string, HookSet>>): HookRunner {
  return {
    async run(hookSet, input, notAfter): Promise<HookAnswer> {
      if (hookSet === null) return { kind: 'done', detail: 'no hooks' };
      const set = Object.hasOwn(sets, hookSet) ? sets[hookSet] : undefined;
      if (set === undefined) return { kind: 'refused', detail: `this worker has no hook set named ${hookSet}` };
      const argv = set[input.hook];
      if (argv === undefined) return { kind: 'done', detail: `${hookSet} has no ${input.hook}` };
      const timeoutSeconds = (notAfter - Date.now()) / 1000;
      if (timeoutSeconds <= 0) return { kind: 'tryAgain', detail: 'not started: past its time' };
      const end = await runCommand(['sh', '-c', wrapper, 'skein-hook', String(Math.floor(notAfter / 1000)), ...argv], `${JSON.stringify(input)}\n`, {}, {
        ...commandLimitsDefault,
        timeoutSeconds: timeoutSeconds + workerGraceSeconds,
      });
      return answerOf(end);
    },
  };
}

// `timeout` kills itself with the group, or says 124 or 137 when only the hook was hit.
const killedCodes = [124, 137];
const notRunnableCodes = [126, 127];

function answerOf(end: CommandEnd): HookAnswer {
  const detail = describeEnd(end);
  if (end.kind === 'tooLate' || end.kind === 'signalled') return { kind: 'tryAgain', detail };
  if (end.kind !== 'exited') return { kind: 'refused', detail };
  if (end.exitCode === 0) return { kind: 'done', detail };
  if (end.exitCode === tryAgainCode || killedCodes.includes(end.exitCode)) return { kind: 'tryAgain', detail };
  return { kind: 'refused', detail: notRunnableCodes.includes(end.exitCode) ? `the hook cannot be run, ${detail}` : detail };
}
