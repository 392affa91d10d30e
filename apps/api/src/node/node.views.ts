import { Injectable } from '@nestjs/common';
import { osFamily, stateClasses } from '@skein/core';
import { type FleetCounts as FleetCountsRow, type NodeOrder as RowOrder, type NodeView, type RestorePointView, type ServiceView, type StateClassCounts } from '@skein/persistence';
import {
  type FleetCounts, type LifecycleCount, type Node, type NodeCount, type NodeExplanation, type NodeFacet, type NodeFacetField, type NodeFilter, type NodeOrder, type PageInfo, type PageInput,
  type RestorePoint, type Service, type StateClassCount,
} from '../generated/schema-types.ts';
import { BatchLoader } from '../platform/batch-loader.ts';
import { connection, pageRequest } from '../platform/connection.ts';
import { Persistence } from '../platform/persistence.ts';
import { toNodeFilter } from './to-node-filter.ts';

/** A node without the fields that cost statements of their own; the resolver adds them where they are selected. */
export type NodeParent = Omit<Node, 'explain' | 'run' | 'runs' | 'services' | 'restorePoints' | 'facts' | 'assessment'> & { readonly runId: string | null };

@Injectable()
export class NodeViews {
  constructor(private readonly persistence: Persistence) {}

  private readonly serviceLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.fleetViews.servicesOf(ids));
  private readonly restorePointLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.fleetViews.restorePointsOf(ids));
  private readonly factsLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.fleetViews.factsOf(ids));

  async nodes(filter: NodeFilter | null | undefined, orderBy: NodeOrder | null | undefined, page: PageInput | null | undefined): Promise<{ nodes: NodeParent[]; pageInfo: PageInfo; totalCount: () => Promise<number> }> {
    const wanted = toNodeFilter(filter ?? {});
    return connection(await this.persistence.fleetViews.nodes(wanted, pageRequest(page), toOrder(orderBy)), toNode, () => this.persistence.fleetViews.countNodes(wanted));
  }

  async facets(filter: NodeFilter | null | undefined, by: readonly NodeFacetField[]): Promise<NodeFacet[]> {
    return [...await this.persistence.fleetViews.facets(toNodeFilter(filter ?? {}), by)];
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
    const obstacles = (explained?.obstacles ?? []).map(({ reason, message, sentence }) => ({ code: reason.kind, message, sentence }));
    return { couldStart: obstacles.length === 0, obstacles };
  }

  async services(): Promise<Service[]> {
    return (await this.persistence.fleetViews.services()).map(toService);
  }

  async servicesOf(nodeId: string): Promise<Service[]> {
    return (await this.serviceLoader.load(nodeId) ?? []).map(toService);
  }

  async restorePointsOf(nodeId: string): Promise<RestorePoint[]> {
    return (await this.restorePointLoader.load(nodeId) ?? []).map(toRestorePoint);
  }

  async factsOf(nodeId: string): Promise<Readonly<Record<string, unknown>> | null> {
    return await this.factsLoader.load(nodeId) ?? null;
  }

  async fleet(): Promise<FleetCounts> {
    const row = await this.persistence.fleetViews.fleet();
    return { ...row, bySite: toCounts(row.bySite), byOs: toCounts(row.byOs), byRunState: toCounts(row.byRunState), byStateClass: toClassCounts(row.byStateClass), byLifecycle: toLifecycles(row.byOs) };
  }
}

const toOrder = (order: NodeOrder | null | undefined): RowOrder => ({ field: order?.field ?? 'HOSTNAME', descending: order?.direction === 'DESC' });

const toCounts = (counts: FleetCountsRow['bySite']): NodeCount[] => Object.entries(counts).map(([value, count]) => ({ value, count })).sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));

/** Every class, in the order of the screens. */
export const toClassCounts = (counts: StateClassCounts): StateClassCount[] => stateClasses.map((stateClass) => ({ stateClass, count: counts[stateClass] }));

/** What is no longer maintained first, the longest first; then by how many. */
function toLifecycles(byOs: FleetCountsRow['byOs']): LifecycleCount[] {
  const families = new Map<string, LifecycleCount>();
  for (const [os, count] of Object.entries(byOs)) {
    const { family, endOfLife } = osFamily(os);
    families.set(family, { family, endOfLife, count: (families.get(family)?.count ?? 0) + count });
  }
  return [...families.values()].sort((one, other) => (one.endOfLife ?? '9').localeCompare(other.endOfLife ?? '9') || other.count - one.count || one.family.localeCompare(other.family));
}

const toService = ({ serviceId, name, owner, floor, memberCount }: ServiceView): Service => ({ id: serviceId, name, owner, floor, memberCount });

const toRestorePoint = (row: RestorePointView): RestorePoint => ({ id: row.restorePointId, runId: row.runId, attempt: row.attempt, snapshotId: row.snapshotId, state: row.state, takenAt: row.takenAt.toISOString() });

const health = { good: 'GOOD', bad: 'BAD', unknown: 'UNKNOWN' } as const;

const toNode = (row: NodeView): NodeParent => ({
  id: row.nodeId, source: row.source, externalId: row.externalId, hostname: row.hostname, site: row.site, address: row.address, port: row.port, credential: row.credential,
  hostKeys: row.hostKeys, machineId: row.machineId, domains: row.domains, labels: Object.entries(row.labels).map(([key, value]) => ({ key, value })), role: row.role,
  protected: row.protected, held: row.held, heldReason: row.heldReason, retired: row.retired, quarantined: row.quarantined, missing: row.missing, incarnation: row.incarnation,
  os: row.os, kernel: row.kernel, inspectedAt: row.inspectedAt?.toISOString() ?? null, health: health[row.health], observedAt: row.observedAt?.toISOString() ?? null,
  openRunId: row.openRunId, runState: row.runState, runId: row.runId, stateClass: row.stateClass, stateSince: row.stateSince.toISOString(),
});
