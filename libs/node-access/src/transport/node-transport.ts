import { type JobId, type NodeFacts, type NodeTarget, type VerificationFacts } from '@skein/core';


/**
 * One door to a node, whatever is behind it. Adapters (`ssh`, `simulated`) pass one conformance suite.
 * Every call has a deadline of its own; nothing here retries, nothing here decides.
 */
export interface NodeTransport {
  /** Who is there: boot, uptime, what the state directory remembers. Installs the runner when it is missing or another version. */
  hello(target: NodeTarget): Promise<Hello>;
  /** One round trip, read-only. */
  inspect(target: NodeTarget, request: InspectRequest): Promise<NodeFacts>;
  /** Starts a detached job, or returns the state of the job if that id was ever launched. */
  launch(target: NodeTarget, request: LaunchRequest): Promise<LaunchAnswer>;
  /** The job's state; `unknown` when the node has never heard of it. */
  status(target: NodeTarget, jobId: JobId): Promise<JobStatus>;
  /** Read-only look after the change. */
  verify(target: NodeTarget, request: VerifyRequest): Promise<VerificationFacts>;
  fingerprint(target: NodeTarget): Promise<Fingerprint>;
  /** The first act after a restore: makes the node remember a higher incarnation and fence. */
  adopt(target: NodeTarget, request: { readonly incarnation: number; readonly fence: bigint; readonly bootId: string }): Promise<Hello>;
  /** Makes the running kernel the saved default, after verification; until then the next boot takes the old one. Repeating it changes nothing. */
  commitKernel(target: NodeTarget, request: { readonly fence: bigint; readonly incarnation: number; readonly bootId: string }): Promise<void>;
  /** Asks for the state directory's log of a job from a byte offset; at most 256 KiB come back. */
  readLog(target: NodeTarget, jobId: JobId, offset: number): Promise<LogSlice>;
  /** Removes payload and staging of a job after its outcome has committed; leaves a receipt. */
  cleanup(target: NodeTarget, request: { readonly jobId: JobId; readonly fence: bigint; readonly incarnation: number }): Promise<void>;
  /**
   * Follows all jobs of a node over one open channel: first a `hello` frame, then every event with `seq > fromSeq`,
   * then new ones as they come, a heartbeat at least every 5 s. Ends by throwing NodeAccessError (connectionLost and the like)
   * or when `signal` aborts. A lost connection never means a dead job.
   */
  follow(target: NodeTarget, fromSeq: number, signal: AbortSignal): AsyncIterable<FollowFrame>;
  /** One reachability and login probe, as cheap as the adapter can make it; used by the watcher for health observations. */
  ping(target: NodeTarget): Promise<NodePing>;
  /** The same for many nodes at once, answers in the order of the targets, for adapters to which one question costs less than many. */
  pingMany?(targets: readonly NodeTarget[]): Promise<readonly (NodePing | NodeAccessFailure)[]>;
  close(): Promise<void>;
}

export interface NodePing {
  readonly bootId: string;
  readonly uptimeSeconds: number;
}

export interface Hello {
  readonly bootId: string;
  readonly uptimeSeconds: number;
  readonly machineId: string | null;
  /** 0 when the node has no state directory yet. */
  readonly incarnation: number;
  readonly fence: bigint;
  readonly seq: number;
  readonly jobs: readonly JobStatus[];
}

export interface InspectRequest {
  readonly repositoryUrl: string;
  readonly repositoryKey: string;
  readonly targetOsId: string;
}

export type JobKind = 'stage' | 'apply' | 'reverse';

/** Every request that writes carries boot id, incarnation and fence; the detached job itself refuses another boot or a later uptime. */
export interface LaunchRequest {
  /** `<runId>.<attempt>.<step>`: launching it twice starts it once. */
  readonly jobId: JobId;
  readonly kind: JobKind;
  readonly bootId: string;
  readonly notAfterUptimeSeconds: number;
  readonly incarnation: number;
  readonly fence: bigint;
  readonly repositoryUrl: string;
  readonly repositoryKey: string;
  readonly targetOsId: string;
  readonly kernelPrefix: string;
  /** `apply` and `reverse`: the id of the `stage` job whose packages are used. */
  readonly stageJobId: JobId | null;
}

export type LaunchAnswer =
  | { readonly kind: 'started'; readonly job: JobStatus }
  | { readonly kind: 'known'; readonly job: JobStatus }
  | { readonly kind: 'refused'; readonly reason: 'bootChanged' | 'tooLate' | 'fenceSuperseded' | 'incarnationOld' | 'busy' | 'stagingMissing' };

export interface JobStatus {
  readonly jobId: JobId;
  readonly kind: JobKind;
  /** `refused`: the detached job woke up too late or in another boot and changed nothing. */
  readonly state: 'unknown' | 'alive' | 'exited' | 'dead' | 'refused';
  /** Last phase that began: `begin`, `download`, `swap`, `transaction`, `kernel`, `rebooting`, `done`. */
  readonly phase: string;
  /** Boot in which the last event was written. */
  readonly bootId: string;
  readonly seq: number;
  readonly exitCode: number | null;
  /** A word such as `mirrorFailed`, `transactionFailed`, `diskFull`; null while alive or when all went well. */
  readonly reason: string | null;
  /** Times a package transaction was begun by this job. */
  readonly transactions: number;
  readonly logBytes: number;
}

export type FollowFrame =
  | { readonly kind: 'hello'; readonly hello: Hello }
  | { readonly kind: 'job'; readonly incarnation: number; readonly job: JobStatus }
  | { readonly kind: 'heartbeat'; readonly bootId: string; readonly uptimeSeconds: number };

export interface VerifyRequest {
  readonly sourceIdentityPackages: readonly string[];
}

export interface Fingerprint {
  readonly digest: string;
  /** One fact per line, sorted: packages with their header digest, files with SHA-256, boot entries. */
  readonly lines: readonly string[];
}

export interface LogSlice {
  readonly offset: number;
  readonly bytes: Uint8Array;
  readonly totalBytes: number;
}

/**
 * Why a node could not be asked. `proxyDown` and `bastionDown` are never the node's fault. `refused`: it was asked to write and said no
 * (fence superseded, incarnation old, boot changed); the message names the reason.
 */
export type NodeAccessFailure =
  | 'unreachable' | 'proxyDown' | 'bastionDown' | 'hostKeyMismatch' | 'authenticationFailed' | 'becomeRefused'
  | 'connectionLost' | 'deadlineExceeded' | 'protocolViolation' | 'refused';

export class NodeAccessError extends Error {
  readonly failure: NodeAccessFailure;
  constructor(failure: NodeAccessFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'NodeAccessError';
    this.failure = failure;
  }
}
