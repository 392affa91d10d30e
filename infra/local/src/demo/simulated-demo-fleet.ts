import { openFleetControl, simulatedNodes, simulatedTarget } from '@skein/node-access';
import { integrationName } from '../parts/integrations.ts';
import { type DemoFleet, type DemoNode } from './demo-fleet.ts';

const sites = ['north', 'south', 'west'] as const;
const nodesPerRack = 20;
const controlNodesPerSite = 2;

/** The simulated fleet as three sites with racks; two nodes of each site are kept as its control nodes. */
export function simulatedDemoFleet(socket: string, nodes: number, seed: number): DemoFleet {
  const identities = simulatedNodes(nodes, seed);
  const rows = identities.map((identity, index): DemoNode => {
    const site = sites[index % sites.length] ?? 'north';
    const place = Math.floor(index / sites.length);
    const isControl = place < controlNodesPerSite;
    return {
      ...identity, site, domains: isControl ? [site] : [site, `${site}/r${Math.floor(place / nodesPerRack) + 1}`],
      labels: isControl ? {} : { demo: 'yes' }, protected: isControl, ...(isControl ? { role: 'control' } : {}), probes: [],
    };
  });
  const domains = [...new Set(rows.flatMap((row) => row.domains))];
  return {
    kind: 'simulated',
    credentials: [{ name: 'simulated', user: 'root', privateKey: '-----BEGIN OPENSSH PRIVATE KEY-----\nc2ltdWxhdGVkIG5vZGVzIGhhdmUgbm8gbG9naW4=\n-----END OPENSSH PRIVATE KEY-----\n', become: 'NONE' }],
    sites: sites.map((name) => ({ name, routeKind: 'SIMULATED', socket, bastions: [], credential: 'simulated', provider: integrationName })),
    // A quarter of a rack, and no fewer than two nodes; a tenth of a site.
    budgets: domains.map((domain) => ({ domain, unavailableMax: domain.includes('/') ? Math.max(2, Math.floor(nodesPerRack / 4)) : Math.max(4, Math.ceil(nodes / sites.length / 10)) })),
    nodes: rows,
    target: { name: 'OpenCloudOS 8.5 (simulated)', osId: simulatedTarget.osId, osVersion: simulatedTarget.osVersion, repositoryUrl: simulatedTarget.repositoryUrl, repositoryKey: simulatedTarget.repositoryKey, kernelPrefix: simulatedTarget.kernelPrefix },
    hooks: null,
    async breakKernelOf(externalId) {
      const control = openFleetControl(socket);
      try {
        await control.fault(externalId, 'panicKernel', true);
      } finally {
        control.close();
      }
    },
    traffic: async () => null,
  };
}
