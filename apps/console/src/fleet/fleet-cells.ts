import { type FleetMapPageQuery, type LiveSubscription, type StateClass } from '../generated/documents.ts';
import { type StateCounts } from '../kit/bar-parts.ts';

export type FleetMapAnswer = FleetMapPageQuery['fleetMap'];
export type FleetGroup = FleetMapAnswer['groups'][number];
export type FleetDelta = NonNullable<LiveSubscription['live']['fleet']>;

/** A byte of the map is an index into this: the order in which the api's schema lists the classes. */
export const mapClasses = ['NOT_STARTED', 'IN_FLIGHT', 'MIGRATED', 'ATTENTION', 'FAILED', 'ROLLED_BACK', 'UNREACHABLE'] as const satisfies readonly StateClass[];

/** One byte per node. Deltas are written into it, since copying a hundred thousand bytes twice a second helps nobody. */
export interface FleetCells {
  readonly layout: string;
  revision: number;
  readonly states: Uint8Array;
  /** One bit per node, set where the filter matches; null: there is no filter. */
  readonly matches: Uint8Array | null;
  readonly groups: readonly FleetGroup[];
}

const bytesOf = (base64: string): Uint8Array => {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
};

export const fleetCellsOf = (answer: FleetMapAnswer): FleetCells => ({
  layout: answer.layout, revision: answer.revision, states: bytesOf(answer.states), matches: answer.matches === null ? null : bytesOf(answer.matches), groups: answer.groups,
});

export const classAt = (cells: FleetCells, ordinal: number): StateClass => mapClasses[cells.states[ordinal] ?? 0] ?? 'NOT_STARTED';
export const isMatch = (cells: FleetCells, ordinal: number): boolean => cells.matches === null || (((cells.matches[ordinal >> 3] ?? 0) >> (ordinal & 7)) & 1) === 1;

/**
 * Applies what changed and answers with the ordinals; null: it does not continue what is shown, so the map must be asked for anew. A delta
 * says classes and not steps, so it also fits a map that was asked for after it began.
 */
export function applyDelta(cells: FleetCells, delta: FleetDelta): Uint32Array | null {
  if (delta.layout !== cells.layout || delta.fromRevision > cells.revision) return null;
  if (delta.revision <= cells.revision) return new Uint32Array();
  const bytes = bytesOf(delta.changes);
  const view = new DataView(bytes.buffer);
  const changed = new Uint32Array(Math.floor(bytes.length / 5));
  for (let index = 0; index < changed.length; index += 1) {
    const ordinal = view.getUint32(index * 5, true);
    changed[index] = ordinal;
    cells.states[ordinal] = view.getUint8(index * 5 + 4);
  }
  cells.revision = delta.revision;
  return changed;
}

/** Nodes by class, of those that match, in a range of ordinals. */
export function countCells(cells: FleetCells, from = 0, until = cells.states.length): StateCounts {
  const counts = new Uint32Array(mapClasses.length);
  for (let ordinal = from; ordinal < until; ordinal += 1) {
    const index = cells.states[ordinal] ?? 0;
    if (isMatch(cells, ordinal)) counts[index] = (counts[index] ?? 0) + 1;
  }
  return mapClasses.map((stateClass, index) => ({ stateClass, count: counts[index] ?? 0 }));
}
