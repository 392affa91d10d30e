import { type NodeId, type SiteId } from '../kernel/ids.ts';

/** A node as the planner sees it: identity, place, and everything that may keep it out. */
export interface PlannableNode {
  readonly nodeId: NodeId;
  readonly hostname: string;
  /** null: the import named a site that does not exist. */
  readonly siteId: SiteId | null;
  /** Paths such as `region/az/rack`; each prefix is a failure domain too. */
  readonly domains: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly machineId: string | null;
  /** SHA-256 fingerprint of the pinned host key. */
  readonly hostKey: string;
  /** `centos-8.5`; null when never inspected, which preflight will sort out. */
  readonly sourceOs: string | null;
  readonly architecture: string | null;
  /** Volunteered to go first (label `canary=true`). */
  readonly canary: boolean;
  readonly protected: boolean;
  readonly held: boolean;
  readonly retired: boolean;
  readonly quarantined: boolean;
  readonly openRun: boolean;
  /** The last mirrored import of its source did not name it. */
  readonly missing: boolean;
}
