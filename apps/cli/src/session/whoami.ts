import { type Command } from 'commander';
import { CliMeDocument } from '../generated/documents.ts';
import { act, type Perform, printsData } from '../invocation/define-command.ts';

export function whoamiCommand(program: Command, perform: Perform): void {
  act<[], object>(printsData(program.command('whoami').description('who asks, how, and what it may do')), perform, async (invocation) => {
    const connection = await invocation.connection();
    const { me } = await connection.ask(CliMeDocument, {});
    invocation.print({
      kind: 'Me', items: [{ ...me, endpoint: connection.destination.endpoint }], name: (item) => item.person.name,
      columns: [
        { header: 'NAME', text: (item) => item.person.name }, { header: 'ROLE', text: (item) => item.person.role.toLowerCase() }, { header: 'VIA', text: (item) => item.via.toLowerCase() },
        { header: 'ENDPOINT', text: (item) => item.endpoint }, { header: 'PERMISSIONS', text: (item) => item.permissions.join(' '), wide: true },
      ],
    });
    if (me.via === 'TOKEN') invocation.say('An API token never approves: for that, sign in as a person with `skein login`.');
  });
}
