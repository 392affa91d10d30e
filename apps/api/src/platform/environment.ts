import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type WebSettings } from './web-settings.ts';

/** Where the api listens and whom it talks to. Read once, at boot. */
export interface Environment {
  /** 0 lets the system choose; the log says which. */
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** 32 bytes that seal credentials. */
  readonly secretKey: Uint8Array;
  readonly bootstrapFile: string | null;
  readonly web: WebSettings;
}

/** Everything that is wrong with the configuration, at once: nobody likes to fix one variable per start. */
export class EnvironmentError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`the configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'EnvironmentError';
    this.problems = problems;
  }
}

/** Throws EnvironmentError with all problems together. */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const problems: string[] = [];
  const required = (name: string): string => {
    const value = variables[name];
    if (value === undefined || value === '') problems.push(`${name} is not set`);
    return value ?? '';
  };
  const checked = <Value>(name: string, fallback: Value, read: () => Value): Value => {
    try {
      return read();
    } catch (cause) {
      problems.push(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`);
      return fallback;
    }
  };

  const host = variables['SKEIN_API_HOST'] ?? '127.0.0.1';
  if (!isLoopback(host) && variables['SKEIN_API_BEHIND_TLS'] !== 'yes') {
    problems.push(`SKEIN_API_HOST is ${host}: tokens would cross the network in the clear. Listen on 127.0.0.1, or put a TLS proxy in front and say SKEIN_API_BEHIND_TLS=yes`);
  }
  const databaseUrl = required('SKEIN_DATABASE_URL');
  const temporalAddress = required('SKEIN_TEMPORAL_ADDRESS');
  const keyFile = required('SKEIN_SECRET_KEY_FILE');
  const bootstrapFile = variables['SKEIN_BOOTSTRAP_FILE'] ?? null;
  const environment: Environment = {
    port: checked('SKEIN_API_PORT', 0, () => readPort(required('SKEIN_API_PORT'))),
    host,
    databaseUrl: databaseUrl === '' ? '' : checked('SKEIN_DATABASE_URL', '', () => readDatabaseUrl(databaseUrl)),
    temporalAddress,
    temporalNamespace: variables['SKEIN_TEMPORAL_NAMESPACE'] ?? 'skein',
    secretKey: keyFile === '' ? new Uint8Array() : checked('SKEIN_SECRET_KEY_FILE', new Uint8Array(), () => readSecretKey(keyFile)),
    bootstrapFile,
    web: {
      secure: variables['SKEIN_API_BEHIND_TLS'] === 'yes',
      origins: checked('SKEIN_API_ORIGINS', [], () => readOrigins(variables['SKEIN_API_ORIGINS'] ?? '')),
      environmentName: checked('SKEIN_ENVIRONMENT', '', () => readEnvironmentName(variables['SKEIN_ENVIRONMENT'] ?? '')),
      isProtected: variables['SKEIN_ENVIRONMENT_PROTECTED'] === 'yes',
      consoleFolder: checked('SKEIN_CONSOLE_FOLDER', null, () => readConsoleFolder(variables['SKEIN_CONSOLE_FOLDER'])),
    },
  };
  if (bootstrapFile !== null) checked('SKEIN_BOOTSTRAP_FILE', undefined, () => { refuseReadableByOthers(bootstrapFile); });
  if (problems.length > 0) throw new EnvironmentError(problems);
  return environment;
}

/** `process.env` of this process; the only place that reads it. */
export const environmentOfProcess = (): Environment => parseEnvironment(process.env);

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);

function readPort(text: string): number {
  if (text === '') return 0;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new Error(`${text} is not a port number`);
  return port;
}

/** Where pages of the console come from besides the api itself, separated by spaces or commas. */
function readOrigins(text: string): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '').map((part) => {
    const url = URL.parse(part);
    if (url === null || url.origin !== part.replace(/\/$/, '')) throw new Error(`${part} is not an origin such as https://skein.example`);
    return url.origin;
  });
}

function readEnvironmentName(text: string): string {
  if (!/^[\p{L}\p{N} ._-]{0,40}$/u.test(text)) throw new Error('is not a name of at most 40 letters, digits, spaces, dots, hyphens');
  return text;
}

/** A folder that was named must be there; the usual one may not have been built yet. */
function readConsoleFolder(named: string | undefined): string | null {
  if (named !== undefined && !existsSync(`${named}/index.html`)) throw new Error(`${named} has no index.html; build the console first`);
  const usual = fileURLToPath(new URL('../../../console/dist/site', import.meta.url));
  return named ?? (existsSync(`${usual}/index.html`) ? usual : null);
}

function readDatabaseUrl(text: string): string {
  const url = URL.parse(text);
  // The address may hold a password, so the message does not repeat it.
  if (url === null || !['postgres:', 'postgresql:'].includes(url.protocol)) throw new Error('is not an address such as postgres://user@host:5432/skein');
  return text;
}

/** 64 hexadecimal digits, or the 32 bytes themselves. */
function readSecretKey(path: string): Uint8Array {
  refuseReadableByOthers(path);
  const raw = readFileSync(path);
  if (raw.length === 32) return raw;
  const text = raw.toString('utf8').trim();
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new Error(`${path} must hold 32 bytes, raw or as 64 hexadecimal digits`);
  return Buffer.from(text, 'hex');
}

function refuseReadableByOthers(path: string): void {
  const { mode } = statSync(path);
  if ((mode & 0o077) !== 0) throw new Error(`${path} can be read by others (mode ${(mode & 0o777).toString(8)}); chmod 600 it`);
}
