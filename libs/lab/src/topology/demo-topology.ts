import { type Topology, type TopologyNode } from './topology.ts';

const sites = ['north', 'south', 'west'] as const;

/**
 * What `npm start` shows: 24 members in three sites and six racks; per site two control nodes that nobody touches; a load balancer; and a bastion that is
 * the only way into west, where one logs in as an ordinary user with a sudo rule.
 */
export const demoTopology: Topology = {
  sites: sites.map((name) => (name === 'west' ? { name, user: 'skein', bastion: 'bastion-west' } : { name, user: 'root', bastion: null })),
  nodes: [
    ...sites.flatMap((site, siteIndex) => Array.from({ length: 8 }, (_, index): TopologyNode => ({
      name: `n${String(siteIndex * 8 + index + 1).padStart(2, '0')}`,
      site, role: 'member', domains: [site, `${site}/r${siteIndex * 2 + (index < 4 ? 1 : 2)}`],
    }))),
    ...sites.flatMap((site) => [1, 2].map((index): TopologyNode => ({ name: `c-${site}-${index}`, site, role: 'control', domains: [site] }))),
    { name: 'bastion-west', site: 'west', role: 'bastion', domains: ['west'] },
    { name: 'lb1', site: 'north', role: 'balancer', domains: ['north'] },
  ],
  requestsPerSecond: 10,
};
