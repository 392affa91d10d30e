import { chmod, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parse, stringify } from 'yaml';
import { CommandFailure, usageFailure } from '../failure/command-failure.ts';
import { exitCodes } from '../failure/exit-code.ts';

/** A control plane, and how to come in. */
export interface Context {
  readonly name: string;
  readonly endpoint: string;
  /** Verbs need a reason, and questions say in red where they are asked. */
  readonly protected: boolean;
  /** Bearer token of a session or of automation; null: signed out. */
  readonly token: string | null;
  /** Whose it is, and until when; for `context list`, nothing rests on it. */
  readonly person: string | null;
  readonly expiresAt: string | null;
}

export interface Config {
  readonly current: string | null;
  readonly contexts: readonly Context[];
}

const nothing: Config = { current: null, contexts: [] };
const asText = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

export async function readConfig(path: string): Promise<Config> {
  const mode = await stat(path).then((found) => found.mode & 0o777, () => null);
  if (mode === null) return nothing;
  if ((mode & 0o077) !== 0) throw new CommandFailure(`${path} holds tokens and can be read by others (mode ${mode.toString(8)})`, { exitCode: exitCodes.usage, code: 'configIsOpen', hint: `chmod 600 ${path}` });
  let value: unknown;
  try {
    value = parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw usageFailure(`${path} is not YAML: ${cause instanceof Error ? cause.message.split('\n')[0] ?? '' : String(cause)}`, 'Correct it, or move it away and sign in again.');
  }
  if (value === null) return nothing;
  if (typeof value !== 'object' || !('contexts' in value) || !Array.isArray(value.contexts)) throw usageFailure(`${path} has no list of contexts`, 'Move it away and sign in again.');
  return { current: asText('current' in value ? value.current : null), contexts: value.contexts.map((entry: unknown, index) => readContext(entry, `${path}: contexts[${String(index)}]`)) };
}

function readContext(entry: unknown, where: string): Context {
  const values = (typeof entry === 'object' && entry !== null ? entry : {}) as Readonly<Record<string, unknown>>;
  const name = asText(values['name']);
  const endpoint = asText(values['endpoint']);
  if (name === null || endpoint === null) throw usageFailure(`${where} has no name or no endpoint`, 'Correct it, or remove the entry.');
  return { name, endpoint, protected: values['protected'] === true, token: asText(values['token']), person: asText(values['person']), expiresAt: asText(values['expiresAt']) };
}

/** Written whole and put in place at once, readable by nobody else at any moment. */
export async function writeConfig(path: string, config: Config): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const written = `${path}.${String(process.pid)}`;
  await writeFile(written, `# Contexts of skein, with tokens: keep it to yourself.\n${stringify({ apiVersion: 'skein/v1', kind: 'Contexts', ...config })}`, { mode: 0o600 });
  await chmod(written, 0o600);
  await rename(written, path);
}

/** The configuration with a context added, or in the place of the one with its name. */
export const withContext = (config: Config, context: Context): Config => ({
  current: config.current ?? context.name,
  contexts: config.contexts.some(({ name }) => name === context.name) ? config.contexts.map((known) => (known.name === context.name ? context : known)) : [...config.contexts, context],
});

export const withoutContext = (config: Config, name: string): Config => ({ current: config.current === name ? null : config.current, contexts: config.contexts.filter((context) => context.name !== name) });
