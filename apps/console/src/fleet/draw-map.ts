import { type Scheme, stateColour, tokens } from '../theme/tokens.ts';
import { barParts } from '../kit/bar-parts.ts';
import { type CellSprites } from './cell-sprites.ts';
import { countCells, type FleetCells, isMatch } from './fleet-cells.ts';
import { blockOf, cellPlace, labelHeight, type MapLayout, rackName, sideWidth } from './map-layout.ts';

export interface MapDrawing {
  readonly context: CanvasRenderingContext2D;
  readonly layout: MapLayout;
  readonly cells: FleetCells;
  readonly sprites: CellSprites;
  readonly scheme: Scheme;
  /** Pixels of the canvas per pixel of the page. */
  readonly pixelRatio: number;
  /** Indexes of classes that are switched off in the legend; their cells keep their place. */
  readonly hidden: ReadonlySet<number>;
  readonly needLook: (count: number) => string;
  readonly count: (value: number) => string;
}

const spriteOf = ({ cells, sprites, hidden }: MapDrawing, ordinal: number): ImageData | undefined => {
  const index = cells.states[ordinal] ?? 0;
  return hidden.has(index) || !isMatch(cells, ordinal) ? sprites.faded[index] : sprites.full[index];
};

/** All of it: cells are copied into one image, and names are written over it. */
export function drawMap(drawing: MapDrawing): void {
  const { context, layout, sprites, pixelRatio, scheme } = drawing;
  const [width, height] = [Math.round(layout.width * pixelRatio), Math.round(layout.height * pixelRatio)];
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  pixels.fill(pixelOf(tokens.color[scheme].bg.panel));
  const { size } = sprites;
  const sources = new Map([...sprites.full, ...sprites.faded].map((sprite) => [sprite, new Uint32Array(sprite.data.buffer)]));
  for (const block of layout.blocks) {
    for (let ordinal = block.group.start; ordinal < block.group.start + block.group.count; ordinal += 1) {
      const sprite = spriteOf(drawing, ordinal);
      const source = sprite === undefined ? undefined : sources.get(sprite);
      if (source === undefined) continue;
      const place = cellPlace(layout, block, ordinal);
      let target = Math.round(place.y * pixelRatio) * width + Math.round(place.x * pixelRatio);
      for (let from = 0; from < source.length; from += size) {
        for (let column = 0; column < size; column += 1) pixels[target + column] = source[from + column] ?? 0;
        target += width;
      }
    }
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.putImageData(image, 0, 0);
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  writeNames(drawing);
}

/** Only what changed. */
export function drawCells(drawing: MapDrawing, ordinals: Iterable<number>): void {
  const { context, layout, pixelRatio } = drawing;
  for (const ordinal of ordinals) {
    const block = blockOf(layout, ordinal);
    const sprite = spriteOf(drawing, ordinal);
    if (block === null || sprite === undefined) continue;
    const { x, y } = cellPlace(layout, block, ordinal);
    context.putImageData(sprite, Math.round(x * pixelRatio), Math.round(y * pixelRatio));
  }
}

function writeNames({ context, layout, cells, scheme, needLook, count }: MapDrawing): void {
  const { ink } = tokens.color[scheme];
  const write = (text: string, x: number, y: number, font: string, colour: string): number => {
    context.font = `${font} ${tokens.font.sans}`;
    context.fillStyle = colour;
    context.fillText(text, x, y);
    return context.measureText(text).width;
  };
  if (layout.scale.labels) for (const { group, x, y, width } of layout.blocks) write(clip(rackName(group.domain), width), x, y + labelHeight - 3, '400 10px', ink.muted);
  for (const { site, x, y, height, start, count: nodes } of layout.sites) {
    const counts = countCells(cells, start, start + nodes);
    const named = write(clip(site, 60), x, y + 10, '600 13px', ink.primary);
    write(count(nodes), x + named + 6, y + 10, '400 12px', ink.muted);
    for (const part of barParts(counts, sideWidth - 22, 2, 0)) {
      context.fillStyle = stateColour(scheme, part.stateClass, part.stateClass === 'NOT_STARTED' ? 'outline' : 'fill');
      if (part.stateClass === 'NOT_STARTED') context.fillRect(x + part.from, y + 20, part.width, 1);
      context.fillRect(x + part.from, y + 20, part.width, part.stateClass === 'NOT_STARTED' ? 1 : 6);
      if (part.stateClass === 'NOT_STARTED') context.fillRect(x + part.from, y + 25, part.width, 1);
    }
    const bad = counts.filter(({ stateClass }) => stateClass === 'ATTENTION' || stateClass === 'FAILED' || stateClass === 'UNREACHABLE').reduce((sum, one) => sum + one.count, 0);
    if (bad > 0 && height >= 44) write(needLook(bad), x, y + 41, '500 11px', ink.secondary);
  }
}

const clip = (text: string, width: number): string => {
  const letters = Math.max(2, Math.floor(width / 6.2));
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`;
};

/** A hexadecimal colour as a canvas keeps it in memory. */
function pixelOf(colour: string): number {
  const value = Number.parseInt(colour.slice(1), 16);
  return ((255 << 24) | ((value & 255) << 16) | (value & 0xff00) | (value >> 16)) >>> 0;
}
