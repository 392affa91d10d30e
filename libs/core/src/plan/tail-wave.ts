import { type NodeId } from '../kernel/ids.ts';
import { type DeferredReason } from '../run/run-state.ts';
import { type Plan, type WavePlan } from './plan.ts';

export interface DeferredMember {
  readonly nodeId: NodeId;
  readonly reason: DeferredReason | 'blocked';
}

/** The wave after the last one, for members that could not start when it was their turn; null when nobody is left to try. */
export function tailWave(_plan: Plan, _deferred: readonly DeferredMember[]): WavePlan | null {
  throw new Error('tailWave is not written yet');
}
