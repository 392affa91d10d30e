import tab from '@bomb.sh/tab/commander';
import { Command, type OutputConfiguration } from 'commander';
import { auditCommands } from './audit/audit-commands.ts';
import { campaignCommands } from './campaign/campaign-commands.ts';
import { haltAllCommand } from './campaign/halt-campaign.ts';
import { contextCommands } from './context/context-commands.ts';
import { credentialCommands } from './credential/credential-commands.ts';
import { doctorCommand } from './doctor/doctor.ts';
import { ownVersion } from './doctor/own-version.ts';
import { versionCommand } from './doctor/version.ts';
import { explainCommand } from './explain/explain.ts';
import { exitCodeMeanings, exitCodes } from './failure/exit-code.ts';
import { type Perform, withGlobalOptions } from './invocation/define-command.ts';
import { nodeCommands } from './node/node-commands.ts';
import { loginCommand } from './session/login.ts';
import { logoutCommand } from './session/logout.ts';
import { whoamiCommand } from './session/whoami.ts';
import { siteCommands } from './site/site-commands.ts';
import { tokenCommands } from './token/token-commands.ts';

const exitCodeHelp = (Object.keys(exitCodes) as (keyof typeof exitCodes)[]).map((name) => `  ${String(exitCodes[name]).padStart(3)}  ${exitCodeMeanings[name]}`).join('\n');

/** The tree of commands. Building it does nothing; `perform` carries out the one that was asked for. */
export interface ProgramOptions {
  readonly output?: OutputConfiguration;
  /** What a shell may complete: names by what they name, such as `campaign`. */
  readonly names?: ReadonlyMap<string, readonly string[]>;
}

export function buildProgram(perform: Perform, { output = {}, names = new Map() }: ProgramOptions = {}): Command {
  const program = withGlobalOptions(new Command('skein').configureOutput(output).description('Moves fleets of Linux servers to a maintained operating system, in small, watched waves.'))
    .version(ownVersion().version, '-V, --version', 'version of this command line alone')
    .exitOverride().showHelpAfterError('  next: the same with --help says what there is.').configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .addHelpText('after', `\nData goes to standard output, messages to standard error. Flags win over SKEIN_CONTEXT, SKEIN_ENDPOINT and SKEIN_TOKEN, and these over contexts.\n\nExit codes:\n${exitCodeHelp}`);
  nodeCommands(program, perform);
  campaignCommands(program, perform);
  haltAllCommand(program, perform);
  auditCommands(program, perform);
  siteCommands(program, perform);
  credentialCommands(program, perform);
  tokenCommands(program, perform);
  loginCommand(program, perform);
  logoutCommand(program, perform);
  whoamiCommand(program, perform);
  contextCommands(program, perform);
  doctorCommand(program, perform);
  explainCommand(program, perform);
  versionCommand(program, perform);
  const completion = tab(program, { completionCommandName: 'completion' });
  for (const command of [completion, ...completion.commands.values()]) {
    for (const part of [...command.arguments.values(), ...command.options.values()]) {
      const known = names.get('name' in part ? (command.value.startsWith('context ') ? 'context' : part.name) : part.value);
      if (known !== undefined) part.handler = (complete) => { for (const name of known) complete(name, ''); };
    }
  }
  return program;
}
