import { type FleetGroup } from './fleet-cells.ts';

/** Pixels of the map. */
export interface MapScale { readonly cell: number; readonly gap: number; readonly labels: boolean }

/** Larger fleets get smaller cells; below 7 px a mark inside a cell cannot be seen, so zooming into a site shows it. */
export function mapScale(nodeCount: number, zoomed: boolean): MapScale {
  if (zoomed && nodeCount <= 6000) return { cell: 15, gap: 2, labels: true };
  if (nodeCount <= 12_000) return { cell: 7, gap: 1, labels: true };
  return nodeCount <= 40_000 ? { cell: 5, gap: 1, labels: false } : { cell: 3, gap: 1, labels: false };
}

export interface MapBlock { readonly group: FleetGroup; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly columns: number }
export interface MapSite { readonly site: string; readonly x: number; readonly y: number; readonly height: number; readonly start: number; readonly count: number }
export interface MapLayout { readonly scale: MapScale; readonly blocks: readonly MapBlock[]; readonly sites: readonly MapSite[]; readonly width: number; readonly height: number }

const padding = 12;
export const sideWidth = 96;
export const labelHeight = 10;
const stripGap = 8;
const blockGap = 5;

export const rackName = (domain: string): string => domain.split('/').at(-1) ?? domain;

/** One strip per site, one block per rack; small sites share a strip. Groups come in the order of the map, sites together. */
export function layoutMap(groups: readonly FleetGroup[], width: number, scale: MapScale): MapLayout {
  const pitch = scale.cell + scale.gap;
  const label = scale.labels ? labelHeight : 0;
  const blocks: MapBlock[] = [];
  const sites: MapSite[] = [];
  let [left, top, lineHeight] = [0, 4, 0];
  for (const [site, racks] of bySite(groups)) {
    const room = width - sideWidth - 2 * padding;
    const columns = Math.max(1, Math.min(columnsFor(Math.max(...racks.map(({ count }) => count))), Math.floor(room / pitch)));
    const blockWidth = columns * pitch - scale.gap;
    const step = blockWidth + blockGap;
    const need = sideWidth + racks.length * step;
    if (left > 0 && left + need > width - padding) {
      top += lineHeight + stripGap;
      [left, lineHeight] = [0, 0];
    }
    let [x, y, rowHeight] = [left + sideWidth + padding, top, 0];
    for (const group of racks) {
      if (x + blockWidth > width - padding && x > left + sideWidth + padding) {
        [x, y, rowHeight] = [left + sideWidth + padding, y + rowHeight + stripGap, 0];
      }
      const height = label + Math.ceil(group.count / columns) * pitch - scale.gap;
      blocks.push({ group, x, y, width: blockWidth, height, columns });
      rowHeight = Math.max(rowHeight, height);
      x += step;
    }
    const height = Math.max(y + rowHeight - top, 44);
    sites.push({ site, x: left + padding, y: top, height, start: racks[0]?.start ?? 0, count: racks.reduce((sum, { count }) => sum + count, 0) });
    lineHeight = Math.max(lineHeight, height);
    left += need + 16;
  }
  return { scale, blocks, sites, width, height: top + lineHeight + 12 };
}

const columnsFor = (largest: number): number => (largest <= 44 ? 4 : Math.ceil(Math.sqrt(largest)));

function bySite(groups: readonly FleetGroup[]): Map<string, FleetGroup[]> {
  const sites = new Map<string, FleetGroup[]>();
  for (const group of groups) {
    const racks = sites.get(group.site);
    if (racks === undefined) sites.set(group.site, [group]);
    else racks.push(group);
  }
  return sites;
}

const labelOf = ({ scale }: MapLayout): number => (scale.labels ? labelHeight : 0);

/** Where the cell of an ordinal is. */
export function cellPlace(layout: MapLayout, block: MapBlock, ordinal: number): { readonly x: number; readonly y: number } {
  const pitch = layout.scale.cell + layout.scale.gap;
  const index = ordinal - block.group.start;
  return { x: block.x + (index % block.columns) * pitch, y: block.y + labelOf(layout) + Math.floor(index / block.columns) * pitch };
}

