import { ApiError } from '@skein/client';
import { type Command } from 'commander';
import { readConfig, withContext, writeConfig } from '../context/config-file.ts';
import { CliSignOutDocument } from '../generated/documents.ts';
import { act, type Perform } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';

export function logoutCommand(program: Command, perform: Perform): void {
  act<[], object>(program.command('logout').description('end the session of the context, here and at the control plane'), perform, logout);
}

async function logout(invocation: Invocation): Promise<void> {
  const { environment } = invocation.world;
  const { context } = await invocation.destination();
  if (context?.token === null || context === null) {
    invocation.say('Nobody is signed in here.');
    return;
  }
  const connection = await invocation.connection();
  const ended = await connection.ask(CliSignOutDocument, {}).then(({ signOut }) => signOut.userErrors.length === 0, (error: unknown) => {
    // A session that is over needs no ending; forgetting it here is right in any case, and what is not known is said.
    if (error instanceof ApiError) return error.code === 'UNAUTHENTICATED';
    throw error;
  });
  const config = await readConfig(environment.configFile);
  await writeConfig(environment.configFile, withContext(config, { ...context, token: null, person: null, expiresAt: null }));
  invocation.say(ended ? `Signed out of ${context.endpoint}.` : `Forgot the token of context ${context.name}. Whether ${context.endpoint} ended the session is not known; it ends by itself after 12 hours, and an API token stays in force until it is revoked.`);
}
