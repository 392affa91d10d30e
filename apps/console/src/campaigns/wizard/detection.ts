import { type PreviewPartsFragment } from '../../generated/documents.ts';

type Detection = PreviewPartsFragment['waves'][number]['detection'];

/** Chance to have stopped for a share of failing nodes, between the shares that the api computed exactly. */
export function chanceAt(detection: Detection, truePercent: number): number {
  const points = [{ truePercent: 0, stopProbability: 0 }, ...detection];
  const next = points.findIndex((point) => point.truePercent >= truePercent);
  const after = points[next];
  const before = points[next - 1];
  if (after === undefined) return points.at(-1)?.stopProbability ?? 0;
  if (before === undefined || after.truePercent === truePercent) return after.stopProbability;
  return before.stopProbability + ((truePercent - before.truePercent) / (after.truePercent - before.truePercent)) * (after.stopProbability - before.stopProbability);
}

/** Never 100 while it is not certain, never 0 while it is possible. */
export function chancePercent(chance: number): string {
  if (chance > 0.99 && chance < 1) return '> 99';
  if (chance > 0 && chance < 0.01) return '< 1';
  return String(Math.round(chance * 100));
}
