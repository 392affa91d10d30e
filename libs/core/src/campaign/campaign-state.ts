import { type TransitionTable } from '../kernel/transition-table.ts';
import { type Sentence } from '../sentence/sentence.ts';

export type CampaignKind = 'migrate' | 'rollback';
/** By which way it came to be. */
export type CampaignSource = 'operator' | 'demo' | 'api';

export type PauseReason = 'operator' | 'hold' | 'gateInconclusive' | 'gateFailed' | 'rollbackRunning' | 'siteUnattended';
export type HaltReason = 'operator' | 'failuresReachedStop' | 'nodeLost';

/** `sentences` say what `problems` and `missing` say, in the same order; rows of earlier versions lack them. */
export type CampaignState =
  | { readonly kind: 'DRAFT' }
  | { readonly kind: 'INVALID'; readonly problems: readonly string[]; readonly sentences?: readonly Sentence[] }
  | { readonly kind: 'AWAITING_APPROVAL' }
  | { readonly kind: 'REJECTED'; readonly reason: string }
  | { readonly kind: 'SCHEDULED' }
  | { readonly kind: 'RUNNING' }
  | { readonly kind: 'PAUSED'; readonly reason: PauseReason; readonly missing?: readonly string[]; readonly sentences?: readonly Sentence[] }
  | { readonly kind: 'HALTING'; readonly reason: HaltReason }
  | { readonly kind: 'HALTED'; readonly reason: HaltReason }
  | { readonly kind: 'CANCELLING' }
  | { readonly kind: 'CANCELLED' }
  | { readonly kind: 'COMPLETED' }
  | { readonly kind: 'COMPLETED_WITH_EXCEPTIONS'; readonly exceptions: number };

export type CampaignStateKind = CampaignState['kind'];

export const campaignTransitions = {
  DRAFT: ['INVALID', 'AWAITING_APPROVAL', 'CANCELLED'],
  INVALID: ['DRAFT', 'AWAITING_APPROVAL', 'CANCELLED'],
  AWAITING_APPROVAL: ['DRAFT', 'REJECTED', 'SCHEDULED', 'CANCELLED'],
  REJECTED: ['DRAFT'],
  SCHEDULED: ['RUNNING', 'DRAFT', 'CANCELLED'],
  RUNNING: ['PAUSED', 'HALTING', 'HALTED', 'CANCELLING', 'COMPLETED', 'COMPLETED_WITH_EXCEPTIONS'],
  PAUSED: ['RUNNING', 'HALTING', 'HALTED', 'CANCELLING', 'PAUSED'],
  HALTING: ['HALTED', 'CANCELLING'],
  HALTED: ['RUNNING', 'CANCELLING'],
  CANCELLING: ['CANCELLED'],
  CANCELLED: [],
  COMPLETED: [],
  COMPLETED_WITH_EXCEPTIONS: ['RUNNING'],
} as const satisfies TransitionTable<CampaignStateKind>;

/** Verbs on a campaign, as in GraphQL, CLI and audit. */
export type CampaignVerb = 'submit' | 'approve' | 'deny' | 'start' | 'pause' | 'hold' | 'halt' | 'resume' | 'cancel' | 'retry' | 'revise';
