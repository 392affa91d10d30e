import { homedir } from 'node:os';
import { join } from 'node:path';

/** What the caller's environment says. Read once, at the start; flags win over it, and it wins over contexts. */
export interface Environment {
  /** `SKEIN_CONTEXT`. */
  readonly context: string | null;
  /** `SKEIN_ENDPOINT`. */
  readonly endpoint: string | null;
  /** `SKEIN_TOKEN`: bearer token, so that automation needs no file. */
  readonly token: string | null;
  /** `SKEIN_ALLOW_HTTP=1`: a token may cross a network in the clear. */
  readonly allowHttp: boolean;
  /** `$XDG_CONFIG_HOME/skein/config.yaml`. */
  readonly configFile: string;
  /** `NO_COLOR`, or a terminal that has none. */
  readonly noColour: boolean;
}

const textOf = (value: string | undefined): string | null => (value === undefined || value.trim() === '' ? null : value.trim());

export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): Environment {
  return {
    context: textOf(variables['SKEIN_CONTEXT']),
    endpoint: textOf(variables['SKEIN_ENDPOINT']),
    token: textOf(variables['SKEIN_TOKEN']),
    allowHttp: textOf(variables['SKEIN_ALLOW_HTTP']) === '1',
    configFile: join(textOf(variables['XDG_CONFIG_HOME']) ?? join(homedir(), '.config'), 'skein', 'config.yaml'),
    noColour: textOf(variables['NO_COLOR']) !== null || variables['TERM'] === 'dumb',
  };
}
