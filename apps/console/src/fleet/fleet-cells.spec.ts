import { describe, expect, it } from 'vitest';
import { applyDelta, classAt, type FleetCells, type FleetDelta } from './fleet-cells.ts';

const cellsAt = (revision: number): FleetCells => ({ layout: 'a', revision, states: new Uint8Array(4), matches: null, groups: [] });
/** Node 2 has failed. */
const aDelta = (more: Partial<FleetDelta> = {}): FleetDelta => ({ layout: 'a', fromRevision: 7, revision: 8, changes: btoa(String.fromCharCode(2, 0, 0, 0, 4)), byStateClass: [], ...more });

describe('the cells of the fleet map', () => {
  it('take over what a delta says', () => {
    const cells = cellsAt(7);
    expect(applyDelta(cells, aDelta())).toEqual(new Uint32Array([2]));
    expect([classAt(cells, 2), classAt(cells, 1), cells.revision]).toEqual(['FAILED', 'NOT_STARTED', 8]);
  });

  it('take over a delta that began before they were asked for', () => {
    const cells = cellsAt(7);
    expect(applyDelta(cells, aDelta({ fromRevision: 5 }))).toEqual(new Uint32Array([2]));
  });

  it('stay as they are when a delta tells what they know already', () => {
    const cells = cellsAt(8);
    expect(applyDelta(cells, aDelta())).toEqual(new Uint32Array());
    expect(cells).toEqual(cellsAt(8));
  });

  it('are asked for anew after a gap, or when nodes came or went', () => {
    expect(applyDelta(cellsAt(6), aDelta())).toBeNull();
    expect(applyDelta(cellsAt(7), aDelta({ layout: 'b' }))).toBeNull();
  });
});
