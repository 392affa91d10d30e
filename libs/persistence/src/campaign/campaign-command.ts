import {
  type ApplyDecision, type CampaignDocument, type CampaignId, type CampaignKind, type CampaignSource, type CampaignSpec, type CampaignState, type NodeId, type Plan, type PlanDigest, type Principal, type Refusal, type RollbackScope, type RunId,
} from '@skein/core';
import { type CommandContext } from '../database/idempotent.ts';
import { type SpecChangeView } from '../insight/plan-diff.ts';
import { type NodeExplanation, type PermitHolder } from '../views/view.ts';

export interface CampaignRequest extends CommandContext {
  readonly campaignId: CampaignId;
  /** Refuses (staleVersion) when the campaign has moved since; pause, hold, halt and cancel ignore it. */
  readonly expectedVersion?: number | undefined;
}

export interface CampaignHead {
  readonly campaignId: CampaignId;
  readonly name: string;
  readonly kind: CampaignKind;
  readonly source: CampaignSource;
  readonly state: CampaignState;
  readonly version: number;
  readonly epoch: number;
  readonly revision: PlanDigest | null;
  readonly parentId: CampaignId | null;
}

export type CampaignAnswer = { readonly campaign: CampaignHead } | Refusal;

export type HaltAnswer = { readonly campaign: CampaignHead; readonly holdingPermit: readonly PermitHolder[] } | Refusal;

/** Each campaign that was halted, and why others were not. */
export type HaltAllAnswer = { readonly halted: readonly Exclude<HaltAnswer, Refusal>[]; readonly refusals: readonly Refusal[] } | Refusal;

export type ApplyRequest = CommandContext & { readonly document: CampaignDocument; readonly source: CampaignSource; readonly dryRun: boolean };

export type ApplyAnswer =
  | {
    readonly outcome: ApplyDecision['outcome'];
    /** null: a dry run would make one. */
    readonly campaignId: CampaignId | null;
    readonly changes: readonly SpecChangeView[];
    /** What the document means, with ids in place of names. */
    readonly spec: CampaignSpec;
  }
  | { readonly refusals: readonly Refusal[] };

export interface PlanPreview {
  readonly plan: Plan | null;
  /** Why no plan can be made; empty when there is one. */
  readonly problems: readonly Refusal[];
  /** null: no plan. */
  readonly firstWave: FirstWavePreview | null;
  /** From lease to verification, by earlier runs; null: there were none. */
  readonly runSecondsMedian: number | null;
}

/** If the first wave opened now; of its first 200 members and alternates. */
export interface FirstWavePreview {
  readonly startable: number;
  /** Nodes without any are left out. */
  readonly obstacles: ReadonlyMap<NodeId, NodeExplanation['obstacles']>;
}

/**
 * Every verb is one transaction: idempotency key, authorisation, expectedVersion, core's decision, audit event, pokes. It is true when it answers.
 * Refusals besides core's: campaignNotFound, staleVersion, digestMismatch, idempotencyKeyReused, targetProfileNotFound.
 */
export interface CampaignCommands {
  draft(request: CommandContext & { readonly spec: CampaignSpec; readonly source: CampaignSource }): Promise<CampaignAnswer>;
  revise(request: CampaignRequest & { readonly spec: CampaignSpec }): Promise<CampaignAnswer>;
  /** The plan that submit would freeze now; writes nothing. */
  preview(principal: Principal, spec: CampaignSpec): Promise<PlanPreview | Refusal>;
  /** Makes or changes the campaign of a document's name, or nothing. Refusals besides core's: targetProfileNotFound, siteNotFound, nodeNotFound. */
  apply(request: ApplyRequest): Promise<ApplyAnswer>;
  submit(request: CampaignRequest): Promise<CampaignAnswer>;
  approve(request: CampaignRequest & { readonly digest: PlanDigest }): Promise<CampaignAnswer>;
  deny(request: CampaignRequest & { readonly digest: PlanDigest; readonly reason: string }): Promise<CampaignAnswer>;
  start(request: CampaignRequest): Promise<CampaignAnswer>;
  pause(request: CampaignRequest): Promise<CampaignAnswer>;
  hold(request: CampaignRequest): Promise<CampaignAnswer>;
  halt(request: CampaignRequest): Promise<HaltAnswer>;
  /** Every campaign that could start something, each in its own transaction; what fails is refused (campaignNotHalted) and told to `onFailure`. */
  haltAll(request: CommandContext, onFailure: (campaignId: CampaignId, failure: unknown) => void): Promise<HaltAllAnswer>;
  resume(request: CampaignRequest): Promise<CampaignAnswer>;
  cancel(request: CampaignRequest): Promise<CampaignAnswer>;
  /** All runs that may be tried again, of one wave, or exactly the named ones. */
  retry(request: CampaignRequest & { readonly runIds?: readonly RunId[] | undefined; readonly wave?: number | undefined; readonly clearQuarantine?: boolean | undefined }): Promise<CampaignAnswer>;
  /** A campaign of kind rollback, started at once: the forward approval covers the way back. A running parent is paused. Answers the rollback. */
  rollback(request: CampaignRequest & { readonly scope: RollbackScope; readonly source: CampaignSource }): Promise<CampaignAnswer>;
}
