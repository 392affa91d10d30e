import { currentWave } from '@skein/core';
import { type CampaignPagePartsFragment, type CampaignState, type StateClass } from '../../generated/documents.ts';
import { type SaidLine, saidLines } from '../../i18n/use-said.ts';
import { countOf } from '../../kit/bar-parts.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { type CampaignVerb } from '../verb/verb-rules.ts';
import { type GateRow } from './gate-rows.ts';

export interface WhyLine {
  readonly stateClass: StateClass;
  readonly finding: Phrase;
  /** More: in our words, in the api's, or as a person wrote it. */
  readonly detail: Phrase | readonly SaidLine[] | { readonly written: string } | null;
  readonly action: WhyAction | null;
}

export type WhyAction =
  | { readonly kind: 'verb'; readonly verb: CampaignVerb }
  | { readonly kind: 'link'; readonly to: string; readonly label: Phrase };

type Campaign = Pick<CampaignPagePartsFragment, 'id' | 'state' | 'stateReason' | 'stateDetail' | 'stateSentences' | 'waves' | 'overdue' | 'holdingPermit' | 'approval' | 'revision' | 'summary' | 'author' | 'parentId'>;

const pauseReasons = ['operator', 'hold', 'gateInconclusive', 'gateFailed', 'rollbackRunning', 'siteUnattended'] as const;
const haltReasons = ['operator', 'failuresReachedStop', 'nodeLost'] as const;
const known = <Word extends string>(words: readonly Word[], word: string | null): Word | null => words.find((one) => one === word) ?? null;

/** One sentence that says why the campaign is where it is, and the one thing to do about it. What could stop it next outweighs that all is well. */
export function whyLine(campaign: Campaign, rows: readonly GateRow[]): WhyLine {
  const line = lines[campaign.state](campaign, rows);
  return campaign.stateDetail.length > 0 && line.detail === null && campaign.state !== 'COMPLETED_WITH_EXCEPTIONS' ? { ...line, detail: saidLines(campaign.stateDetail, campaign.stateSentences) } : line;
}

type Decide = (campaign: Campaign, rows: readonly GateRow[]) => WhyLine;
const verb = (name: CampaignVerb): WhyAction => ({ kind: 'verb', verb: name });
const written = (reason: string | null): WhyLine['detail'] => (reason === null ? null : { written: reason });
const edit = ({ id }: Campaign): WhyAction => ({ kind: 'link', to: `/campaigns/${id}/edit`, label: phrase('campaigns.why.edit') });

const stopped: Decide = ({ stateReason, holdingPermit }) => {
  const reason = known(haltReasons, stateReason);
  return {
    stateClass: 'ATTENTION', finding: reason === null ? phrase('campaigns.why.haltedUnknown') : phrase(`campaigns.why.halted.${reason}`),
    detail: holdingPermit.length > 0 ? phrase('campaigns.why.stillMoving', { count: holdingPermit.length }) : phrase('campaigns.why.nothingMoves'),
    action: reason === 'operator' ? verb('resume') : verb('retry'),
  };
};

