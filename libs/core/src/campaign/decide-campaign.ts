import { type RefusalCode } from '../kernel/refusal-catalogue.ts';
import { type Refusal, refusalSentence, refuse } from '../kernel/refusal.ts';
import { type CampaignState, type CampaignStateKind, type CampaignVerb } from './campaign-state.ts';

/** What a verb on a campaign depends on besides its state; read in the transaction that applies it. */
export interface CampaignContext {
  /** submit: what the planner and `validateSpec` object to; empty: nothing. */
  readonly problems: readonly Refusal[];
  /** resume: a wave stands FAILED or INCONCLUSIVE and none of its failing runs was sent to try again. */
  readonly gateBlocks: boolean;
  /** resume: a rollback campaign of this campaign is not finished. */
  readonly rollbackRunning: boolean;
  /** retry: runs that ended BLOCKED, DEFERRED, FAILED_CLEAN, RESTORED or QUARANTINED and may be tried again. */
  readonly retryableRuns: number;
  /** deny: why, in the approver's words. */
  readonly reason?: string;
}

type Decide = (state: CampaignState, context: CampaignContext) => CampaignState | Refusal;

const same: Decide = (state) => state;
const to = (state: CampaignState): Decide => () => state;
const not = (code: RefusalCode, message: string, hint: string): Decide => () => refuse(code, message, { hint });

/** What an operator of a campaign in this state can do instead, for verbs that do not fit it. */
const hintFor: Readonly<Record<CampaignStateKind, string>> = {
  DRAFT: 'Submit it first.',
  INVALID: 'Correct what is wrong and submit it again.',
  AWAITING_APPROVAL: 'It waits for an approver; revise or cancel it if it is not wanted.',
  REJECTED: 'Revise it and submit it again.',
  SCHEDULED: 'Start it, or cancel it; nothing has been touched yet.',
  RUNNING: 'Pause, hold, halt or cancel it.',
  PAUSED: 'Resume, halt or cancel it.',
  HALTING: 'Wait until it is HALTED; no new permit is given meanwhile.',
  HALTED: 'Resume or cancel it; nothing new starts meanwhile.',
  CANCELLING: 'Nothing new starts; runs that are past their permit finish or are brought back.',
  CANCELLED: 'Draft a new campaign for the nodes that are left.',
  COMPLETED: 'Roll it back with a campaign of kind rollback, or draft a new one.',
  COMPLETED_WITH_EXCEPTIONS: 'Retry the runs that failed, or roll back with a campaign of kind rollback.',
};

const resume: Decide = (_state, context) => {
  if (context.rollbackRunning) {
    return refuse('rollbackRunning', 'a rollback of this campaign is not finished', { hint: 'Wait for the rollback campaign, or cancel it, then resume.' });
  }
  if (context.gateBlocks) {
    return refuse('gateBlocks', 'a gate stopped this campaign and nothing has changed since', { hint: 'Retry the runs that failed, and resume then.' });
  }
  return { kind: 'RUNNING' };
};

const retry: Decide = (state, context) => {
  if (context.retryableRuns === 0) return refuse('nothingToRetry', 'no run of this campaign can be tried again', { hint: 'Only runs that ended without success and whose nodes are free can be.' });
  return state.kind === 'COMPLETED_WITH_EXCEPTIONS' ? { kind: 'RUNNING' } : state;
};

// A pause that ends by itself must not undo what an operator asked for; every other pause already demands as much or more.
const pauseAgain: Decide = (state) =>
  state.kind === 'PAUSED' && (state.reason === 'siteUnattended' || state.reason === 'rollbackRunning') ? { kind: 'PAUSED', reason: 'operator' } : state;

const nothingRuns = (kind: CampaignStateKind): Decide => not('campaignNotRunning', `the campaign is ${kind}, so nothing of it runs`, hintFor[kind]);
const submitted: Decide = (_state, context) =>
  context.problems.length > 0 ? { kind: 'INVALID', problems: context.problems.map((problem) => problem.message), sentences: context.problems.map(refusalSentence) } : { kind: 'AWAITING_APPROVAL' };
