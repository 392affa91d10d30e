import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LabInventory } from '../daemon/inventory.ts';

const connectProgram = fileURLToPath(new URL('./connect-through-door.ts', import.meta.url));

/** Files with which plain `ssh -F` reaches every node by name: keys pinned, door and bastions in between. Returns the path of the configuration. */
export function writeSshFiles(stateFolder: string, inventory: LabInventory): string {
  const proxyCommand = `${process.execPath} ${connectProgram} ${join(stateFolder, 'socks.sock')} %h %p`;
  const knownHosts = join(stateFolder, 'known_hosts');
  writeFileSync(knownHosts, inventory.nodes.map((node) => `${node.address} ${node.hostKey}\n`).join(''));
  const common = ['  IdentitiesOnly yes', `  IdentityFile ${inventory.clientKeyPath}`, `  UserKnownHostsFile ${knownHosts}`, '  StrictHostKeyChecking yes', '  LogLevel ERROR'];
  const blocks = inventory.nodes.map((node) => {
    const bastion = inventory.sites.find((site) => site.name === node.site)?.bastion ?? null;
    const jump = bastion !== null && bastion.name !== node.name;
    return [`Host ${node.name}`, `  HostName ${node.address}`, `  User ${node.user}`, jump ? `  ProxyJump ${bastion.name}-jump` : `  ProxyCommand ${proxyCommand}`, ...common];
  });
  const jumps = inventory.sites.flatMap(({ bastion }) => (bastion === null ? [] : [
    [`Host ${bastion.name}-jump`, `  HostName ${bastion.address}`, `  User ${bastion.user}`, `  ProxyCommand ${proxyCommand}`, ...common],
  ]));
  const path = join(stateFolder, 'ssh_config');
  writeFileSync(path, `${[...blocks, ...jumps].map((lines) => lines.join('\n')).join('\n\n')}\n`);
  return path;
}
