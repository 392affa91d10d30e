import { type ScaleTime } from 'd3-scale';
import { type ChartBox } from '../../kit/chart-parts.tsx';

export interface ChartTick<Value> {
  readonly value: Value;
  readonly position: number;
}

/** Room for labels around a drawing of that size. */
export const chartBox = (width: number, height: number, room: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }): ChartBox =>
  ({ left: room.left, right: Math.max(room.left + 1, width - room.right), top: room.top, bottom: height - room.bottom });

/** At most five round moments of a time axis. */
export function timeTicks(scale: ScaleTime<number, number>, begin: Date, end: Date): readonly ChartTick<Date>[] {
  const ticks = scale.ticks(4).filter((moment) => moment >= begin && moment <= end);
  return (ticks.length === 0 ? [begin] : ticks).slice(0, 5).map((value) => ({ value, position: scale(value) }));
}
