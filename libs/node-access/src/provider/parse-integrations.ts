import { type HookSet, hookNames } from '../hook/command-hooks.ts';
import { type ProbeCommand } from '../probe/run-probe.ts';

/** What a worker is told of the outside: providers by the name that sites use, hook sets by the name that campaigns use, probe commands by name. */
export interface Integrations {
  readonly providers: Readonly<Record<string, ProviderSettings>>;
  readonly hooks: Readonly<Record<string, HookSet>>;
  readonly probes: Readonly<Record<string, ProbeCommand>>;
}

export type ProviderSettings =
  | { readonly kind: 'command'; readonly argv: readonly string[]; readonly env: Readonly<Record<string, string>>; readonly timeoutSeconds: number }
  | { readonly kind: 'simulated'; readonly socket: string };

/** `path` such as `providers.lab.argv[1]`; empty for the document itself. */
export interface IntegrationProblem {
  readonly path: string;
  readonly message: string;
}

const providerTimeoutSecondsDefault = 60;
const providerTimeoutSecondsMax = 600;
const namePattern = /^[A-Za-z][A-Za-z0-9_.-]{0,62}$/;

/** Reads the worker's integrations document; all that is wrong with it at once. */
export function parseIntegrations(json: string): Integrations | IntegrationProblem[] {
  const problems: IntegrationProblem[] = [];
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch (error) {
    return [{ path: '', message: `is not JSON: ${error instanceof Error ? error.message : String(error)}` }];
  }
  const reader = readerInto(problems);
  const root = reader.object('', document, ['providers', 'hooks', 'probes']);
  const providers = reader.named('providers', root['providers'], (path, value) => readProvider(reader, path, value));
  const hooks = reader.named('hooks', root['hooks'], (path, value): HookSet => {
    const set = reader.object(path, value, hookNames);
    return Object.fromEntries(Object.entries(set).map(([hook, argv]) => [hook, reader.argv(`${path}.${hook}`, argv)]));
  });
  const probes = reader.named('probes', root['probes'], (path, value): ProbeCommand => {
    const probe = reader.object(path, value, ['argv', 'env']);
    return { argv: reader.argv(`${path}.argv`, probe['argv']), env: reader.env(`${path}.env`, probe['env']) };
  });
  return problems.length > 0 ? problems : { providers, hooks, probes };
}

function readProvider(reader: Reader, path: string, value: unknown): ProviderSettings {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  if (kind === 'simulated') {
    const provider = reader.object(path, value, ['kind', 'socket']);
    return { kind, socket: reader.text(`${path}.socket`, provider['socket']) };
  }
  if (kind !== 'command') {
    reader.problem(`${path}.kind`, 'must be "command" or "simulated"');
    return { kind: 'simulated', socket: '' };
  }
  const provider = reader.object(path, value, ['kind', 'argv', 'env', 'timeoutSeconds']);
  const timeoutSeconds = provider['timeoutSeconds'] ?? providerTimeoutSecondsDefault;
  const usable = typeof timeoutSeconds === 'number' && timeoutSeconds > 0 && timeoutSeconds <= providerTimeoutSecondsMax;
  if (!usable) reader.problem(`${path}.timeoutSeconds`, `must be a number above 0, at most ${String(providerTimeoutSecondsMax)}`);
  return {
    kind,
    argv: reader.argv(`${path}.argv`, provider['argv']),
    env: reader.env(`${path}.env`, provider['env']),
    timeoutSeconds: usable ? timeoutSeconds : providerTimeoutSecondsDefault,
  };
}

/** Reads values; what is wrong becomes a problem and a harmless stand-in, so that reading goes on to the next mistake. */
interface Reader {
  problem(path: string, message: string): void;
  object(path: string, value: unknown, keys: readonly string[]): Readonly<Record<string, unknown>>;
  named<Value>(path: string, value: unknown, read: (path: string, value: unknown) => Value): Readonly<Record<string, Value>>;
  text(path: string, value: unknown): string;
  argv(path: string, value: unknown): readonly string[];
  env(path: string, value: unknown): Readonly<Record<string, string>>;
}

function readerInto(problems: IntegrationProblem[]): Reader {
  const problem = (path: string, message: string): void => { problems.push({ path, message }); };
  const plain = (path: string, value: unknown): Readonly<Record<string, unknown>> => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
    problem(path, 'must be an object');
    return {};
  };
  const text = (path: string, value: unknown): string => {
    if (typeof value === 'string' && value !== '' && !value.includes('\0')) return value;
    problem(path, 'must be a text that is not empty');
    return '';
  };
  return {
    problem,
    text,
    object(path, value, keys) {
      const object = plain(path, value);
      for (const key of Object.keys(object)) if (!keys.includes(key)) problem(path === '' ? key : `${path}.${key}`, `is not known here; known: ${keys.join(', ')}`);
      return object;
    },
    named(path, value, read) {
      const entries = Object.entries(value === undefined ? {} : plain(path, value));
      for (const [name] of entries) if (!namePattern.test(name)) problem(`${path}.${name}`, 'a name begins with a letter and has at most 63 letters, digits, "_", "." or "-"');
      return Object.fromEntries(entries.map(([name, one]) => [name, read(`${path}.${name}`, one)]));
    },
    argv(path, value) {
      if (Array.isArray(value) && value.length > 0) return value.map((word: unknown, at) => text(`${path}[${String(at)}]`, word));
      problem(path, 'must be a list of words, the executable first');
      return [];
    },
    env(path, value) {
      if (value === undefined) return {};
      return Object.fromEntries(Object.entries(plain(path, value)).map(([name, one]) => {
        if (typeof one !== 'string') problem(`${path}.${name}`, 'must be a text');
        return [name, String(one)];
      }));
    },
  };
}
