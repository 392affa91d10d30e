import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NodeId, type NodeTarget, type SiteId } from '@skein/core';
import { type LabClient, type LabInventory, type Topology, type TopologyNode, destroyLab, startLab } from '@skein/lab';
import { type SshTransport, openSshTransport, sudoersRule } from '@skein/node-access';

/** A lab of its own with a site that logs in as root and one behind a bastion with sudo, and the ssh transport to it. */
export interface LabForSpec {
  readonly lab: LabClient;
  readonly inventory: LabInventory;
  readonly transport: SshTransport;
  readonly target: { readonly repositoryUrl: string; readonly repositoryKey: string; readonly targetOsId: string; readonly kernelPrefix: string };
  /** A public key line that no node has. */
  readonly strangerKey: string;
  fresh(more?: Partial<TopologyNode>): Promise<NodeTarget>;
  targetOf(name: string): Promise<NodeTarget>;
  close(): Promise<void>;
}

export type LabSite = 'direct' | 'behind';

const topology: Topology = {
  sites: [{ name: 'direct', user: 'root', bastion: null }, { name: 'behind', user: 'skein', bastion: 'jump' }],
  nodes: [{ name: 'jump', site: 'behind', role: 'bastion', domains: ['behind'] }],
  sudoRule: sudoersRule('skein', '/home/skein').split('\n').filter((line) => line !== ''),
};

export async function openLabForSpec(): Promise<LabForSpec> {
  const folder = mkdtempSync(join(tmpdir(), 'skein-node-'));
  const lab = await startLab({ stateFolder: join(folder, 'lab'), topology, cacheFolder: join(tmpdir(), 'skein-lab-images') });
  const inventory = await lab.inventory();
  const privateKey = readFileSync(inventory.clientKeyPath, 'utf8');
  const transport = openSshTransport();
  let count = 0;
  const targetOf = async (name: string): Promise<NodeTarget> => {
    const { nodes, sites, proxy } = await lab.inventory();
    const node = nodes.find((one) => one.name === name);
    const site = sites.find((one) => one.name === node?.site);
    if (node === undefined || site === undefined) throw new Error(`the lab has no node ${name}`);
    const bastions = site.bastion === null || name === site.bastion.name ? [] : [{
      address: site.bastion.address, port: site.bastion.port, hostKeys: [site.bastion.hostKey], credential: { user: site.bastion.user, privateKey, become: 'none' as const },
    }];
    return {
      nodeId: name as NodeId, siteId: site.name as SiteId, route: { kind: 'ssh', proxy, bastions }, address: node.address, port: node.port, hostKeys: [node.hostKey],
      credential: { user: node.user, privateKey, become: node.user === 'root' ? 'none' : 'sudo' },
    };
  };
  return {
    lab, inventory, transport, targetOf,
    target: { repositoryUrl: inventory.targetRepositoryUrl, repositoryKey: inventory.targetKey, targetOsId: 'opencloudos', kernelPrefix: '5.4' },
    strangerKey: newPublicKey(folder),
    async fresh(more = {}) {
      count += 1;
      const name = `s${String(count).padStart(3, '0')}`;
      await lab.createNodes([{ name, site: 'direct', role: 'member', domains: ['direct'], ...more }]);
      return targetOf(name);
    },
    async close() {
      await transport.close();
      await destroyLab(join(folder, 'lab'));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function newPublicKey(folder: string): string {
  const file = join(folder, 'stranger');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'stranger', '-f', file]);
  return readFileSync(`${file}.pub`, 'utf8').trim();
}
