import { type NodeId } from '../kernel/ids.ts';
import { type AdmissionAnswer, type AdmissionCandidate, type AdmissionRequest, type DomainBudget, type UnavailableCause, type WaitingReason } from './admission.ts';
import { defaultDomainBudget } from './default-domain-budget.ts';

/** Budgets as they stand while grants are being made: every grant counts for the next candidate. */
interface Ledger {
  leased: number;
  exposed: number;
  firstLook: number;
  granted: number;
  readonly unavailable: ReadonlyMap<string, { readonly max: number; readonly nodes: Map<NodeId, UnavailableCause> }>;
}

const budgetOf = (domain: DomainBudget): number => domain.max ?? defaultDomainBudget(domain.memberCount);

function openLedger(request: AdmissionRequest): Ledger {
  return {
    leased: request.leased,
    exposed: request.exposed,
    firstLook: request.firstLook.holding,
    granted: 0,
    unavailable: new Map(request.domains.map((domain) => [domain.domain, { max: budgetOf(domain), nodes: new Map(domain.unavailable.map((node) => [node.nodeId, node.cause])) }])),
  };
}

/** What speaks against the node itself, whatever the budgets say. */
function nodeReasons(candidate: AdmissionCandidate): WaitingReason[] {
  const reasons: WaitingReason[] = [];
  if (candidate.held) reasons.push({ kind: 'held' });
  if (candidate.protected) reasons.push({ kind: 'protected' });
  if (candidate.retired) reasons.push({ kind: 'retired' });
  if (candidate.missing) reasons.push({ kind: 'missing' });
  if (candidate.restoresBroken) return reasons;
  if (candidate.healthy === null) reasons.push({ kind: 'healthObservationMissing', domain: null, nodeId: candidate.nodeId });
  if (candidate.healthy === false) reasons.push({ kind: 'nodeUnhealthy', nodeId: candidate.nodeId });
  return reasons;
}

/** I-1: after the grant, leased ∪ unhealthy ∪ unreachable ∪ quarantined ∪ unobserved of each domain is within its budget. */
function domainReasons(candidate: AdmissionCandidate, ledger: Ledger): WaitingReason[] {
  const reasons: WaitingReason[] = [];
  for (const domain of candidate.domains) {
    const budget = ledger.unavailable.get(domain);
    if (budget === undefined) {
      reasons.push({ kind: 'domainUncounted', domain });
      continue;
    }
    const after = budget.nodes.size + (budget.nodes.has(candidate.nodeId) ? 0 : 1);
    if (after <= budget.max) continue;
    reasons.push({ kind: 'domainBudgetFull', domain, max: budget.max, unavailable: [...budget.nodes].map(([nodeId, cause]) => ({ nodeId, cause })) });
    for (const [nodeId, cause] of budget.nodes) {
      if (cause === 'unobserved') reasons.push({ kind: 'healthObservationMissing', domain, nodeId });
    }
  }
  return reasons;
}

function campaignReasons(candidate: AdmissionCandidate, request: AdmissionRequest, ledger: Ledger): WaitingReason[] {
  const reasons: WaitingReason[] = [];
  if (!request.campaignRunning) reasons.push({ kind: 'campaignNotRunning' });
  if (request.sitesUnattended.includes(candidate.siteId)) reasons.push({ kind: 'siteUnattended', siteId: candidate.siteId });
  if (candidate.restoresBroken) return reasons;
  if (ledger.leased >= request.concurrencyMax) reasons.push({ kind: 'concurrencyFull', max: request.concurrencyMax });
  if (ledger.exposed >= request.exposureMax) reasons.push({ kind: 'exposureFull', max: request.exposureMax });
  if (ledger.firstLook >= request.firstLook.allowed) reasons.push({ kind: 'firstLook', max: request.firstLook.allowed });
  return reasons;
}

function enter(candidate: AdmissionCandidate, ledger: Ledger): void {
  ledger.granted += 1;
  ledger.leased += 1;
  ledger.exposed += 1;
  ledger.firstLook += 1;
  for (const domain of candidate.domains) ledger.unavailable.get(domain)?.nodes.set(candidate.nodeId, 'leased');
}

/**
 * Which candidates get a lease now. Set-wise and in the order of the request: each grant counts for all that follow, and a
 * candidate that must wait does not hold up a later one that touches other domains. A refused candidate gets every reason, not
 * just the first, so that an operator who lifts one sees what remains. Restoring a broken node needs no budget (it is unavailable
 * already), only an attended site and a campaign that runs.
 */
export function admit(request: AdmissionRequest): AdmissionAnswer {
  const ledger = openLedger(request);
  const grants: AdmissionCandidate[] = [];
  const refusals: { candidate: AdmissionCandidate; reasons: WaitingReason[] }[] = [];
  const seen = new Set<NodeId>();
  for (const candidate of request.candidates) {
    const reasons = [...campaignReasons(candidate, request, ledger), ...nodeReasons(candidate), ...(candidate.restoresBroken ? [] : domainReasons(candidate, ledger))];
    if (seen.has(candidate.nodeId)) reasons.push({ kind: 'nodeAlreadyGranted' });
    if (reasons.length === 0 && ledger.granted >= request.grantsMax) reasons.push({ kind: 'batchFull', max: request.grantsMax });
    if (reasons.length > 0) {
      refusals.push({ candidate, reasons });
      continue;
    }
    enter(candidate, ledger);
    grants.push(candidate);
    seen.add(candidate.nodeId);
  }
  return { grants, refusals };
}
