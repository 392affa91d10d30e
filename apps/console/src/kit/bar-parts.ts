import { type StateClass } from '../generated/documents.ts';
import { stateOrder } from '../theme/tokens.ts';

export type StateCounts = readonly { readonly stateClass: StateClass; readonly count: number }[];
export interface BarPart { readonly stateClass: StateClass; readonly count: number; readonly from: number; readonly width: number }

export const countOf = (counts: StateCounts, stateClass: StateClass): number => counts.find((one) => one.stateClass === stateClass)?.count ?? 0;
export const totalOf = (counts: StateCounts): number => counts.reduce((sum, { count }) => sum + count, 0);

/** Parts of a bar in the order of all screens. Small parts keep 3 px of `width`, so that two failures never vanish; the widest one pays. */
export function barParts(counts: StateCounts, width: number, partMin = 3, gap = 1): BarPart[] {
  const shown = stateOrder.map((stateClass) => ({ stateClass, count: countOf(counts, stateClass) })).filter(({ count }) => count > 0);
  const total = totalOf(shown);
  const room = width - gap * Math.max(0, shown.length - 1);
  const widths = shown.map(({ count }) => Math.max(partMin, (count / total) * room));
  const over = widths.reduce((sum, one) => sum + one, 0) - room;
  const widest = widths.indexOf(Math.max(...widths));
  let from = 0;
  return shown.map(({ stateClass, count }, index) => {
    const part = { stateClass, count, from, width: Math.max(0, (widths[index] ?? 0) - (index === widest ? over : 0)) };
    from += part.width + gap;
    return part;
  });
}
