import { CommanderError } from 'commander';
import { namesToComplete } from './completion/names-to-complete.ts';
import { describeFailure } from './failure/describe-failure.ts';
import { type ExitCode, exitCodes } from './failure/exit-code.ts';
import { openInvocation } from './invocation/invocation.ts';
import { escapeHostile } from './output/escape-hostile.ts';
import { buildProgram } from './program.ts';
import { type World } from './world.ts';

/** Carries out one command line and says how it ended. */
export async function runCli(args: readonly string[], world: World): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.ok;
  let debug = args.includes('--debug');
  const program = buildProgram(async (common, handler) => {
    debug = common.debug === true;
    exitCode = await handler(openInvocation(world, common)) ?? exitCodes.ok;
  }, { output: { writeOut: (text) => { world.terminal.raw(text); }, writeErr: (text) => { world.terminal.say(text.trimEnd()); } }, names: await namesToComplete(args, world) });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has said what was wrong, or printed the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    const description = world.signal.aborted ? { ...describeFailure(error, debug), exitCode: exitCodes.interrupted } : describeFailure(error, debug);
    description.lines.forEach((line, index) => { world.terminal.say(index === 0 ? world.terminal.paintMessage(debug ? line : escapeHostile(line), 'bad') : debug ? line : escapeHostile(line)); });
    return description.exitCode;
  }
}
