import { type ScaleTime } from 'd3-scale';
import { type ChartBox } from '../../kit/chart-parts.tsx';

export interface ChartTick<Value> {
  readonly value: Value;
  readonly position: number;
}

/** Room for labels around a drawing of that size. */
export const chartBox = (width: number, height: number, room: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }): ChartBox =>
  ({ left: room.left, right: Math.max(room.left + 1, width - room.right), top: room.top, bottom: height - room.bottom });

/** Room that a label of a time axis takes, in pixels. */
const labelWidth = 74;

/** Round moments of a time axis, as many as have room for their labels. */
export function timeTicks(scale: ScaleTime<number, number>, begin: Date, end: Date): readonly ChartTick<Date>[] {
  const [left = 0, right = 0] = scale.range();
  const fitting = Math.max(1, Math.floor((right - left) / labelWidth));
  const ticks = scale.ticks(fitting).filter((moment) => moment >= begin && moment <= end && scale(moment) <= right - labelWidth / 3);
  const step = Math.ceil(ticks.length / fitting);
  return (ticks.length === 0 ? [begin] : ticks.filter((_, index) => index % step === 0)).map((value) => ({ value, position: scale(value) }));
}
