import { Injectable } from '@nestjs/common';
import { type FleetCounts as FleetCountsRow, type NodeFilter as RowFilter, type NodeView } from '@skein/persistence';
import { type FleetCounts, type Node, type NodeCount, type NodeExplanation, type NodeFilter, type PageInfo, type PageInput } from '../generated/schema-types.ts';
import { connection, pageRequest } from '../platform/connection.ts';
import { badRequest } from '../platform/graphql-failure.ts';
import { Persistence } from '../platform/persistence.ts';

/** A node without the fields that cost statements of their own; the resolver adds them where they are selected. */
export type NodeParent = Omit<Node, 'explain'>;

@Injectable()
export class NodeViews {
  constructor(private readonly persistence: Persistence) {}

  async nodes(filter: NodeFilter | null | undefined, page: PageInput | null | undefined): Promise<{ nodes: NodeParent[]; pageInfo: PageInfo; totalCount: () => Promise<number> }> {
    const wanted = toRowFilter(filter);
    return connection(await this.persistence.fleetViews.nodes(wanted, pageRequest(page)), toNode, () => this.persistence.fleetViews.countNodes(wanted));
  }

  async node(id: string): Promise<NodeParent | null> {
    const row = await this.persistence.fleetViews.node(id);
    return row === null ? null : toNode(row);
  }

  async nodeByName(name: string): Promise<NodeParent | null> {
    const row = await this.persistence.fleetViews.nodeByName(name);
    return row === null ? null : toNode(row);
  }

  async explain(id: string): Promise<NodeExplanation> {
    const explained = await this.persistence.fleetViews.explain(id);
    const obstacles = (explained?.obstacles ?? []).map(({ reason, message }) => ({ code: reason.kind, message }));
    return { couldStart: obstacles.length === 0, obstacles };
  }

  async fleet(): Promise<FleetCounts> {
    const row = await this.persistence.fleetViews.fleet();
    return { ...row, bySite: toCounts(row.bySite), byOs: toCounts(row.byOs), byRunState: toCounts(row.byRunState) };
  }
}

const toCounts = (counts: FleetCountsRow['bySite']): NodeCount[] => Object.entries(counts).map(([value, count]) => ({ value, count })).sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));

function toRowFilter(filter: NodeFilter | null | undefined): RowFilter {
  if (filter === null || filter === undefined) return {};
  const { labels, ...rest } = filter;
  if (labels === null || labels === undefined) return rest;
  return { ...rest, labels: Object.fromEntries(labels.map((label) => {
    const at = label.indexOf('=');
    if (at < 1) throw badRequest(`filter.labels has ${JSON.stringify(label.slice(0, 60))}, which is not of the form key=value`);
    return [label.slice(0, at), label.slice(at + 1)];
  })) };
}

const health = { good: 'GOOD', bad: 'BAD', unknown: 'UNKNOWN' } as const;

const toNode = (row: NodeView): NodeParent => ({
  id: row.nodeId, source: row.source, externalId: row.externalId, hostname: row.hostname, site: row.site, address: row.address, port: row.port, credential: row.credential,
  hostKeys: row.hostKeys, machineId: row.machineId, domains: row.domains, labels: Object.entries(row.labels).map(([key, value]) => ({ key, value })), role: row.role,
  protected: row.protected, held: row.held, heldReason: row.heldReason, retired: row.retired, quarantined: row.quarantined, incarnation: row.incarnation,
  os: row.os, kernel: row.kernel, inspectedAt: row.inspectedAt?.toISOString() ?? null, health: health[row.health], observedAt: row.observedAt?.toISOString() ?? null,
  openRunId: row.openRunId, runState: row.runState,
});