const lines: Readonly<Record<CampaignState, Decide>> = {
  DRAFT: (campaign) => ({ stateClass: 'NOT_STARTED', finding: phrase('campaigns.why.draft'), detail: null, action: edit(campaign) }),
  INVALID: (campaign) => ({ stateClass: 'ATTENTION', finding: phrase('campaigns.why.invalid'), detail: null, action: edit(campaign) }),
  AWAITING_APPROVAL: ({ id, author }) => ({
    stateClass: 'ATTENTION', finding: phrase('campaigns.why.awaitingApproval'), detail: phrase('campaigns.why.notTheAuthor', { author: author.name }),
    action: { kind: 'link', to: `/approvals/${id}`, label: phrase('campaigns.why.review') },
  }),
  REJECTED: (campaign) => ({
    stateClass: 'ATTENTION', finding: phrase('campaigns.why.rejected', { person: campaign.approval?.person.name ?? '' }), detail: written(campaign.approval?.reason ?? campaign.stateReason), action: edit(campaign),
  }),
  SCHEDULED: ({ approval }) => ({
    stateClass: 'NOT_STARTED', finding: phrase('campaigns.why.scheduled'), detail: approval === null ? null : phrase('campaigns.why.approvedBy', { person: approval.person.name, at: new Date(approval.at) }), action: verb('start'),
  }),
  RUNNING: running,
  PAUSED: ({ stateReason, stateDetail, stateSentences }) => {
    const reason = known(pauseReasons, stateReason);
    return {
      stateClass: 'ATTENTION', finding: reason === null ? phrase('campaigns.why.pausedUnknown') : phrase(`campaigns.why.paused.${reason}`), detail: stateDetail.length > 0 ? saidLines(stateDetail, stateSentences) : phrase('campaigns.why.nothingStarts'),
      action: reason === 'gateFailed' || reason === 'gateInconclusive' ? verb('retry') : verb('resume'),
    };
  },
  HALTING: stopped,
  HALTED: stopped,
  CANCELLING: ({ holdingPermit }) => ({ stateClass: 'IN_FLIGHT', finding: phrase('campaigns.why.cancelling'), detail: phrase('campaigns.why.stillMoving', { count: holdingPermit.length }), action: null }),
  CANCELLED: () => ({ stateClass: 'NOT_STARTED', finding: phrase('campaigns.why.cancelled'), detail: null, action: null }),
  COMPLETED: ({ summary }) => ({ stateClass: 'MIGRATED', finding: phrase('campaigns.why.completed', { count: summary.migrated + summary.rolledBack }), detail: null, action: null }),
  COMPLETED_WITH_EXCEPTIONS: ({ summary }) => ({
    stateClass: 'ATTENTION', finding: phrase('campaigns.why.exceptions', { migrated: summary.migrated, others: summary.failedClean + summary.quarantined + summary.blocked + summary.deferred + summary.cancelled + summary.rolledBack }),
    detail: null, action: verb('retry'),
  }),
};

function running(campaign: Campaign, rows: readonly GateRow[]): WhyLine {
  const failures = rows.find(({ rule }) => rule === 'failures');
  const limit = failures?.way === null || failures === undefined || failures.way === 0 ? null : Math.round(failures.value / failures.way);
  const current = currentWave(campaign.waves);
  if (failures !== undefined && limit !== null && failures.value > 0 && limit - failures.value === 1) {
    return {
      stateClass: 'ATTENTION', finding: phrase('campaigns.why.oneMoreFailure'), detail: phrase('campaigns.why.failuresOf', { failed: failures.value, limit }),
      action: verb('pause'),
    };
  }
  const broken = rows.find(({ verdict }) => verdict === 'error');
  if (broken !== undefined) return { stateClass: 'ATTENTION', finding: phrase('campaigns.why.unreadable'), detail: broken.detail, action: null };
  if (campaign.overdue > 0) {
    return { stateClass: 'ATTENTION', finding: phrase('campaigns.why.overdue', { count: campaign.overdue }), detail: phrase('campaigns.why.overdueCounts'), action: { kind: 'link', to: '#overdue', label: phrase('campaigns.why.showOverdue') } };
  }
  if (current === null) return { stateClass: 'IN_FLIGHT', finding: phrase('campaigns.why.running'), detail: null, action: null };
  if (current.state === 'INCONCLUSIVE') return { stateClass: 'ATTENTION', finding: phrase('campaigns.why.inconclusive', { wave: current.number }), detail: saidLines(current.missing, current.missingSentences), action: null };
  return { stateClass: 'IN_FLIGHT', finding: phrase('campaigns.why.runningWave', { wave: current.number, state: phrase(`words.waveState.${current.state}`) }), detail: failures === undefined ? phrase('campaigns.why.counts', { inFlight: countOf(current.byStateClass, 'IN_FLIGHT'), left: countOf(current.byStateClass, 'NOT_STARTED') }) : phrase('campaigns.why.failuresOf', { failed: failures.value, limit: limit ?? stopOf(failures) }), action: null };
}

const stopOf = (row: GateRow): number => {
  const count = row.threshold.values?.['count'];
  return typeof count === 'number' ? count : 0;
};
