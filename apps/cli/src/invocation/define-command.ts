import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { type ExitCode } from '../failure/exit-code.ts';
import { outputFormats } from '../output/print-list.ts';
import { type CommonOptions, type Invocation } from './invocation.ts';

/** Carries a command out; given by whoever runs the program, so that the commands can be built without a world around them. */
export type Perform = (common: CommonOptions, handler: (invocation: Invocation) => Promise<ExitCode | void>) => Promise<void>;

/** Ties what a command does to its place in the tree. `Options` are those that its definition names, as their parsers leave them. */
export function act<Arguments extends readonly unknown[], Options>(command: Command, perform: Perform, handler: (invocation: Invocation, options: Options, ...values: Arguments) => Promise<ExitCode | void>): Command {
  return command.action(async (...all: readonly unknown[]) => {
    const values = all.slice(0, -2) as unknown as Arguments;
    const options = command.optsWithGlobals<Options & CommonOptions>();
    await perform(options, (invocation) => handler(invocation, options, ...values));
  });
}

/** Options of every command. They may stand anywhere on the line. */
export const withGlobalOptions = (program: Command): Command => program
  .option('--context <name>', 'context to use instead of the current one')
  .option('--endpoint <url>', 'control plane to talk to, such as https://skein.example')
  .option('--request-timeout <seconds>', 'seconds until a request counts as lost', parseSeconds)
  .option('--debug', 'show requests, without secrets, and where errors come from');

/** For a command that prints data. */
export const printsData = (command: Command): Command => command
  .addOption(new Option('-o, --output <format>', 'how data is printed').choices(outputFormats).default('table'))
  .option('--no-headers', 'leave out the head of tables');

export const withLimit = (command: Command, what: string): Command => command.option('--limit <number>', `most ${what} to print; 0: all`, parseCount, 200);

/** For a command that changes something. */
export const changesThings = (command: Command, { asks = true, reason = true, counts = true }: { readonly asks?: boolean; readonly reason?: boolean; readonly counts?: boolean } = {}): Command => {
  if (asks) command.option('-y, --yes', 'do not ask');
  command.option('--dry-run', 'only say what would be done');
  if (reason) command.option('--reason <text>', 'why, for the audit');
  if (counts) command.option('--expect-count <number>', 'refuse when it would touch another number of nodes', parseCount);
  return command.option('--idempotency-key <key>', 'key of an earlier try whose answer was lost');
};

export interface ChangeOptions {
  readonly yes?: true;
  readonly dryRun?: true;
  readonly reason?: string;
  readonly expectCount?: number;
  readonly idempotencyKey?: string;
}

export const oneOf = (name: string, description: string, choices: readonly string[]): Argument => new Argument(name, description).choices(choices);

export function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It is not a whole number.');
  return Number(text);
}

export function parsePositive(text: string): number {
  const count = parseCount(text);
  if (count === 0) throw new InvalidArgumentError('It is counted from 1.');
  return count;
}

export function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!Number.isFinite(seconds) || seconds <= 0 || seconds > 86_400) throw new InvalidArgumentError('It is not a number of seconds.');
  return seconds;
}

/** `90s`, `30m`, `2h`, `1d`, or seconds. */
export function parseDuration(text: string): number {
  const found = /^(\d+(?:\.\d+)?)(s|m|h|d)?$/.exec(text);
  const unit = { s: 1, m: 60, h: 3600, d: 86_400 }[found?.[2] ?? 's'] ?? 1;
  const seconds = Number(found?.[1] ?? Number.NaN) * unit;
  if (!Number.isFinite(seconds) || seconds <= 0) throw new InvalidArgumentError('Give it as 90s, 30m, 2h or 1d.');
  return seconds;
}

/** For options that may be given more than once. */
export const collect = (text: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), text];
