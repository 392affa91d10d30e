import { type Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { CommandFailure, usageFailure } from '../failure/command-failure.ts';
import { exitCodes } from '../failure/exit-code.ts';
import { act, type Perform, printsData } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { relativeTime } from '../output/describe-time.ts';
import { type Config, type Context, withContext, withoutContext, writeConfig } from './config-file.ts';
import { readEndpoint } from './resolve-connection.ts';

interface SetOptions {
  readonly endpoint?: string;
  readonly protected?: boolean;
  readonly tokenFile?: string;
}

export function contextCommands(program: Command, perform: Perform): void {
  const noun = program.command('context').description('control planes that this machine knows, each with its way in');
  act<[], object>(printsData(noun.command('list').description('list contexts')), perform, listContexts);
  act<[string], object>(noun.command('use').description('make a context the current one').argument('<name>', 'its name'), perform, useContext);
  act<[string], SetOptions>(noun.command('set').description('make a context, or change one; --endpoint says where it leads').argument('<name>', 'its name')
    .option('--protected', 'verbs want a reason, and questions say in red where they are asked').option('--no-protected', 'an everyday context')
    .option('--token-file <path>', 'API token to use, read from this file'), perform, setContext);
  act<[string], object>(noun.command('remove').description('forget a context and its token').argument('<name>', 'its name'), perform, removeContext);
}

const isName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(name);

function find(config: Config, name: string): Context {
  const found = config.contexts.find((context) => context.name === name);
  if (found !== undefined) return found;
  throw new CommandFailure(`there is no context ${JSON.stringify(name)}`, { exitCode: exitCodes.notFound, code: 'contextNotFound', hint: config.contexts.length === 0 ? 'Make one with `skein login --endpoint URL`.' : `There are: ${config.contexts.map((context) => context.name).join(', ')}.` });
}

async function listContexts(invocation: Invocation): Promise<void> {
  const { current, contexts } = await invocation.config();
  const now = invocation.world.now();
  invocation.print({
    kind: 'ContextList', name: (context) => context.name,
    // The token stays where it is: what is printed ends up in logs.
    items: contexts.map(({ token, ...context }) => ({ ...context, current: context.name === current, signedIn: token !== null })),
    columns: [
      { header: 'CURRENT', text: (context) => (context.current ? '*' : '') }, { header: 'NAME', text: (context) => context.name }, { header: 'ENDPOINT', text: (context) => context.endpoint },
      { header: 'PROTECTED', text: (context) => (context.protected ? 'protected' : ''), tone: () => 'bad' }, { header: 'SIGNED IN', text: (context) => (context.signedIn ? context.person ?? 'by token' : '') },
      { header: 'ENDS', text: (context) => relativeTime(context.expiresAt, now), wide: true },
    ],
  });
}

async function useContext(invocation: Invocation, _options: object, name: string): Promise<void> {
  const config = await invocation.config();
  const { endpoint } = find(config, name);
  await writeConfig(invocation.world.environment.configFile, { ...config, current: name });
  invocation.say(`Commands go to ${name} (${endpoint}) now.`);
}

async function setContext(invocation: Invocation, options: SetOptions, name: string): Promise<void> {
  if (!isName(name)) throw usageFailure(`${JSON.stringify(name)} is not a name`, 'Letters, digits and . _ - are allowed, at most 63.');
  const config = await invocation.config();
  const { environment } = invocation.world;
  const known = config.contexts.find((context) => context.name === name);
  const endpoint = options.endpoint ?? known?.endpoint;
  if (endpoint === undefined) throw usageFailure(`the new context ${name} leads nowhere yet`, 'Give --endpoint https://skein.example.');
  const readable = readEndpoint(endpoint, environment);
  const token = options.tokenFile === undefined ? null : (await readFile(options.tokenFile, 'utf8').catch((cause: unknown) => { throw usageFailure(`${options.tokenFile ?? ''} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`); })).trim();
  // Another endpoint gets nothing that was meant for the one before.
  const kept = known !== undefined && known.endpoint === readable ? known : null;
  const changed = { name, endpoint: readable, protected: options.protected ?? known?.protected ?? false, token: token ?? kept?.token ?? null, person: token === null ? kept?.person ?? null : null, expiresAt: token === null ? kept?.expiresAt ?? null : null };
  await writeConfig(environment.configFile, withContext(config, changed));
  invocation.say(`Context ${name} leads to ${readable}${changed.protected ? ', protected' : ''}${changed.token === null ? '; sign in with `skein login --context ' + name + '`' : ''}.`);
}

async function removeContext(invocation: Invocation, _options: object, name: string): Promise<void> {
  const config = await invocation.config();
  const { token, person } = find(config, name);
  await writeConfig(invocation.world.environment.configFile, withoutContext(config, name));
  invocation.say(`Forgot context ${name}.${token === null ? '' : person === null ? ' Its token is still in force until it is revoked.' : ' Its session ends by itself; `skein logout` would have ended it at once.'}`);
}
