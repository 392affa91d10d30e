import { type Environment } from '../environment.ts';
import { CommandFailure, usageFailure } from '../failure/command-failure.ts';
import { exitCodes } from '../failure/exit-code.ts';
import { type Config, type Context } from './config-file.ts';

export interface ConnectionFlags {
  readonly context?: string | undefined;
  readonly endpoint?: string | undefined;
}

/** Where a command goes, and as whom. */
export interface Destination {
  /** The context that it comes from; null when flags and environment said everything. */
  readonly context: Context | null;
  /** Without a slash at its end. */
  readonly endpoint: string;
  readonly token: string | null;
  readonly tokenFrom: 'environment' | 'context' | null;
  readonly protected: boolean;
}

const loopback = /^(localhost|127(\.\d+){3}|\[::1\]|.*\.localhost)$/;

/** An endpoint in one form, or why it is none. */
export function readEndpoint(text: string, { allowHttp }: Pick<Environment, 'allowHttp'>): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw usageFailure(`${JSON.stringify(text)} is not an endpoint`, 'Give it as https://skein.example.');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw usageFailure(`${JSON.stringify(text)} is neither https nor http`, 'Give it as https://skein.example.');
  if (url.username !== '' || url.password !== '') throw usageFailure('an endpoint holds no name and no password', 'Sign in with `skein login`.');
  if (url.protocol === 'http:' && !loopback.test(url.hostname) && !allowHttp) {
    throw usageFailure(`${url.origin} would carry tokens across the network in the clear`, 'Use https; or set SKEIN_ALLOW_HTTP=1 when the network between is yours.');
  }
  return `${url.origin}${url.pathname.replace(/\/(graphql)?\/?$/, '')}`;
}

/** Flag before environment before context. A context's token goes to that context's endpoint and to no other. */
export function resolveDestination(flags: ConnectionFlags, environment: Environment, config: Config): Destination {
  const wanted = flags.context ?? environment.context;
  const name = wanted ?? config.current;
  const found = config.contexts.find((context) => context.name === name) ?? null;
  if (found === null && wanted !== null && wanted !== undefined) {
    throw new CommandFailure(`there is no context ${JSON.stringify(wanted)}`, { exitCode: exitCodes.notFound, code: 'contextNotFound', hint: config.contexts.length === 0 ? 'Make one with `skein login --endpoint URL`.' : `There are: ${config.contexts.map((context) => context.name).join(', ')}.` });
  }
  const asked = flags.endpoint ?? environment.endpoint ?? found?.endpoint;
  if (asked === undefined) throw usageFailure('no control plane is named', 'Sign in with `skein login --endpoint https://skein.example`, or set SKEIN_ENDPOINT.');
  const endpoint = readEndpoint(asked, environment);
  const own = found !== null && readEndpoint(found.endpoint, { allowHttp: true }) === endpoint;
  const token = environment.token ?? (own ? found.token : null);
  // It travels in a header, which holds one line of ASCII: anything else would fail as if nobody were there.
  if (token !== null && !/^[\x21-\x7e]+$/.test(token)) throw usageFailure(environment.token === null ? `the token of the context ${found?.name ?? ''} is none` : 'SKEIN_TOKEN holds spaces, line ends or other characters that no token has', 'Give the secret that `skein token create` printed, and nothing else.');
  return { context: own ? found : null, endpoint, token, tokenFrom: environment.token !== null ? 'environment' : token === null ? null : 'context', protected: found?.protected ?? false };
}
