import { type PlanDigest } from '../kernel/ids.ts';
import { type Refusal } from '../kernel/refusal.ts';
import { type CampaignSpec, type Plan, type TargetProfile } from './plan.ts';
import { type PlannableNode } from './plannable-node.ts';

export interface PlanRequest {
  readonly spec: CampaignSpec;
  readonly target: TargetProfile;
  /** Candidates; those that the selector does not name are ignored, the rest becomes a member or is excluded with a reason. */
  readonly nodes: readonly PlannableNode[];
  /** Digest of the revision that this one replaces. */
  readonly parent: PlanDigest | null;
}

export function planCampaign(_request: PlanRequest): Plan | readonly Refusal[] {
  throw new Error('planCampaign is not written yet');
}
