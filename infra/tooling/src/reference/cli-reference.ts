import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { workspaceRoot } from '../generated-file.ts';
import { pageHead, table } from './markdown.ts';

interface DescribedOption {
  readonly flags: string;
  readonly description: string;
  readonly choices: readonly string[];
  readonly default: string | null;
  readonly required: boolean;
}

interface Description {
  readonly commands: readonly { readonly path: string; readonly usage: string; readonly description: string; readonly arguments: readonly { readonly name: string; readonly description: string; readonly choices: readonly string[] }[]; readonly options: readonly DescribedOption[] }[];
  readonly globalOptions: readonly DescribedOption[];
  readonly exitCodes: readonly { readonly code: number; readonly meaning: string }[];
}

const introduction = `The command line talks to the api and to nothing else: what it may do is what the one who is signed in may do. Data goes to standard output and messages to standard error, so \`skein … -o json\` can be piped as it is.

- **Where it goes.** A flag wins over \`SKEIN_CONTEXT\`, \`SKEIN_ENDPOINT\` and \`SKEIN_TOKEN\`, and these win over the current context. Contexts are in \`$XDG_CONFIG_HOME/skein/config.yaml\`, readable by its owner alone. A context's token is sent to that context's endpoint only.
- **Changes.** Each says what it will do and how many nodes it touches, and asks. \`--yes\` answers; where nobody can be asked and it is not given, nothing is changed. \`--dry-run\` only says it. \`--expect-count\` refuses when the fleet is another by now. Halting never asks. A protected context wants \`--reason\`.
- **Lost answers.** A change is asked for again under the same idempotency key, up to three times, and is done once.
- **Output.** \`-o json\` and \`-o yaml\` print \`{apiVersion, kind, items, pageInfo}\`, one thing as a list of one; \`-o jsonl\` one item a line; \`-o name\` what other commands take. Fields are only ever added. Colour is used on a terminal only, and never with \`NO_COLOR\`.
- **Names.** Wherever a node or a campaign is named, a name that only one has or an id will do.
- **Completion.** \`source <(skein completion bash)\`, \`source <(skein completion zsh)\`, \`skein completion fish | source\`.`;

const code = (text: string): string => `\`${text}\``;

const optionRow = ({ flags, description, choices, default: absent, required }: DescribedOption): string[] =>
  [code(flags), `${description}${choices.length === 0 ? '' : `: ${choices.map(code).join(', ')}`}${required ? '; required' : absent === null ? '' : `; ${code(absent)} without it`}`];

/** Every command with its arguments, options and exit codes, as the program itself describes them. */
export async function cliReference(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['apps/cli/src/reference/describe-program.ts'], { cwd: workspaceRoot, maxBuffer: 8 * 1024 * 1024 });
  const { commands, globalOptions, exitCodes } = JSON.parse(stdout) as Description;
  const parts = commands.map((command) => [
    `## ${command.path}`, `${command.description.charAt(0).toUpperCase()}${command.description.slice(1)}.`, `\`\`\`\n${command.usage}\n\`\`\``,
    ...(command.arguments.length === 0 ? [] : [table(['argument', 'meaning'], command.arguments.map(({ name, description, choices }) => [code(name), `${description}${choices.length === 0 ? '' : `: ${choices.map(code).join(', ')}`}`]))]),
    ...(command.options.length === 0 ? [] : [table(['option', 'meaning'], command.options.map(optionRow))]),
  ].join('\n\n'));
  return `${pageHead('Command line', introduction)}\n${[
    `## Exit codes\n\n${table(['code', 'meaning'], exitCodes.map((exit) => [String(exit.code), exit.meaning]))}`, `## Options of every command\n\n${table(['option', 'meaning'], globalOptions.map(optionRow))}`, ...parts,
  ].join('\n\n')}\n`;
}