export const blockOf = (layout: MapLayout, ordinal: number): MapBlock | null => {
  let [low, high] = [0, layout.blocks.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = layout.blocks[middle];
    if (block === undefined) return null;
    if (ordinal < block.group.start) high = middle - 1;
    else if (ordinal >= block.group.start + block.group.count) low = middle + 1;
    else return block;
  }
  return null;
};

export type MapHit = { readonly kind: 'cell'; readonly ordinal: number } | { readonly kind: 'site'; readonly site: string };

/** What is at a point: a cell, the head of a site, or nothing. */
export function hitMap(layout: MapLayout, x: number, y: number): MapHit | null {
  const pitch = layout.scale.cell + layout.scale.gap;
  for (const block of layout.blocks) {
    if (x < block.x - 1 || x > block.x + block.width + 1 || y < block.y || y > block.y + block.height + 1) continue;
    const column = Math.min(block.columns - 1, Math.max(0, Math.floor((x - block.x) / pitch)));
    const row = Math.max(0, Math.floor((y - block.y - labelOf(layout)) / pitch));
    const index = row * block.columns + column;
    return index < block.group.count ? { kind: 'cell', ordinal: block.group.start + index } : null;
  }
  const site = layout.sites.find((one) => x >= one.x - padding && x < one.x + sideWidth - 8 && y >= one.y && y <= one.y + one.height);
  return site === undefined ? null : { kind: 'site', site: site.site };
}

/** Where an arrow key leads: within a rack by rows and columns, and from its edges to the next rack. */
export function moveCursor(layout: MapLayout, ordinal: number, key: string): number {
  const block = blockOf(layout, ordinal);
  if (block === null) return layout.blocks[0]?.group.start ?? 0;
  const at = layout.blocks.indexOf(block);
  const index = ordinal - block.group.start;
  const column = index % block.columns;
  const row = Math.floor(index / block.columns);
  const into = (next: MapBlock | undefined, nextColumn: (one: MapBlock) => number, nextRow: number): number => (next === undefined ? ordinal : next.group.start + Math.min(nextRow * next.columns + nextColumn(next), next.group.count - 1));
  switch (key) {
    case 'ArrowRight': return column === block.columns - 1 || index === block.group.count - 1 ? into(layout.blocks[at + 1], () => 0, row) : ordinal + 1;
    case 'ArrowLeft': return column === 0 ? into(layout.blocks[at - 1], (one) => one.columns - 1, row) : ordinal - 1;
    case 'ArrowDown': return index + block.columns < block.group.count ? ordinal + block.columns : into(blockBelow(layout, block), () => column, 0);
    case 'ArrowUp': {
      if (row > 0) return ordinal - block.columns;
      const above = blockAbove(layout, block);
      return into(above, () => column, above === undefined ? 0 : Math.ceil(above.group.count / above.columns) - 1);
    }
    case 'Home': return block.group.start;
    case 'End': return block.group.start + block.group.count - 1;
    case 'PageDown': return into(layout.blocks[at + 1], () => 0, 0);
    case 'PageUp': return into(layout.blocks[at - 1], () => 0, 0);
    default: return ordinal;
  }
}

const nearest = (blocks: readonly MapBlock[], to: MapBlock, distance: (one: MapBlock) => number): MapBlock | undefined =>
  blocks.reduce<MapBlock | undefined>((best, one) => (best === undefined || distance(one) * 4 + Math.abs(one.x - to.x) < distance(best) * 4 + Math.abs(best.x - to.x) ? one : best), undefined);
const blockBelow = ({ blocks }: MapLayout, block: MapBlock) => nearest(blocks.filter(({ y }) => y > block.y), block, ({ y }) => y - block.y);
const blockAbove = ({ blocks }: MapLayout, block: MapBlock) => nearest(blocks.filter(({ y }) => y < block.y), block, ({ y }) => block.y - y);
