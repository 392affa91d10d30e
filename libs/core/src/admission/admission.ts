import { type NodeId, type RunId, type SiteId } from '../kernel/ids.ts';

/** Why a node counts as unavailable in its failure domains. `unobserved`: no health observation younger than 60 s. */
export type UnavailableCause = 'leased' | 'unhealthy' | 'unreachable' | 'quarantined' | 'unobserved';

export interface AdmissionCandidate {
  readonly runId: RunId;
  readonly nodeId: NodeId;
  readonly siteId: SiteId;
  readonly domains: readonly string[];
  readonly held: boolean;
  readonly protected: boolean;
  readonly retired: boolean;
  /** Gone from its inventory; false for who is only brought back. */
  readonly missing: boolean;
  /** What the last observation said; null: none younger than 60 s. */
  readonly healthy: boolean | null;
  /** Bringing a broken node back: it is unavailable already, so no budget is asked. Rolling back a healthy one is false. */
  readonly restoresBroken: boolean;
}

export interface DomainBudget {
  readonly domain: string;
  /** null: no row, so the default for that many members counts. */
  readonly max: number | null;
  readonly memberCount: number;
  /** Of all campaigns and all causes; a node is listed once. */
  readonly unavailable: readonly { readonly nodeId: NodeId; readonly cause: UnavailableCause }[];
}

export interface AdmissionRequest {
  readonly campaignRunning: boolean;
  readonly concurrencyMax: number;
  /** Runs of the campaign that hold a lease. */
  readonly leased: number;
  readonly exposureMax: number;
  /** Nodes of the campaign that are changed (or are about to be: leased) and not yet soaked. */
  readonly exposed: number;
  /** Runs of the wave that may hold a lease (`permitsAllowed`), and how many do. */
  readonly firstLook: { readonly allowed: number; readonly holding: number };
  readonly sitesUnattended: readonly SiteId[];
  /** Every domain that a candidate names; a domain that is missing here refuses (nobody counted it). */
  readonly domains: readonly DomainBudget[];
  /** In the order in which they are to be served. */
  readonly candidates: readonly AdmissionCandidate[];
  /** Grants that one transaction may make. */
  readonly grantsMax: number;
}

export type WaitingReason =
  | { readonly kind: 'campaignNotRunning' }
  | { readonly kind: 'concurrencyFull'; readonly max: number }
  | { readonly kind: 'exposureFull'; readonly max: number }
  | { readonly kind: 'firstLook'; readonly max: number }
  | { readonly kind: 'siteUnattended'; readonly siteId: SiteId }
  | { readonly kind: 'domainBudgetFull'; readonly domain: string; readonly max: number; readonly unavailable: readonly { readonly nodeId: NodeId; readonly cause: UnavailableCause }[] }
  | { readonly kind: 'healthObservationMissing'; readonly domain: string | null; readonly nodeId: NodeId }
  | { readonly kind: 'domainUncounted'; readonly domain: string }
  | { readonly kind: 'nodeUnhealthy'; readonly nodeId: NodeId }
  | { readonly kind: 'held' }
  | { readonly kind: 'protected' }
  | { readonly kind: 'retired' }
  | { readonly kind: 'missing' }
  /** Another run of the same node was granted in this batch (I-7; the database forbids two open runs anyway). */
  | { readonly kind: 'nodeAlreadyGranted' }
  | { readonly kind: 'batchFull'; readonly max: number };

export interface AdmissionAnswer {
  readonly grants: readonly AdmissionCandidate[];
  /** Every candidate that got none, with every reason, in the order of the request. */
  readonly refusals: readonly { readonly candidate: AdmissionCandidate; readonly reasons: readonly WaitingReason[] }[];
}
