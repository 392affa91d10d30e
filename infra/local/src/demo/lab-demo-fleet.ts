import { readFile } from 'node:fs/promises';
import { type LabClient } from '@skein/lab';
import { integrationName } from '../parts/integrations.ts';
import { type DemoFleet, type DemoNode, type DemoSite } from './demo-fleet.ts';

const nodeKey = (user: string): string => `lab-${user}`;
const jumpKey = 'lab-jump';

/** The lab as an inventory: sites with their way in, racks with budgets, a probe of each member's service. */
export async function labDemoFleet(lab: LabClient): Promise<DemoFleet> {
  const inventory = await lab.inventory();
  const privateKey = await readFile(inventory.clientKeyPath, 'utf8');
  const users = [...new Set(inventory.nodes.map((node) => node.user))];
  const domains = [...new Set(inventory.nodes.flatMap((node) => node.domains))];
  return {
    kind: 'lab',
    credentials: [
      ...users.map((user) => ({ name: nodeKey(user), user, privateKey, become: user === 'root' ? ('NONE' as const) : ('SUDO' as const) })),
      { name: jumpKey, user: 'jump', privateKey, become: 'NONE' },
    ],
    sites: inventory.sites.map((site): DemoSite => ({
      name: site.name, routeKind: 'SSH', proxy: inventory.proxy, credential: nodeKey(site.user), provider: integrationName,
      bastions: site.bastion === null ? [] : [{ address: site.bastion.address, port: site.bastion.port, hostKeys: [site.bastion.hostKey], credential: jumpKey }],
    })),
    // Half a rack of four, half a site of eight.
    budgets: domains.map((domain) => ({ domain, unavailableMax: domain.includes('/') ? 2 : 4 })),
    nodes: inventory.nodes.map((node): DemoNode => ({
      externalId: node.externalId, hostname: node.name, site: node.site, address: node.address, port: node.port, hostKeys: [node.hostKey], machineId: node.machineId,
      domains: node.domains, labels: node.protected ? {} : { demo: 'yes' }, protected: node.protected, ...(node.role === 'member' ? {} : { role: node.role }),
      probes: node.role === 'member' ? [{ kind: 'http', port: 8080, path: '/', expectStatus: 200, timeoutSeconds: 3 }] : [],
    })),
    target: { name: 'OpenCloudOS 8.5 (lab)', osId: 'opencloudos', osVersion: '8.5', repositoryUrl: inventory.targetRepositoryUrl, repositoryKey: inventory.targetKey, kernelPrefix: '5.4.' },
    hooks: integrationName,
    async breakKernelOf(externalId) {
      await lab.break(externalId, 'panic-kernel');
    },
    async traffic() {
      const { requests, lost } = await lab.balancer();
      return { requests, lost };
    },
  };
}
