import { type Finding, type NodeFacts, type NodeId, type Refusal, type SiteId, type TargetProfile, type TargetProfileId } from '@skein/core';
import { type CommandContext } from '../database/idempotent.ts';
import { type Page, type PageRequest } from '../database/page.ts';
import { type NodeFilter } from '../views/view.ts';

export type AssessmentState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';

export interface AssessmentView {
  readonly assessmentId: string;
  readonly nodeId: NodeId;
  readonly targetProfileId: TargetProfileId;
  readonly state: AssessmentState;
  readonly requestedAt: Date;
  readonly endedAt: Date | null;
  readonly ready: boolean | null;
  /** As a worker wrote them, maybe one of another version. */
  readonly findings: unknown;
  readonly message: string | null;
}

export interface AssessmentBatchView {
  readonly assessmentBatchId: string;
  readonly nodes: number;
  readonly open: number;
  readonly ready: number;
  readonly blocked: number;
  readonly failed: number;
  readonly byCheck: readonly { readonly check: string; readonly nodes: number }[];
  readonly requestedAt: Date;
}

/** Refusals: permissionMissing, noNodes, countChanged, tooManyNodes, targetProfileNotFound, idempotencyKeyReused. */
export interface AssessmentCommands {
  /** Of the nodes that match now, retired ones left out. */
  request(request: CommandContext & { readonly filter: NodeFilter; readonly targetProfileId: TargetProfileId; readonly expectedCount?: number | undefined }): Promise<{ readonly assessmentBatchId: string } | Refusal>;
}

export interface AssessmentViews {
  batch(assessmentBatchId: string): Promise<AssessmentBatchView | null>;
  /** By host name, then id. */
  ofBatch(assessmentBatchId: string, page: PageRequest): Promise<Page<AssessmentView & { readonly hostname: string }>>;
  /** The last one of each node that has any. */
  lastOf(nodeIds: readonly string[]): Promise<ReadonlyMap<string, AssessmentView>>;
}

/** An assessment in the hands of one worker. */
export interface ClaimedAssessment {
  readonly assessmentId: string;
  /** Raised by each taking: an answer under an older one changes nothing. */
  readonly claim: number;
  readonly nodeId: NodeId;
  readonly machineId: string | null;
  readonly target: TargetProfile;
}

export type AssessmentAnswer =
  | { readonly kind: 'done'; readonly facts: NodeFacts; readonly findings: readonly Finding[]; readonly ready: boolean }
  | { readonly kind: 'failed'; readonly message: string };

/** What a worker works off. Whoever dies with a claim in hand has put it off by a minute. */
export interface AssessmentQueue {
  take(siteId: SiteId, limit: number): Promise<readonly ClaimedAssessment[]>;
  /** Still at work: nobody else takes these for another minute. */
  keep(claims: readonly ClaimedAssessment[]): Promise<void>;
  /** A lease or a job that has not ended: the node is being changed. */
  isInChange(nodeId: NodeId): Promise<boolean>;
  /** False: somebody newer has it, or it has ended. */
  close(claim: ClaimedAssessment, answer: AssessmentAnswer): Promise<boolean>;
}
