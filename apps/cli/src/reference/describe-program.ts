import { type Command } from 'commander';
import { exitCodeMeanings, exitCodes } from '../failure/exit-code.ts';
import { buildProgram } from '../program.ts';

interface DescribedOption {
  readonly flags: string;
  readonly description: string;
  readonly choices: readonly string[];
  /** As text; null: none. */
  readonly default: string | null;
  readonly required: boolean;
}

export interface DescribedCommand {
  readonly path: string;
  readonly usage: string;
  readonly description: string;
  readonly arguments: readonly { readonly name: string; readonly description: string; readonly choices: readonly string[] }[];
  readonly options: readonly DescribedOption[];
}

export interface Description {
  readonly commands: readonly DescribedCommand[];
  readonly globalOptions: readonly DescribedOption[];
  readonly exitCodes: readonly { readonly code: number; readonly meaning: string }[];
}

const describeOptions = (command: Command): DescribedOption[] => command.createHelp().visibleOptions(command).filter(({ long }) => long !== '--help').map((option) => ({
  flags: option.flags, description: option.description, choices: option.argChoices ?? [], required: option.mandatory,
  default: option.defaultValue === undefined || typeof option.defaultValue === 'boolean' ? null : String(option.defaultValue),
}));

/** The whole command line as data, from the commands themselves. */
export function describeProgram(): Description {
  const program = buildProgram(() => Promise.resolve());
  const leaves = (command: Command, path: string): DescribedCommand[] => command.createHelp().visibleCommands(command).filter((child) => child.name() !== 'help').flatMap((child) => {
    const name = `${path} ${child.name()}`;
    if (child.commands.length > 0) return leaves(child, name);
    return [{
      path: name, usage: `${name} ${child.usage()}`, description: child.description(), options: describeOptions(child),
      arguments: child.registeredArguments.map((argument) => ({ name: argument.required ? `<${argument.name()}${argument.variadic ? '...' : ''}>` : `[${argument.name()}${argument.variadic ? '...' : ''}]`, description: argument.description, choices: argument.argChoices ?? [] })),
    }];
  });
  return {
    commands: leaves(program, 'skein'), globalOptions: describeOptions(program),
    exitCodes: (Object.keys(exitCodes) as (keyof typeof exitCodes)[]).map((name) => ({ code: exitCodes[name], meaning: exitCodeMeanings[name] })),
  };
}

// Read by `npm run codegen`, which may not import an app.
if (import.meta.main) process.stdout.write(`${JSON.stringify(describeProgram(), null, 2)}\n`);
