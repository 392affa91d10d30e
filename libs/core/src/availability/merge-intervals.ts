import { type Instant } from '../kernel/time.ts';
import { type AvailabilityInterval, type AvailabilityState } from './interval.ts';

/** Where states overlap, the earlier one here wins: what was seen broken is broken, and doubt beats hope. */
const precedence: readonly AvailabilityState[] = ['UNAVAILABLE', 'UNKNOWN', 'AVAILABLE'];

interface Edge {
  readonly at: number;
  readonly state: AvailabilityState;
  readonly change: 1 | -1;
}

const edgesOf = (interval: AvailabilityInterval): Edge[] => {
  const end = interval.to ?? Number.POSITIVE_INFINITY;
  // Half-open, so an interval without length says nothing, and neither does one that ends before it begins.
  if (end <= interval.from) return [];
  return [{ at: interval.from, state: interval.state, change: 1 }, { at: end, state: interval.state, change: -1 }];
};

/** The same statement in the fewest intervals: sorted, without overlaps, without neighbours of the same state. Gaps stay gaps. */
export function mergeIntervals(intervals: readonly AvailabilityInterval[]): readonly AvailabilityInterval[] {
  const edges = intervals.flatMap(edgesOf).sort((left, right) => left.at - right.at);
  const open: Record<AvailabilityState, number> = { UNAVAILABLE: 0, UNKNOWN: 0, AVAILABLE: 0 };
  const merged: { from: Instant; to: Instant | null; state: AvailabilityState }[] = [];
  let current: { readonly from: number; readonly state: AvailabilityState } | null = null;
  for (const [index, edge] of edges.entries()) {
    open[edge.state] += edge.change;
    if (edges[index + 1]?.at === edge.at) continue;
    const state = precedence.find((candidate) => open[candidate] > 0) ?? null;
    if (current !== null && current.state === state) continue;
    if (current !== null) merged.push({ from: current.from as Instant, to: edge.at === Number.POSITIVE_INFINITY ? null : (edge.at as Instant), state: current.state });
    current = state === null ? null : { from: edge.at, state };
  }
  return merged;
}