const denied: Decide = (_state, context) => ({ kind: 'REJECTED', reason: context.reason ?? '' });

const draft: CampaignState = { kind: 'DRAFT' };
const halting: CampaignState = { kind: 'HALTING', reason: 'operator' };

/** What each verb does where it fits; what is not listed is refused. Stopping fits wherever something could run, and repeats harmlessly. */
const decisions: Readonly<Record<CampaignVerb, Partial<Readonly<Record<CampaignStateKind, Decide>>>>> = {
  submit: { DRAFT: submitted, INVALID: submitted },
  approve: { AWAITING_APPROVAL: to({ kind: 'SCHEDULED' }) },
  deny: { AWAITING_APPROVAL: denied },
  start: { SCHEDULED: to({ kind: 'RUNNING' }) },
  pause: {
    RUNNING: to({ kind: 'PAUSED', reason: 'operator' }), PAUSED: pauseAgain, HALTING: same, HALTED: same,
    CANCELLING: same,
  },
  hold: { RUNNING: to({ kind: 'PAUSED', reason: 'hold' }), PAUSED: to({ kind: 'PAUSED', reason: 'hold' }), HALTING: same, HALTED: same, CANCELLING: same },
  halt: { RUNNING: to(halting), PAUSED: to(halting), HALTING: same, HALTED: same, CANCELLING: same },
  resume: { PAUSED: resume, HALTED: resume },
  cancel: {
    DRAFT: to({ kind: 'CANCELLED' }), INVALID: to({ kind: 'CANCELLED' }), AWAITING_APPROVAL: to({ kind: 'CANCELLED' }), SCHEDULED: to({ kind: 'CANCELLED' }),
    RUNNING: to({ kind: 'CANCELLING' }), PAUSED: to({ kind: 'CANCELLING' }), HALTING: to({ kind: 'CANCELLING' }), HALTED: to({ kind: 'CANCELLING' }),
    CANCELLING: same, CANCELLED: same,
  },
  retry: { RUNNING: retry, PAUSED: retry, HALTED: retry, COMPLETED_WITH_EXCEPTIONS: retry },
  revise: { DRAFT: same, INVALID: to(draft), AWAITING_APPROVAL: to(draft), REJECTED: to(draft), SCHEDULED: to(draft) },
};

const refusals: Readonly<Record<CampaignVerb, (kind: CampaignStateKind) => Decide>> = {
  submit: (kind) => not('campaignNotDraft', `a campaign that is ${kind} cannot be submitted`, hintFor[kind]),
  approve: (kind) => not('campaignNotAwaitingApproval', `a campaign that is ${kind} cannot be approved`, hintFor[kind]),
  deny: (kind) => not('campaignNotAwaitingApproval', `a campaign that is ${kind} cannot be denied`, hintFor[kind]),
  start: (kind) => not('campaignNotScheduled', `a campaign that is ${kind} cannot be started`, hintFor[kind]),
  pause: nothingRuns,
  hold: nothingRuns,
  halt: nothingRuns,
  resume: (kind) => not('campaignNotPaused', `a campaign that is ${kind} cannot be resumed`, hintFor[kind]),
  cancel: (kind) => not('campaignEnded', `the campaign is ${kind}, so there is nothing to cancel`, hintFor[kind]),
  retry: (kind) => not('campaignNotRetryable', `runs of a campaign that is ${kind} cannot be tried again`, hintFor[kind]),
  revise: (kind) => not('campaignNotRevisable', `the plan of a campaign that is ${kind} cannot be changed`, hintFor[kind]),
};

/**
 * The state that a verb leads to. The same object comes back when the verb is accepted and the state stays (halting twice, retrying
 * runs of a campaign that is halted). Who may use the verb, and four eyes, are asked before (`can`, `approvalRefusal`).
 */
export function decideCampaign(verb: CampaignVerb, state: CampaignState, context: CampaignContext): CampaignState | Refusal {
  const decide = decisions[verb][state.kind] ?? refusals[verb](state.kind);
  return decide(state, context);
}
