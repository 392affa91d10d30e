import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { workspaceRoot } from '../generated-file.ts';
import { commandLinesOf, wordsOf } from './command-lines.ts';
import { readMarkdown } from './read-markdown.ts';

/** What is looked at of commander's commands, whose package is the command line's own. */
interface Command {
  readonly commands: readonly Command[];
  readonly options: readonly { readonly long?: string; readonly short?: string; readonly required: boolean; readonly mandatory: boolean }[];
  readonly registeredArguments: readonly { readonly required: boolean; readonly variadic: boolean }[];
  name(): string;
}

type Catalogue = { readonly [key: string]: string | Catalogue };
const textsOf = (catalogue: Catalogue): string[] => Object.values(catalogue).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value)));

const pages = globSync(['README.md', 'docs/tutorial/*.md', 'docs/how-to/*.md'], { cwd: workspaceRoot }).sort();

/** What is wrong with a command line; null: nothing. */
function problemOf(line: string, program: Command): string | null {
  const all = wordsOf(line).slice(1);
  const words = [...all];
  const used = new Set<string | undefined>();
  let command = program;
  const given: string[] = [];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const child = given.length === 0 ? command.commands.find((candidate) => candidate.name() === word) : undefined;
    if (child !== undefined) command = child;
    else if (word.startsWith('-') && word.length > 1) {
      const flag = word.split('=')[0];
      if (flag === '--help') continue;
      const option = [...command.options, ...program.options].find(({ long, short }) => long === flag || short === flag);
      if (option === undefined) return `${command.name()} has no option ${String(flag)}`;
      used.add(option.long);
      if (option.required && !word.includes('=') && words.shift() === undefined) return `${String(flag)} wants a value`;
    } else given.push(word);
  }
  if (command.commands.length > 0 && command !== program) return `${command.name()} has no command ${given[0] ?? ''}`;
  const forgotten = all.includes('--help') ? undefined : command.options.find((option) => option.mandatory && !used.has(option.long));
  if (forgotten !== undefined) return `${command.name()} wants ${String(forgotten.long)}`;
  const needed = command.registeredArguments.filter(({ required }) => required).length;
  const possible = command.registeredArguments.some(({ variadic }) => variadic) ? Infinity : command.registeredArguments.length;
  return given.length < needed || given.length > possible ? `${command.name()} takes other arguments than ${given.join(' ')}` : null;
}

describe('command lines in documents', () => {
  let program: Command;
  beforeAll(async () => {
    // By its path: the command line is a program and no library.
    const { buildProgram } = await import(pathToFileURL(join(workspaceRoot, 'apps/cli/src/program.ts')).href) as { readonly buildProgram: (perform: () => Promise<void>) => Command };
    program = buildProgram(async () => undefined);
  });

  it.each(pages)('exist in the command line: %s', async (path) => {
    const lines = readMarkdown(await readFile(join(workspaceRoot, path), 'utf8')).codeBlocks.filter(({ language }) => language === '').flatMap(({ text }) => commandLinesOf(text));
    expect(lines.flatMap((line) => problemOf(line, program) ?? [])).toEqual([]);
  });

  it.each(['en', 'zh'])('exist where the console shows them in %s', async (language) => {
    const catalogues = await import(pathToFileURL(join(workspaceRoot, `apps/console/src/i18n/${language}.ts`)).href) as Readonly<Record<string, Catalogue>>;
    const lines = textsOf(catalogues[language] ?? {}).filter((text) => text.startsWith('skein '));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.flatMap((line) => problemOf(line.replaceAll(/%\{\w+\}/gu, 'x'), program) ?? [])).toEqual([]);
  });

  it('exist where screens of the console show them', async () => {
    const screens = await Promise.all(globSync('apps/console/src/**/*.tsx', { cwd: workspaceRoot }).map((path) => readFile(join(workspaceRoot, path), 'utf8')));
    const lines = screens.flatMap((text) => [...text.matchAll(/command=(?:"(skein [^"]+)"|\{`(skein [^`]+)`\})/gu)].map((match) => match[1] ?? match[2]?.replaceAll(/\$\{[^}]+\}/gu, 'x') ?? ''));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.flatMap((line) => problemOf(line, program) ?? [])).toEqual([]);
  });

  it('are recognised when they do not', () => {
    expect(problemOf('skein campaign explode x', program)).not.toBeNull();
    expect(problemOf('skein campaign get x --no-such-option', program)).toBe('get has no option --no-such-option');
    expect(problemOf('skein node assess --query x', program)).toBe('assess wants --target');
    expect(problemOf('skein campaign get', program)).toBe('get takes other arguments than ');
    expect(problemOf("skein campaign get 'a name with blanks'", program)).toBeNull();
  });

  it('are found in blocks with prompts of other programs, pipes and continued lines', () => {
    expect(commandLinesOf('cd skein\nskein node list \\\n  --limit 5 | head\nskein whoami && skein version')).toEqual(['skein node list --limit 5', 'skein whoami', 'skein version']);
  });
});
