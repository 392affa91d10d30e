import { type Command } from 'commander';
import { CliCredentialsDocument } from '../generated/documents.ts';
import { act, type Perform, printsData } from '../invocation/define-command.ts';

export function credentialCommands(program: Command, perform: Perform): void {
  const noun = program.command('credential').description('ways to log in to nodes; their keys can be written and never read');
  act<[], object>(printsData(noun.command('list').description('list credentials, without their keys')), perform, async (invocation) => {
    const connection = await invocation.connection();
    const { credentials } = await connection.ask(CliCredentialsDocument, {});
    invocation.print({
      kind: 'CredentialList', items: credentials, name: (credential) => credential.name,
      columns: [{ header: 'NAME', text: (credential) => credential.name }, { header: 'USER', text: (credential) => credential.user }, { header: 'BECOMES ROOT', text: (credential) => (credential.become === 'SUDO' ? 'by sudo' : 'no') }, { header: 'UPDATED', text: (credential) => credential.updatedAt }, { header: 'ID', text: (credential) => credential.id, wide: true }],
    });
    if (credentials.length === 0) invocation.say('There are no credentials yet; they are saved in the console.');
  });
}
