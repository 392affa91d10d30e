import { type Command } from 'commander';
import { CliHealthDocument } from '../generated/documents.ts';
import { act, type Perform, printsData } from '../invocation/define-command.ts';
import { ownVersion } from './own-version.ts';

export function versionCommand(program: Command, perform: Perform): void {
  act<[], object>(printsData(program.command('version').description('versions of this command line and of the control plane')), perform, async (invocation) => {
    const health = await invocation.connection().then((connection) => connection.ask(CliHealthDocument, {})).then(({ health: found }) => found.version, () => null);
    const { version } = ownVersion();
    invocation.print({
      kind: 'Version', items: [{ skein: version, controlPlane: health, node: process.versions.node }], name: (item) => item.skein,
      columns: [{ header: 'SKEIN', text: (item) => item.skein }, { header: 'CONTROL PLANE', text: (item) => item.controlPlane }, { header: 'NODE.JS', text: (item) => item.node }],
    });
    if (health === null) invocation.say('The control plane was not reached; `skein doctor` says why.');
  });
}
