import { type Instant, secondsBetween } from '../kernel/time.ts';
import { type UnavailableCause } from './admission.ts';

/** An older observation says nothing about now. */
export const healthObservationSecondsMax = 60;

export interface DomainMember {
  readonly leased: boolean;
  readonly quarantined: boolean;
  readonly retired: boolean;
  /** Last observation; null: none yet. */
  readonly observation: { readonly at: Instant; readonly reachable: boolean; readonly healthy: boolean } | null;
}

/** Why this member counts against its domains' budgets; null: it is up, or retired and out of every budget. */
export function unavailableCause(member: DomainMember, now: Instant): UnavailableCause | null {
  if (member.retired) return null;
  if (member.leased) return 'leased';
  if (member.quarantined) return 'quarantined';
  if (member.observation === null || secondsBetween(member.observation.at, now) >= healthObservationSecondsMax) return 'unobserved';
  if (!member.observation.reachable) return 'unreachable';
  return member.observation.healthy ? null : 'unhealthy';
}
