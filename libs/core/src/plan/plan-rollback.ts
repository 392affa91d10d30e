import { type PlanDigest, type RunId, type NodeId } from '../kernel/ids.ts';
import { type Refusal } from '../kernel/refusal.ts';
import { type RunStateKind } from '../run/run-state.ts';
import { type CampaignSpec, type Plan } from './plan.ts';

export interface RollbackRequest {
  /** Kind `rollback`, with its parent and scope. */
  readonly spec: CampaignSpec;
  readonly parentPlan: Plan;
  readonly parentDigest: PlanDigest;
  /** Last run of each member of the parent. */
  readonly runs: readonly { readonly runId: RunId; readonly nodeId: NodeId; readonly wave: number; readonly state: RunStateKind }[];
  /** Nodes that must not be touched now, with the reason; the others are free. */
  readonly unavailable: ReadonlyMap<NodeId, 'held' | 'retired' | 'quarantined' | 'openRun'>;
}

export function planRollback(_request: RollbackRequest): Plan | readonly Refusal[] {
  throw new Error('planRollback is not written yet');
}
