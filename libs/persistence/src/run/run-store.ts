import {
  type CampaignId, type CampaignKind, type CampaignState, type DeferredReason, type Instant, type JobId, type JobRowState, type NodeFacts, type NodeId, type OutcomeState, type Plan, type PlanMember,
  type Refusal, type RunId, type RunIntent, type RunState, type RunStateKind, type SiteId, type VerificationFacts, type WaveState,
} from '@skein/core';

/** Everything `advanceRun` decides on, read in one statement round. */
export interface RunSnapshot {
  readonly runId: RunId;
  readonly campaignId: CampaignId;
  readonly campaignKind: CampaignKind;
  readonly campaignState: CampaignState;
  readonly campaignEpoch: number;
  readonly wave: number;
  readonly waveState: WaveState;
  readonly attempt: number;
  readonly state: RunState;
  /** When the state was entered. */
  readonly since: Instant;
  readonly intent: RunIntent;
  readonly fence: bigint;
  readonly overdue: boolean;
  readonly now: Instant;
  readonly plan: Pick<Plan, 'spec' | 'target'>;
  readonly member: PlanMember;
  readonly node: RunNode;
  readonly siteId: SiteId;
  /** Facts of the last inspection of this attempt; null before. */
  readonly facts: NodeFacts | null;
  readonly verification: VerificationFacts | null;
  /** Whole-disk restore point: READY until undrain, STALE after it. */
  readonly restorePoint: { readonly snapshotId: string; readonly state: 'READY' | 'STALE' | 'CONSUMED'; readonly takenAt: Instant } | null;
  readonly steps: readonly StepRow[];
  readonly effects: readonly EffectRow[];
  readonly jobs: readonly JobRow[];
  /** Seconds since `since` during which the site was watched (shard alive, control nodes answering). */
  readonly observedSeconds: number;
  readonly siteUnattended: boolean;
  /** Rollback campaigns only: the run that is brought back, with the facts before its change and the job that staged the way back. */
  readonly original: { readonly runId: RunId; readonly facts: NodeFacts; readonly stageJobId: JobId } | null;
  /** The rollback campaign that adopted this run, if any. */
  readonly drivenBy: CampaignId | null;
}

export interface RunNode {
  readonly nodeId: NodeId;
  readonly hostname: string;
  readonly externalId: string;
  readonly address: string;
  readonly port: number;
  readonly hostKeys: readonly string[];
  readonly machineId: string | null;
  readonly incarnation: number;
  readonly held: boolean;
  readonly retired: boolean;
  readonly protected: boolean;
  readonly missing: boolean;
}

export interface StepRow {
  readonly step: string;
  readonly state: 'begun' | 'done' | 'failed' | 'undone';
  readonly detail: Readonly<Record<string, unknown>>;
  readonly fence: bigint;
  readonly at: Instant;
}

