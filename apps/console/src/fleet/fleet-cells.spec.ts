import { describe, expect, it } from 'vitest';
import { applyDelta, classAt, countCells, type FleetCells, fleetCellsOf, type FleetDelta, mapClasses } from './fleet-cells.ts';
import { blockOf, cellPlace, hitMap, layoutMap, mapScale, moveCursor } from './map-layout.ts';

const base64 = (bytes: readonly number[]): string => btoa(String.fromCharCode(...bytes));
const groups = [{ site: 'sz', domain: 'sz/r1', start: 0, count: 6 }, { site: 'sz', domain: 'sz/r2', start: 6, count: 5 }, { site: 'bj', domain: 'bj/r1', start: 11, count: 3 }];
const answer = { layout: 'a', revision: 7, nodeCount: 14, matchCount: 14, matches: null, groups, states: base64([0, 1, 2, 3, 4, 5, 6, 0, 0, 0, 0, 2, 2, 2]) };
const delta = (changes: readonly number[], parts: { readonly layout?: string; readonly fromRevision?: number } = {}) => ({ layout: 'a', fromRevision: 7, revision: 8, byStateClass: [], changes: base64(changes), ...parts });

describe('the bytes of the map', () => {
  it('are classes in the order of the schema', () => {
    expect(mapClasses.map((_, ordinal) => classAt(fleetCellsOf(answer), ordinal))).toEqual(mapClasses);
  });

  it('are changed by deltas that continue them', () => {
    const cells = fleetCellsOf(answer);
    expect([...applyDelta(cells, delta([7, 0, 0, 0, 4, 13, 0, 0, 0, 1])) ?? []]).toEqual([7, 13]);
    expect([classAt(cells, 7), classAt(cells, 13), cells.revision]).toEqual(['FAILED', 'IN_FLIGHT', 8]);
  });

  it.each([['another layout', { layout: 'b' }], ['a revision that was missed', { fromRevision: 8 }]])('are asked for anew after %s', (_why, parts) => {
    const cells = fleetCellsOf(answer);
    expect(applyDelta(cells, delta([7, 0, 0, 0, 4], parts))).toBeNull();
    expect(classAt(cells, 7)).toBe('NOT_STARTED');
  });

  it('are counted where the filter matches', () => {
    const cells = fleetCellsOf({ ...answer, matches: base64([0b00000110, 0b00001000]) });
    expect(countCells(cells).filter(({ count }) => count > 0)).toEqual([{ stateClass: 'IN_FLIGHT', count: 1 }, { stateClass: 'MIGRATED', count: 2 }]);
  });

  it('take 500 changes at once', () => {
    const cells = fleetCellsOf({ ...answer, states: base64(Array.from({ length: 10_000 }, () => 0)) });
    const changes = Array.from({ length: 500 }, (_, index) => [(index * 20) & 255, (index * 20) >> 8, 0, 0, 2]).flat();
    expect(applyDelta(cells, delta(changes))?.length).toBe(500);
    expect(countCells(cells).find(({ stateClass }) => stateClass === 'MIGRATED')?.count).toBe(500);
  });
});

describe('the layout of the map', () => {
  const layout = layoutMap(groups, 600, mapScale(14, false));

  it('finds every cell where it was placed', () => {
    for (let ordinal = 0; ordinal < 14; ordinal += 1) {
      const block = blockOf(layout, ordinal);
      if (block === null) throw new Error(`no block for ${String(ordinal)}`);
      const { x, y } = cellPlace(layout, block, ordinal);
      expect(hitMap(layout, x + 3, y + 3)).toEqual({ kind: 'cell', ordinal });
    }
  });

  it('finds the head of a site', () => {
    expect(hitMap(layout, 20, (layout.sites[0]?.y ?? 0) + 8)).toEqual({ kind: 'site', site: 'sz' });
  });

  it('stays within its width, whatever the racks', () => {
    const wide = layoutMap([{ site: 'one', domain: 'one', start: 0, count: 20_000 }, ...Array.from({ length: 80 }, (_, index) => ({ site: 'two', domain: `two/r${String(index)}`, start: 20_000 + index * 40, count: 40 }))], 420, mapScale(23_200, false));
    expect(Math.max(...wide.blocks.map(({ x, width }) => x + width))).toBeLessThanOrEqual(420);
  });

  it('leads the cursor through racks and back, and never off the map', () => {
    expect(moveCursor(layout, 3, 'ArrowRight')).toBe(6);
    expect(moveCursor(layout, 6, 'ArrowLeft')).toBe(3);
    expect(moveCursor(layout, 0, 'ArrowDown')).toBe(4);
    expect(moveCursor(layout, 4, 'ArrowUp')).toBe(0);
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp', 'Home']) expect(moveCursor(layout, 0, key)).toBe(0);
    for (const key of ['ArrowRight', 'PageDown', 'End']) expect(moveCursor(layout, 13, key)).toBe(13);
  });
});

const cellsAt = (revision: number): FleetCells => ({ layout: 'a', revision, states: new Uint8Array(4), matches: null, groups: [] });
/** Node 2 has failed. */
const aDelta = (more: Partial<FleetDelta> = {}): FleetDelta => ({ layout: 'a', fromRevision: 7, revision: 8, changes: btoa(String.fromCharCode(2, 0, 0, 0, 4)), byStateClass: [], ...more });

describe('deltas of the map', () => {
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
