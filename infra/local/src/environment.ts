import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** What the caller's environment says about this machine. Read in this file only. */
export interface LocalEnvironment {
  /** `DATABASE_URL`: a PostgreSQL that someone else keeps alive. */
  readonly databaseUrl: string | null;
  /** `TEMPORAL_ADDRESS`, `host:port`: a Temporal that someone else keeps alive. */
  readonly temporalAddress: string | null;
  readonly temporalNamespace: string;
  /** `SKEIN_HOME`. */
  readonly home: string;
  /** `SKEIN_CACHE`: what is built once per machine. */
  readonly cache: string;
  /** `SKEIN_TEMPORAL_SERVER` and `SKEIN_TEMPORAL_SQL_TOOL`: finished binaries, instead of building them. */
  readonly temporalServer: string | null;
  readonly temporalSqlTool: string | null;
  /** `CI=true`: nothing may be left out. */
  readonly ci: boolean;
}

const textOf = (value: string | undefined): string | null => (value === undefined || value.trim() === '' ? null : value.trim());

export function readEnvironment(env: NodeJS.ProcessEnv = process.env): LocalEnvironment {
  return {
    databaseUrl: textOf(env['DATABASE_URL']),
    temporalAddress: textOf(env['TEMPORAL_ADDRESS']),
    temporalNamespace: textOf(env['TEMPORAL_NAMESPACE']) ?? 'skein',
    home: resolve(textOf(env['SKEIN_HOME']) ?? join(repositoryRoot, '.skein')),
    cache: resolve(textOf(env['SKEIN_CACHE']) ?? join(homedir(), '.cache', 'skein')),
    temporalServer: textOf(env['SKEIN_TEMPORAL_SERVER']),
    temporalSqlTool: textOf(env['SKEIN_TEMPORAL_SQL_TOOL']),
    ci: env['CI'] === 'true',
  };
}

const launcherVariable = 'SKEIN_LAUNCHER_PID';

/** The process whose death means that nobody is at the terminal any more; the scripts that start us name it. */
export function launcherPid(env: NodeJS.ProcessEnv = process.env): number | null {
  const pid = Number(env[launcherVariable]);
  return Number.isInteger(pid) && pid > 1 ? pid : null;
}

const inherited = ['HOME', 'LANG', 'LC_ALL', 'LOGNAME', 'TMPDIR', 'TZ', 'USER', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS'];

/**
 * What a part gets: little of the caller's environment, because names such as `PGHOST` or `TEMPORAL_CONFIG_DIR` would change
 * what it does; settings of ours (`SKEIN_…`) go through. Our Node comes first on PATH.
 */
export function partEnvironment(extra: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const kept = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined && (inherited.includes(entry[0]) || (entry[0].startsWith('SKEIN_') && entry[0] !== launcherVariable)));
  return { ...Object.fromEntries(kept), PATH: [join(repositoryRoot, 'node_modules/.bin'), env['PATH'] ?? '/usr/bin:/bin'].join(delimiter), ...extra };
}

/** What a build tool gets: everything, because module proxies, certificates and caches are the machine owner's business. */
export function toolEnvironment(extra: Readonly<Record<string, string>> = {}, env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return { ...env, PATH: [join(repositoryRoot, 'node_modules/.bin'), env['PATH'] ?? '/usr/bin:/bin'].join(delimiter), ...extra };
}