/** A thing done outside PostgreSQL (hook, provider call), written before it is begun. */
export interface EffectRow {
  readonly step: string;
  readonly direction: 'do' | 'undo';
  readonly fence: bigint;
  readonly notAfter: Instant;
  readonly state: 'open' | 'done' | 'failed' | 'unknown';
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What PostgreSQL knows of a detached job; the watcher writes it, `WHERE (incarnation, seq) <` what it brings. */
export interface JobRow {
  readonly jobId: JobId;
  readonly step: string;
  readonly attempt: number;
  readonly state: JobRowState;
  readonly phase: string;
  readonly incarnation: number;
  readonly seq: number;
  /** Boot in which the job was launched. */
  readonly launchBootId: string;
  /** Boot in which the node was seen last. */
  readonly seenBootId: string | null;
  readonly notAfterUptimeSeconds: number;
  readonly exitCode: number | null;
  readonly reason: string | null;
  readonly transactions: number;
  readonly launchedAt: Instant;
  /** Last time the node was heard of through the watcher; null: never. */
  readonly lastSeenAt: Instant | null;
  /** Times the watcher attached to the node anew while this job was open. */
  readonly attachments: number;
}

export interface Claim {
  readonly runId: RunId;
  readonly attempt: number;
  /** Taken from the sequence by this execution; rows and node refuse older ones. */
  readonly fence: bigint;
}

export interface RunStore {
  load(runId: RunId): Promise<RunSnapshot | null>;
  /** Takes a new fence for this execution: older ones are refused from now on. Marks the driver as advanced. */
  claim(runId: RunId): Promise<Claim | null>;
  /**
   * Moves a run by the table, if the fence is the newest and the state is `from`. Writes facts, step, job or restore point in the
   * same transaction. Refusals: fenceSuperseded, stateChanged, transitionNotAllowed.
   */
  move(claim: Claim, from: RunStateKind, to: RunState, with_?: MoveExtras): Promise<Refusal | null>;
  recordStep(claim: Claim, step: string, state: StepRow['state'], detail: Readonly<Record<string, unknown>>): Promise<Refusal | null>;
  /** Committed before the effect begins; refused while another effect of the run is open and not yet past notAfter + 5 s. */
  openEffect(claim: Claim, step: string, direction: 'do' | 'undo', notAfter: Instant): Promise<Refusal | null>;
  closeEffect(claim: Claim, step: string, direction: 'do' | 'undo', state: 'done' | 'failed' | 'unknown', detail: Readonly<Record<string, unknown>>): Promise<Refusal | null>;
  /**
   * The permit (DESIGN §4): locks the campaign FOR SHARE, checks state, epoch, fence, lease and firstLook; sets APPLYING (or RESTORING in a
   * rollback campaign) and inserts the job row UNCONFIRMED, together. Refusals: campaignNotRunning, epochMoved, fenceSuperseded, leaseMissing, firstLookFull.
   */
  grantPermit(claim: Claim, epoch: number, job: NewJob, to: Extract<RunState, { kind: 'APPLYING' | 'RESTORING' }>): Promise<Refusal | null>;
  /** A job that needs no permit (staging, a restore of a broken node), together with the move to its state if `to` is given. */
  insertJob(claim: Claim, job: NewJob, to: { readonly from: RunStateKind; readonly state: RunState } | null): Promise<Refusal | null>;
  /** What the node answered to a launch. */
  confirmJob(claim: Claim, jobId: JobId, answer: { readonly state: JobRowState; readonly seq: number; readonly phase: string; readonly exitCode: number | null; readonly reason: string | null }): Promise<Refusal | null>;
  /** Raises node.incarnation before a whole-disk restore; idempotent on the claim's attempt. Returns the incarnation to adopt. */
  raiseIncarnation(claim: Claim): Promise<number | Refusal>;
  /** The verification that passed; written before the node goes back into service, so that it is not judged twice. */
  recordVerification(claim: Claim, verification: VerificationFacts): Promise<Refusal | null>;
  /** Outcome, evidence, statistics, lease release, availability, settleCampaign, audit, outbox: one transaction. Refusals: fenceSuperseded, outcomeAlreadyRecorded. */
  recordOutcome(claim: Claim, outcome: OutcomeState, evidence: Readonly<Record<string, unknown>>): Promise<Refusal | null>;
  /** The whole-disk way back of this attempt; one row per (run, attempt), states only move READY → STALE → CONSUMED. */
  saveRestorePoint(claim: Claim, snapshotId: string, state: 'READY' | 'STALE' | 'CONSUMED'): Promise<Refusal | null>;
  saveLog(runId: RunId, jobId: JobId, offset: number, bytes: Uint8Array): Promise<void>;
}

export interface NewJob {
  readonly jobId: JobId;
  readonly step: string;
  readonly launchBootId: string;
  readonly notAfterUptimeSeconds: number;
}

export interface MoveExtras {
  readonly facts?: NodeFacts;
  readonly verification?: VerificationFacts;
  /** Undrained: the whole-disk restore point becomes STALE. */
  readonly restorePointStale?: true;
  readonly step?: { readonly name: string; readonly state: StepRow['state']; readonly detail: Readonly<Record<string, unknown>> };
  /** Entering SOAKING writes the soak row. */
  readonly soakSeconds?: number;
  /** Leaving LEASED/UNDOING for STAGED gives the lease back. */
  readonly releaseLease?: boolean;
  readonly deferredReason?: DeferredReason;
}
