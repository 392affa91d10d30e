import { type AdmissionAnswer, type AdmissionCandidate, type DomainBudget } from './admission.ts';
import { admit } from './admit.ts';
import { type SiteId } from '../kernel/ids.ts';
import { type CampaignSpec } from '../plan/plan.ts';

export interface AdmissionPreview {
  readonly spec: Pick<CampaignSpec, 'concurrencyMax' | 'exposureMax' | 'gate'>;
  readonly planned: number;
  readonly sitesUnattended: readonly SiteId[];
  readonly domains: readonly DomainBudget[];
  readonly candidates: readonly AdmissionCandidate[];
}

/**
 * Which members of a first wave would get a lease if it opened now and all of them were staged. Nodes that nobody has observed lately are
 * taken as well: they are looked at from the moment on at which the wave opens, so that says nothing about the wave.
 */
export function previewAdmission({ spec, planned, sitesUnattended, domains, candidates }: AdmissionPreview): AdmissionAnswer {
  return admit({
    campaignRunning: true, concurrencyMax: spec.concurrencyMax, leased: 0, exposureMax: spec.exposureMax, exposed: 0, firstLook: { allowed: Math.min(spec.gate.firstLook, planned), holding: 0 },
    sitesUnattended, grantsMax: candidates.length,
    domains: domains.map((domain) => ({ ...domain, unavailable: domain.unavailable.filter(({ cause }) => cause !== 'unobserved') })),
    candidates: candidates.map((candidate) => ({ ...candidate, healthy: candidate.healthy ?? true })),
  });
}
