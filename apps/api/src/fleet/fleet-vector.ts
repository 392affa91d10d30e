import { stateClasses, type StateClass } from '@skein/core';
import { type FleetMapView } from '@skein/persistence';
import { type FleetDelta, type FleetMapGroup, type StateClassCount } from '../generated/schema-types.ts';

/** The fleet as one byte per node, in the order of the map: what PostgreSQL says, kept so that a hundred thousand rows are not read for each look. */
export class FleetVector {
  readonly layout: string;
  readonly nodeIds: readonly string[];
  readonly groups: readonly FleetMapGroup[];
  private revisionSeen: number;
  private readonly states: Uint8Array;
  /** Revision of the last change of each node's class, as far as this process has seen it. */
  private readonly changedIn: Uint32Array;
  /** What changed before this revision was never seen here. */
  private readonly revisionMin: number;
  private readonly ordinals: ReadonlyMap<string, number>;
  private encoded: string | null = null;

  constructor(view: FleetMapView) {
    this.layout = view.layout;
    this.revisionSeen = view.revision;
    this.revisionMin = view.revision;
    this.nodeIds = view.nodeIds;
    this.states = Uint8Array.from(view.states, Number);
    this.changedIn = new Uint32Array(view.nodeIds.length);
    this.ordinals = new Map(view.nodeIds.map((nodeId, ordinal) => [nodeId, ordinal]));
    let start = 0;
    this.groups = view.groups.map(({ site, domain, count }) => {
      const group = { site, domain, start, count };
      start += count;
      return group;
    });
  }

  get revision(): number {
    return this.revisionSeen;
  }

  get nodeCount(): number {
    return this.nodeIds.length;
  }

  /** Takes over what changed since `revision`. Nodes that are not on the map of this layout are none of its business. */
  apply(revision: number, nodes: readonly { readonly nodeId: string; readonly stateClass: number }[]): void {
    for (const { nodeId, stateClass } of nodes) {
      const ordinal = this.ordinals.get(nodeId);
      if (ordinal === undefined) continue;
      this.states[ordinal] = stateClass;
      this.changedIn[ordinal] = revision;
    }
    if (revision !== this.revisionSeen) this.encoded = null;
    this.revisionSeen = revision;
  }

  statesBase64(): string {
    this.encoded ??= Buffer.from(this.states.buffer).toString('base64');
    return this.encoded;
  }

  /** One bit per node, lowest bit first. */
  matchesBase64(nodeIds: readonly string[]): { readonly matches: string; readonly matchCount: number } {
    const bits = new Uint8Array(Math.ceil(this.nodeCount / 8));
    let matchCount = 0;
    for (const nodeId of nodeIds) {
      const ordinal = this.ordinals.get(nodeId);
      if (ordinal === undefined) continue;
      bits[ordinal >> 3] = (bits[ordinal >> 3] ?? 0) | (1 << (ordinal & 7));
      matchCount += 1;
    }
    return { matches: Buffer.from(bits.buffer).toString('base64'), matchCount };
  }

  /** null: what changed since then is not known here; the map must be asked for anew. */
  deltaSince(layout: string, revision: number): FleetDelta | null {
    if (layout !== this.layout || revision < this.revisionMin || revision > this.revisionSeen) return null;
    const changed: number[] = [];
    for (let ordinal = 0; ordinal < this.changedIn.length; ordinal += 1) if ((this.changedIn[ordinal] ?? 0) > revision) changed.push(ordinal);
    const bytes = Buffer.alloc(changed.length * 5);
    for (const [index, ordinal] of changed.entries()) {
      bytes.writeUInt32LE(ordinal, index * 5);
      bytes.writeUInt8(this.states[ordinal] ?? 0, index * 5 + 4);
    }
    return { layout, fromRevision: revision, revision: this.revisionSeen, changes: bytes.toString('base64'), byStateClass: this.counts() };
  }

  /** Begins and ends here: whoever has an older map asks for it anew. */
  emptyDelta(): FleetDelta {
    return { layout: this.layout, fromRevision: this.revisionSeen, revision: this.revisionSeen, changes: '', byStateClass: this.counts() };
  }

  counts(): StateClassCount[] {
    const counts = new Uint32Array(stateClasses.length);
    for (const state of this.states) counts[state] = (counts[state] ?? 0) + 1;
    return stateClasses.map((stateClass: StateClass, index) => ({ stateClass, count: counts[index] ?? 0 }));
  }
}
