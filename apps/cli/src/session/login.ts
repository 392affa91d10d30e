import { type Command } from 'commander';
import { connect } from '../connection/connection.ts';
import { readConfig, withContext, writeConfig } from '../context/config-file.ts';
import { readEndpoint, resolveDestination } from '../context/resolve-connection.ts';
import { accepted, CommandFailure, usageFailure } from '../failure/command-failure.ts';
import { exitCodes } from '../failure/exit-code.ts';
import { CliSignInDocument } from '../generated/documents.ts';
import { act, type Perform } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';

interface LoginOptions {
  readonly name?: string;
  readonly passwordStdin?: true;
}

export function loginCommand(program: Command, perform: Perform): void {
  const command = program.command('login').description('sign in as a person; the session lasts 12 hours')
    .option('--name <person>', 'who signs in; asked for when left out')
    .option('--password-stdin', 'read the password from standard input instead of asking')
    .addHelpText('after', '\nMakes the context that --context names ("default" without one) or renews its session. Automation needs no login: it sets SKEIN_TOKEN.');
  act<[], LoginOptions>(command, perform, login);
}

async function login(invocation: Invocation, options: LoginOptions): Promise<void> {
  const { world, common } = invocation;
  const { terminal, environment } = world;
  const config = await readConfig(environment.configFile);
  const contextName = common.context ?? environment.context ?? config.current ?? 'default';
  const known = config.contexts.find(({ name }) => name === contextName);
  const given = common.endpoint ?? environment.endpoint ?? known?.endpoint ?? (terminal.canAsk ? await terminal.ask('Endpoint, such as https://skein.example: ') : null);
  if (given === null) throw usageFailure('no control plane is named', 'Give --endpoint https://skein.example.');
  const endpoint = readEndpoint(given.trim(), environment);
  const name = options.name ?? (terminal.canAsk ? await terminal.ask('Name: ') : null);
  if (name === null || name.trim() === '') throw usageFailure('nobody is named who signs in', 'Give --name NAME.');
  const password = options.passwordStdin === true ? new TextDecoder().decode(await terminal.readInput()).replace(/\r?\n$/, '') : terminal.canAsk ? await terminal.askSecret(`Password of ${name.trim()}: `) : null;
  if (world.signal.aborted) throw new CommandFailure('interrupted, and nothing was changed', { exitCode: exitCodes.interrupted, code: 'ABORTED' });
  if (password === null || password === '') throw usageFailure('no password was given', 'It is asked for on a terminal; elsewhere give --password-stdin.');
  const destination = { ...resolveDestination({ endpoint }, { ...environment, context: null, token: null }, { current: null, contexts: [] }), token: null };
  const connection = connect({ world, destination, timeoutSeconds: common.requestTimeout ?? 30, debug: common.debug === true });
  // No idempotency key here: a second session does no harm, and a password is not sent three times unasked.
  const { signIn } = await connection.ask(CliSignInDocument, { input: { name: name.trim(), password, carrier: 'TOKEN' } });
  const { token, expiresAt, person } = accepted(signIn);
  if (token === null) throw new Error('the api signed in and gave no token');
  // Read anew: somebody may have typed a password for minutes.
  const latest = await readConfig(environment.configFile);
  const renewed = withContext(latest, { name: contextName, endpoint, protected: known?.protected ?? false, token, person: person?.name ?? name.trim(), expiresAt });
  await writeConfig(environment.configFile, { ...renewed, current: latest.current ?? contextName });
  invocation.say(`Signed in as ${person?.name ?? name.trim()} (${person?.role.toLowerCase() ?? 'unknown role'}) at ${endpoint}, context ${contextName}${expiresAt === null ? '' : `, until ${expiresAt}`}.`);
  if (environment.token !== null) invocation.say('SKEIN_TOKEN is set and wins over this session: unset it to use the session.');
}
