import { scaleLinear, scaleTime } from 'd3-scale';
import { area, curveLinear, curveStepAfter, line } from 'd3-shape';

export interface ChartBox { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
export interface Point { readonly x: number; readonly y: number }

export const timeScale = (from: Date, until: Date, box: ChartBox) => scaleTime().domain([from, until]).range([box.left, box.right]);
export const valueScale = (from: number, until: number, box: ChartBox) => scaleLinear().domain([from, until]).range([box.bottom, box.top]);

/** A line of measured or expected values. Steps where a value holds until the next one. */
export const linePath = (points: readonly Point[], steps = false): string => line<Point>().x(({ x }) => x).y(({ y }) => y).curve(steps ? curveStepAfter : curveLinear)([...points]) ?? '';

/** The room between two lines: what is not known exactly. */
export const bandPath = (points: readonly { readonly x: number; readonly lower: number; readonly upper: number }[]): string => area<(typeof points)[number]>().x(({ x }) => x).y0(({ lower }) => lower).y1(({ upper }) => upper)([...points]) ?? '';

interface AxisTick { readonly at: number; readonly text: string }

/** Lines across with their values at the left. */
export const ValueAxis = ({ ticks, box }: { readonly ticks: readonly AxisTick[]; readonly box: ChartBox }) => (
  <g>{ticks.map(({ at, text }) => <g key={text}><path d={`M${String(box.left)} ${String(at)}H${String(box.right)}`} stroke="var(--chart-grid)" /><text x={box.left - 6} y={at + 4} textAnchor="end">{text}</text></g>)}</g>
);

/** Times below, each in the middle under its moment: the values at the left leave room for the first. */
export const TimeAxis = ({ ticks, box }: { readonly ticks: readonly AxisTick[]; readonly box: ChartBox }) => (
  <g>{ticks.map(({ at, text }) => <text key={`${text} ${String(at)}`} x={at} y={box.bottom + 16} textAnchor="middle">{text}</text>)}</g>
);
