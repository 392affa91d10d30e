import { type DemoNode } from './demo-fleet.ts';

/** A value that holds a comma, a quote or a line break is quoted, its quotes doubled (RFC 4180). */
const cell = (value: string): string => (/[",\r\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** The fleet's nodes in the columns that an import takes, for who wants to import them by hand. */
export function inventoryCsv(nodes: readonly DemoNode[]): string {
  const columns: Readonly<Record<string, (node: DemoNode) => string>> = {
    externalId: (node) => node.externalId,
    hostname: (node) => node.hostname,
    site: (node) => node.site,
    address: (node) => node.address,
    port: (node) => String(node.port),
    hostKeys: (node) => node.hostKeys.join(';'),
    machineId: (node) => node.machineId ?? '',
    domains: (node) => node.domains.join(';'),
    labels: (node) => Object.entries(node.labels).map(([key, value]) => `${key}=${value}`).join(';'),
    protected: (node) => String(node.protected),
    role: (node) => node.role ?? '',
    probes: (node) => (node.probes.length === 0 ? '' : JSON.stringify(node.probes)),
  };
  return [Object.keys(columns), ...nodes.map((node) => Object.values(columns).map((read) => read(node)))].map((row) => `${row.map(cell).join(',')}\n`).join('');
}
