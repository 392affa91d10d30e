/** Which nodes a lab has and how one gets to them. Written by hand as JSON, or made by `demoTopology` and `smallTopology`. */
export interface Topology {
  readonly sites: readonly TopologySite[];
  readonly nodes: readonly TopologyNode[];
  /** Lines of /etc/sudoers.d/skein on nodes whose site logs in as `skein`. */
  readonly sudoRule?: readonly string[];
  /** Client requests per second through the toy load balancer from the start; 0 by default, at most 50. */
  readonly requestsPerSecond?: number;
}

export interface TopologySite {
  readonly name: string;
  /** Who logs in at this site's nodes: `root`, or `skein` with the sudo rule. */
  readonly user: LoginUser;
  /** Name of the node that is the only way in; null: directly. */
  readonly bastion: string | null;
}

export interface TopologyNode {
  readonly name: string;
  readonly site: string;
  readonly role: NodeRole;
  /** Failure domains, such as `north` and `north/r1`. */
  readonly domains: readonly string[];
  /** Size of the node's own disk; without it the node sees the free space of the machine. At least 48. */
  readonly diskMb?: number;
  /** Third-party packages installed from the beginning: `acme-strict`, `kmod-acme-raid`. */
  readonly packages?: readonly string[];
}

export type LoginUser = 'root' | 'skein';
export type NodeRole = 'member' | 'control' | 'bastion' | 'balancer';

export const defaultSudoRule: readonly string[] = [
  'skein ALL=(root) NOPASSWD: /bin/sh /var/lib/skein/runner *, '
    + '/usr/bin/install -o root -g root -m 0700 /home/skein/.skein-runner /var/lib/skein/runner, /usr/bin/install -d -o root -g root -m 0700 /var/lib/skein',
];

/** Every reason why this cannot be a topology, as sentences; empty when it can. */
export function topologyProblems(topology: Topology): readonly string[] {
  const problems: string[] = [];
  const sites = new Map(topology.sites.map((site) => [site.name, site]));
  const nodes = new Map(topology.nodes.map((node) => [node.name, node]));
  if (nodes.size !== topology.nodes.length) problems.push('two nodes have the same name');
  if (topology.nodes.length > 900) problems.push(`${topology.nodes.length} nodes: one bridge takes at most 900`);
  for (const node of topology.nodes) {
    if (!/^[a-z][a-z0-9-]{0,30}$/.test(node.name)) problems.push(`"${node.name}" is no node name (a to z, 0 to 9, -, at most 31)`);
    if (!sites.has(node.site)) problems.push(`node ${node.name}: there is no site "${node.site}"`);
    if (node.diskMb !== undefined && node.diskMb < 48) problems.push(`node ${node.name}: a disk of ${node.diskMb} MB is too small (at least 48)`);
    for (const name of node.packages ?? []) if (!['acme-strict', 'kmod-acme-raid'].includes(name)) problems.push(`node ${node.name}: there is no third-party package "${name}"`);
  }
  for (const site of topology.sites) {
    if (site.bastion !== null && nodes.get(site.bastion)?.role !== 'bastion') problems.push(`site ${site.name}: "${site.bastion}" is not a node with the role bastion`);
  }
  return problems;
}

/** `count` plain nodes n01… in one site that is reached directly. */
export function smallTopology(count: number): Topology {
  return {
    sites: [{ name: 'north', user: 'root', bastion: null }],
    nodes: Array.from({ length: count }, (_, index) => {
      const name = `n${String(index + 1).padStart(2, '0')}`;
      return { name, site: 'north', role: 'member', domains: ['north', `north/r${(index % 2) + 1}`] };
    }),
  };
}
