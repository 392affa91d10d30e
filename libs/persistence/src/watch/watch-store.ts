import { type Instant, type JobId, type NodeId, type NodeTarget, type Probe, type ProbeResult, type RunId, type SiteId } from '@skein/core';
import { type JobRowState } from '@skein/core';

/** The watcher's side: rows of one site, written by whoever holds a shard of it; two watchers are harmless. */
export interface WatchStore {
  sites(): Promise<readonly { readonly siteId: SiteId; readonly name: string }[]>;
  /** Takes or renews shard leases of a site for this owner; returns the shards that are ours now. A dead owner's shards are free after `leaseSeconds`. */
  claimShards(siteId: SiteId, owner: string, shardCount: number, leaseSeconds: number): Promise<readonly number[]>;
  releaseShards(owner: string): Promise<void>;
  /** Nodes of these shards with open jobs (UNCONFIRMED or RUNNING), each with what PostgreSQL has acknowledged of it. */
  nodesWithOpenJobs(siteId: SiteId, shards: readonly number[], shardCount: number): Promise<readonly WatchedNode[]>;
  /**
   * Writes what a node said of its jobs `WHERE (incarnation, seq) <` what is brought; pokes the run on an end, or its wave when staging has
   * ended well, and notes that a run has begun to reboot. Returns the job ids that were changed.
   */
  recordJobs(nodeId: NodeId, reports: readonly JobReport[]): Promise<readonly JobId[]>;
  /** The same for many nodes in one statement; a job id stands at most once in it. */
  recordJobsOf(said: readonly JobsOfNode[]): Promise<readonly JobId[]>;
  /** The node was heard of, or attached to anew; no state is changed by it. */
  touchJobs(nodeId: NodeId, seenBootId: string, attached: boolean): Promise<void>;
  touchJobsOf(touches: readonly JobsTouched[]): Promise<void>;
  /** Members of domains and services with an open wave, whether in a campaign or not, and the site's control nodes. */
  nodesToObserve(siteId: SiteId, shards: readonly number[], shardCount: number): Promise<readonly ObservedNode[]>;
  /**
   * Observations of one round, set-wise: health, availability intervals, soak seconds (only between two good observations, at most
   * `gapSecondsMax` apart), site attendance. Moves SOAKING runs whose exposure is complete on and pokes their waves.
   */
  recordObservations(siteId: SiteId, round: ObservationRound): Promise<void>;
  /** Pokes runs whose clocks ran out (in observed seconds) so that they are looked at; marks OVERDUE and settles their campaigns. */
  tickDeadlines(siteId: SiteId): Promise<number>;
}

export interface WatchedNode {
  readonly target: NodeTarget;
  readonly incarnation: number;
  /** Highest seq acknowledged in this incarnation. */
  readonly seq: number;
  /** A restore was commanded after the acknowledged seq: an older state directory is expected. */
  readonly restoreCommanded: boolean;
  readonly jobs: readonly { readonly jobId: JobId; readonly runId: RunId; readonly state: JobRowState; readonly phase: string; readonly launchBootId: string; readonly launchedAt: Instant; readonly notAfterUptimeSeconds: number }[];
}

export interface JobsOfNode {
  readonly nodeId: NodeId;
  readonly reports: readonly JobReport[];
}

export interface JobsTouched {
  readonly nodeId: NodeId;
  readonly seenBootId: string;
  readonly attached: boolean;
}

export interface JobReport {
  readonly jobId: JobId;
  readonly state: JobRowState;
  readonly phase: string;
  readonly incarnation: number;
  readonly seq: number;
  readonly seenBootId: string | null;
  readonly exitCode: number | null;
  readonly reason: string | null;
  readonly transactions: number;
}

export interface ObservedNode {
  readonly target: NodeTarget;
  readonly isControlNode: boolean;
  /** Service probes; empty: reachability alone decides. */
  readonly probes: readonly Probe[];
}

export interface ObservationRound {
  readonly gapSecondsMax: number;
  readonly nodes: readonly {
    readonly nodeId: NodeId;
    readonly reachable: boolean | null;
    readonly bootId: string | null;
    readonly results: readonly ProbeResult[];
  }[];
  /** Set when the round could not look at all (proxy or bastion down): counts as nobody watching. */
  readonly blind: boolean;
}
