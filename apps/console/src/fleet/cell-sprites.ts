import { type StateClass } from '../generated/documents.ts';
import { type Scheme, stateColour, tokens } from '../theme/tokens.ts';
import { mapClasses } from './fleet-cells.ts';

/** One cell of each class as pixels, full and faded: drawn once, then copied a hundred thousand times. */
export interface CellSprites { readonly size: number; readonly full: readonly ImageData[]; readonly faded: readonly ImageData[] }

const glyphs: Partial<Record<StateClass, string>> = {
  IN_FLIGHT: 'M2.5 8h9.5M8.2 3.8 12.6 8l-4.4 4.2', MIGRATED: 'm2.8 8.6 3.4 3.4 7-7.8', FAILED: 'm3.6 3.6 8.8 8.8m0-8.8-8.8 8.8', ROLLED_BACK: 'M6.4 2.8 2.8 6.4 6.4 10M3.2 6.4h6.2a3.4 3.4 0 0 1 0 6.8H6',
  UNREACHABLE: 'M5.2 6c0-1.7 1.2-2.9 2.9-2.9S11 4.2 11 5.7c0 2.2-2.9 2.3-2.9 4.3M8.1 12v1.6',
};
const fadedAlpha = 0.1;

export function makeSprites(scheme: Scheme, cell: number, pixelRatio: number): CellSprites {
  const size = Math.round(cell * pixelRatio);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [size, size];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('this browser draws no canvas');
  const sprite = (stateClass: StateClass, alpha: number): ImageData => {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    context.fillStyle = tokens.color[scheme].bg.panel;
    context.fillRect(0, 0, size, size);
    context.setTransform(size / cell, 0, 0, size / cell, 0, 0);
    context.globalAlpha = alpha;
    paintCell(context, scheme, stateClass, cell);
    return context.getImageData(0, 0, size, size);
  };
  return { size, full: mapClasses.map((stateClass) => sprite(stateClass, 1)), faded: mapClasses.map((stateClass) => sprite(stateClass, fadedAlpha)) };
}

/** Fill and mark of a cell: patterns where glyphs do not fit, the real glyph where they do. */
function paintCell(context: CanvasRenderingContext2D, scheme: Scheme, stateClass: StateClass, cell: number): void {
  const on = stateColour(scheme, stateClass, 'on');
  const mark = scheme === 'dark' ? 'rgba(0,0,0,.55)' : 'rgba(255,255,255,.8)';
  if (stateClass === 'NOT_STARTED') {
    context.fillStyle = stateColour(scheme, stateClass, 'soft');
    context.fillRect(0, 0, cell, cell);
    context.strokeStyle = stateColour(scheme, stateClass, 'outline');
    context.lineWidth = 1;
    context.strokeRect(0.5, 0.5, cell - 1, cell - 1);
    return;
  }
  context.fillStyle = stateColour(scheme, stateClass, 'fill');
  context.fillRect(0, 0, cell, cell);
  if (cell < 5) return;
  if (cell > 10) return paintGlyph(context, stateClass, cell, on);
  const path = new Path2D();
  context.lineWidth = 1.2;
  context.strokeStyle = mark;
  switch (stateClass) {
    case 'FAILED': path.moveTo(0, cell); path.lineTo(cell, 0); path.moveTo(-3, cell / 2 + 2); path.lineTo(cell / 2 - 1, -3); path.moveTo(cell / 2 + 1, cell + 3); path.lineTo(cell + 3, cell / 2 - 2); return context.stroke(path);
    case 'UNREACHABLE': path.moveTo(0, 0); path.lineTo(cell, cell); path.moveTo(cell, 0); path.lineTo(0, cell); return context.stroke(path);
    case 'ROLLED_BACK': context.fillStyle = mark; for (const x of [0.2, 0.6]) for (const y of [0.2, 0.6]) context.fillRect(x * cell, y * cell, cell * 0.21, cell * 0.21); return;
    case 'ATTENTION': context.fillStyle = on; path.moveTo(cell / 2, 1.5); path.lineTo(cell - 1.2, cell - 1.5); path.lineTo(1.2, cell - 1.5); return context.fill(path);
    case 'IN_FLIGHT': context.strokeStyle = on; path.moveTo(cell * 0.36, cell * 0.26); path.lineTo(cell * 0.78, cell / 2); path.lineTo(cell * 0.36, cell * 0.74); return context.stroke(path);
    case 'MIGRATED': return;
  }
}

function paintGlyph(context: CanvasRenderingContext2D, stateClass: StateClass, cell: number, colour: string): void {
  context.save();
  context.translate(cell / 2 - 5, cell / 2 - 5);
  context.scale(10 / 16, 10 / 16);
  context.lineWidth = 2.4;
  [context.strokeStyle, context.fillStyle] = [colour, colour];
  const glyph = glyphs[stateClass];
  if (glyph === undefined) context.fill(new Path2D('M8 1 15.5 15H.5z'));
  else context.stroke(new Path2D(glyph));
  context.restore();
}
