import { Injectable } from '@nestjs/common';
import { type FleetViews } from '@skein/persistence';
import { type FleetDelta, type FleetMap, type NodeFilter } from '../generated/schema-types.ts';
import { toNodeFilter } from '../node/to-node-filter.ts';
import { Persistence } from '../platform/persistence.ts';
import { shareTurns } from '../platform/share-turns.ts';
import { FleetVector } from './fleet-vector.ts';

/** What people look at the whole fleet with: one vector for all of them, brought up to the rows before each answer. */
@Injectable()
export class FleetMapService {
  private vector: FleetVector | null = null;

  constructor(private readonly persistence: Persistence) {}

  async fleetMap(filter: NodeFilter | null | undefined): Promise<FleetMap> {
    const wanted = filter === null || filter === undefined ? null : toNodeFilter(filter);
    const nodeIds = wanted === null ? null : await this.views.nodeIds(wanted);
    const vector = await this.current();
    const matching = nodeIds === null ? { matches: null, matchCount: vector.nodeCount } : vector.matchesBase64(nodeIds);
    return { layout: vector.layout, revision: vector.revision, nodeCount: vector.nodeCount, groups: vector.groups, states: vector.statesBase64(), ...matching };
  }

  /** Id of the node at an ordinal; null when the layout is not in force any more, or has no such ordinal. */
  async nodeIdAt(layout: string, ordinal: number): Promise<string | null> {
    const vector = await this.current();
    return vector.layout === layout ? (vector.nodeIds[ordinal] ?? null) : null;
  }

  /** Everything that changed after a revision of a layout, up to now. null: ask for the map anew. */
  async deltaSince(layout: string, revision: number): Promise<FleetDelta | null> {
    return (await this.current()).deltaSince(layout, revision);
  }

  /**
   * What a subscription asks again and again: the changes since it asked last, null while there are none. The first time it says, by a delta
   * without changes, from which revision it counts: a map that was asked for earlier may have missed some. When the layout is another one, or what changed is not known here, it says so by a delta without changes.
   */
  watch(): () => Promise<FleetDelta | null> {
    let told: { readonly layout: string; readonly revision: number } | null = null;
    return async () => {
      const vector = await this.current();
      const before = told;
      told = { layout: vector.layout, revision: vector.revision };
      if (before === null) return vector.emptyDelta();
      if (before.layout === told.layout && before.revision === told.revision) return null;
      return vector.deltaSince(before.layout, before.revision) ?? vector.emptyDelta();
    };
  }

  private get views(): FleetViews {
    return this.persistence.fleetViews;
  }

  /** Read for everybody, so on nobody's share of the connections. */
  private readonly current = shareTurns(() => this.persistence.readFor('fleet map', () => this.read()));

  private async read(): Promise<FleetVector> {
    const { vector } = this;
    if (vector !== null) {
      const changes = await this.views.fleetChanges(vector.revision);
      // A revision that went back belongs to a database that was put back.
      if (changes.layout === vector.layout && changes.revision >= vector.revision) {
        vector.apply(changes.revision, changes.nodes);
        return vector;
      }
    }
    this.vector = new FleetVector(await this.views.fleetMap());
    return this.vector;
  }
}
