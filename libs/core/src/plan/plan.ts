import { type CampaignKind } from '../campaign/campaign-state.ts';
import { type CampaignId, type NodeId, type PlanDigest, type RunId, type SiteId, type TargetProfileId } from '../kernel/ids.ts';

/** How many nodes a wave takes: a number, a share of all members, or all that are left. The last wave is always `rest`. */
export type WaveSize = { readonly count: number } | { readonly percent: number } | { readonly rest: true };

/** Which nodes a campaign is about. All given parts must match; protected nodes never do. */
export interface Selector {
  readonly nodeIds?: readonly NodeId[];
  readonly siteIds?: readonly SiteId[];
  readonly labels?: Readonly<Record<string, string>>;
}

export interface Gate {
  /** Share of a wave's members, in percent, whose failures stop the campaign: `stopAt = max(1, floor(p*n/100))`. */
  readonly failurePercentMax: number;
  /** Share of a wave's members, in percent, that must be verified and soaked: `needed = ceil(q*n/100)`. */
  readonly verifiedPercentMin: number;
  /** Seconds of good observations that each run must collect after verification. */
  readonly soakSeconds: number;
  /** Until the first run of a wave has verified, at most this many runs of it hold a permit. */
  readonly firstLook: number;
  /** How long a wave may stay INCONCLUSIVE before the campaign pauses. */
  readonly inconclusiveSecondsMax: number;
  /** Nodes lost for good (quarantined) that halt the campaign whatever the percentages say. */
  readonly lostMax: number;
}

/** Bounds of time, all in seconds and all observed time: minutes nobody watched do not count. */
export interface Deadlines {
  readonly preflight: number;
  readonly staging: number;
  readonly drain: number;
  readonly apply: number;
  /** From the reboot request until silence is worth asking the provider about. */
  readonly rebootSilence: number;
  readonly reboot: number;
  readonly verify: number;
  readonly restore: number;
}

/** What the author of a campaign writes: the document that GraphQL, the CLI and files share. */
export interface CampaignSpec {
  readonly name: string;
  readonly kind: CampaignKind;
  readonly targetProfileId: TargetProfileId;
  readonly selector: Selector;
  readonly waves: readonly WaveSize[];
  readonly gate: Gate;
  /** Runs that hold a lease at the same time in this campaign. */
  readonly concurrencyMax: number;
  /** Runs being inspected or staged at the same time in this campaign. */
  readonly stagingMax: number;
  /** Nodes changed and not yet soaked. */
  readonly exposureMax: number;
  readonly deadlines: Deadlines;
  /** Name of a hook set that the worker's configuration defines; null: no hooks. */
  readonly hooks: string | null;
  /** Chooses members and their order; the same seed and the same nodes give the same plan. */
  readonly seed: number;
  /** Rollback campaigns only: whose runs are to be brought back, and which of them. */
  readonly rollback?: { readonly parentId: CampaignId; readonly scope: RollbackScope };
}

export type RollbackScope = { readonly kind: 'campaign' } | { readonly kind: 'wave'; readonly wave: number } | { readonly kind: 'nodes'; readonly nodeIds: readonly NodeId[] };

/** A node as it was when the plan was made; compared first, before anything is written to it. */
export interface PlanMember {
  readonly nodeId: NodeId;
  readonly hostname: string;
  readonly siteId: SiteId;
  readonly domains: readonly string[];
  readonly machineId: string | null;
  /** SHA-256 fingerprint of the pinned host key. */
  readonly hostKey: string;
  /** `centos-8.5`, as known at planning time; null when never inspected. */
  readonly sourceOs: string | null;
  /** Rollback campaigns only: the run to be brought back. */
  readonly originalRunId?: RunId;
}

export interface WavePlan {
  readonly number: number;
  readonly members: readonly PlanMember[];
  /** In order; the first free one steps in for a member that is deferred. */
  readonly alternates: readonly PlanMember[];
}

/** Immutable and content-addressed: its digest is what an approver approves. */
export interface Plan {
  readonly schema: 'skein.plan/1';
  readonly spec: CampaignSpec;
  readonly target: TargetProfile;
  readonly waves: readonly WavePlan[];
  readonly excluded: readonly { readonly nodeId: NodeId; readonly hostname: string; readonly reason: ExclusionReason }[];
  readonly parent: PlanDigest | null;
}

export type ExclusionReason = 'protected' | 'held' | 'retired' | 'quarantined' | 'openRun' | 'alreadyOnTarget' | 'noEdge' | 'siteUnknown' | 'missing';

/** An immutable description of the OS to reach. */
export interface TargetProfile {
  readonly id: TargetProfileId;
  readonly name: string;
  /** os-release ID and VERSION_ID that verification demands. */
  readonly osId: string;
  readonly osVersion: string;
  /** Base URL of the repository snapshot, as the node reaches it. */
  readonly repositoryUrl: string;
  /** Armoured public key that signs the repository's packages. */
  readonly repositoryKey: string;
  /** `uname -r` must start with this. */
  readonly kernelPrefix: string;
}
