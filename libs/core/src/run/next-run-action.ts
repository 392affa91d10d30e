import { type CampaignKind, type CampaignState } from '../campaign/campaign-state.ts';
import { type Instant } from '../kernel/time.ts';
import { type Deadlines } from '../plan/plan.ts';
import { type JobRowState } from './classify-reconnect.ts';
import { decideRestore } from './decide-restore.ts';
import { failureClassOf } from './failure-class-of.ts';
import { type FailureClass, type FailureReason, type OutcomeState, type RestoreStrategy, type RunIntent, type RunState } from './run-state.ts';

/** What a run's next move is decided on; the store reads it in one round. */
export interface RunSituation {
  readonly campaignKind: CampaignKind;
  readonly campaignState: CampaignState;
  readonly state: RunState;
  readonly since: Instant;
  readonly now: Instant;
  readonly intent: RunIntent;
  readonly deadlines: Deadlines;
  readonly observedSeconds: number;
  readonly siteUnattended: boolean;
  readonly node: { readonly held: boolean; readonly retired: boolean; readonly protected: boolean; readonly missing: boolean };
  readonly attempt: number;
  readonly jobs: readonly JobSituation[];
  readonly effects: readonly EffectSituation[];
  readonly restorePoint: { readonly state: 'READY' | 'STALE' | 'CONSUMED' } | null;
}

export interface JobSituation {
  readonly step: string;
  readonly attempt: number;
  readonly state: JobRowState;
  readonly phase: string;
  readonly exitCode: number | null;
  readonly reason: string | null;
  readonly launchedAt: Instant;
  readonly lastSeenAt: Instant | null;
}

export interface EffectSituation {
  readonly step: string;
  readonly direction: 'do' | 'undo';
  readonly state: 'open' | 'done' | 'failed' | 'unknown';
  readonly fence: bigint;
  readonly notAfter: Instant;
}

/** One short thing to do next. `site` actions touch the node, its provider or a hook; the others only rows. */
export type RunAction =
  | { readonly kind: 'inspect' }
  | { readonly kind: 'launchStaging'; readonly step: string }
  | { readonly kind: 'confirmJob'; readonly step: string }
  | { readonly kind: 'drain' }
  | { readonly kind: 'protect' }
  | { readonly kind: 'change' }
  | { readonly kind: 'askProvider' }
  | { readonly kind: 'verify' }
  | { readonly kind: 'restoreSnapshot' }
  | { readonly kind: 'drainAgain' }
  | { readonly kind: 'undrainAgain' }
  | { readonly kind: 'launchReverse'; readonly step: string }
  | { readonly kind: 'verifyRestored' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'move'; readonly to: RunState; readonly releaseLease?: boolean }
  | { readonly kind: 'outcome'; readonly to: OutcomeState; readonly because: string }
  | { readonly kind: 'wake'; readonly inSeconds: number }
  | { readonly kind: 'wait' }
  | { readonly kind: 'done' };

const siteActions: readonly RunAction['kind'][] = ['inspect', 'launchStaging', 'confirmJob', 'drain', 'protect', 'change', 'askProvider', 'verify', 'restoreSnapshot', 'drainAgain', 'undrainAgain', 'launchReverse', 'verifyRestored', 'undo'];
export const isSiteAction = (action: RunAction): boolean => siteActions.includes(action.kind);

/** Staging or reverse sync that was cut is begun again under a new job id; more often than this it is the node's fault. */
const launchesMax = 3;

const wait: RunAction = { kind: 'wait' };
const outcome = (to: OutcomeState, because: string): RunAction => ({ kind: 'outcome', to, because });
const move = (to: RunState): RunAction => ({ kind: 'move', to });

/** The newest job of this attempt whose step is `stem` or `stem2`, `stem3`, …: each relaunch has an id of its own. */
export function latestJob(situation: Pick<RunSituation, 'attempt' | 'jobs'>, stem: string): JobSituation | null {
  const ours = situation.jobs.filter((job) => job.attempt === situation.attempt && job.step.replace(/\d+$/, '') === stem);
  return ours.sort((a, b) => b.launchedAt - a.launchedAt)[0] ?? null;
}

const launches = (situation: RunSituation, stem: string): number =>
  situation.jobs.filter((job) => job.attempt === situation.attempt && job.step.replace(/\d+$/, '') === stem).length;

export const nextStepName = (situation: RunSituation, stem: string): string => {
  const count = launches(situation, stem);
  return count === 0 ? stem : `${stem}${count + 1}`;
};

/** The campaign wants nothing new of nodes that were not given a lease. */
const stopsNewWork = (state: CampaignState): boolean => state.kind !== 'RUNNING';

/** What is in progress before the permit is undone: halt, cancel and hold say so, pause does not. */
const undoesBeforePermit = (state: CampaignState, intent: RunIntent): boolean =>
  ['HALTING', 'HALTED', 'CANCELLING', 'CANCELLED'].includes(state.kind) || (state.kind === 'PAUSED' && state.reason === 'hold') || intent !== 'continue';

const isCancelled = (situation: RunSituation): boolean =>
  situation.intent === 'cancel' || situation.intent === 'restore' || situation.campaignState.kind === 'CANCELLING' || situation.campaignState.kind === 'CANCELLED';

/**
 * The driver's whole knowledge of the order of things on a node (DESIGN §4 to §6). Pure: the caller does what comes back, writes rows,
 * reads the situation anew and asks again, so a crash between any two lines repeats a question, not an effect.
 */
export function nextRunAction(situation: RunSituation): RunAction {
  const { state } = situation;
  switch (state.kind) {
    case 'PLANNED': return fromPlanned(situation);
    case 'PREFLIGHT': return isCancelled(situation) ? outcome({ kind: 'CANCELLED' }, 'cancelled') : { kind: 'inspect' };
    case 'STAGING': return fromStaging(situation);
    case 'STAGED': return fromStaged(situation);
    case 'LEASED': return undoesBeforePermit(situation.campaignState, situation.intent) ? beginUndo(situation) : { kind: 'drain' };
    case 'DRAINING': return fromDraining(situation);
    case 'PROTECTING': return fromProtecting(situation);
    case 'APPLYING': return fromApplying(situation);
    case 'REBOOTING': return fromRebooting(situation);
    case 'VERIFYING': return situation.intent === 'restore' ? wayBack(situation, 'operator') : { kind: 'verify' };
    case 'SOAKING': return fromSoaking(situation);
    case 'UNDOING': return { kind: 'undo' };
    case 'RESTORING': return fromRestoring(situation, state.strategy, state.reason);
    default: return { kind: 'done' };
  }
}

/** Whether a changed node may be brought back must not hang on a list of what should exist. */
const isMissing = (situation: RunSituation): boolean => situation.node.missing && situation.campaignKind !== 'rollback';

function fromPlanned(situation: RunSituation): RunAction {
  if (isCancelled(situation)) return outcome({ kind: 'CANCELLED' }, 'cancelled before anything was done');
  if (situation.node.retired) return outcome({ kind: 'DEFERRED', reason: 'retired' }, 'node was retired');
  if (situation.node.protected) return outcome({ kind: 'DEFERRED', reason: 'protected' }, 'node is protected');
  if (situation.node.held) return outcome({ kind: 'DEFERRED', reason: 'held' }, 'node is held');
  if (isMissing(situation)) return outcome({ kind: 'DEFERRED', reason: 'missing' }, 'node is gone from its inventory');
  if (stopsNewWork(situation.campaignState)) return wait;
  return { kind: 'inspect' };
}

function fromStaging(situation: RunSituation): RunAction {
  const job = latestJob(situation, 'stage');
  if (isCancelled(situation)) return outcome({ kind: 'CANCELLED' }, 'cancelled while staging');
  if (job === null) return { kind: 'launchStaging', step: 'stage' };
  switch (job.state) {
    case 'UNCONFIRMED': return { kind: 'confirmJob', step: job.step };
    case 'RUNNING':
      return situation.observedSeconds > situation.deadlines.staging ? stagingFailed('INFRA', `staging took longer than ${situation.deadlines.staging} s`) : wait;
    case 'EXITED':
      return job.exitCode === 0 ? move({ kind: 'STAGED' }) : stagingFailed(job.reason === 'spaceShort' ? 'NODE' : 'INFRA', `staging ended with ${job.reason ?? `exit code ${job.exitCode}`}`);
    case 'IDENTITY_CHANGED': return outcome({ kind: 'DEFERRED', reason: 'hostKeyMismatch' }, 'the node showed another host key while staging');
    case 'FOREIGN': case 'REWOUND': return stagingFailed('NODE', `the node's state directory is ${job.state === 'FOREIGN' ? 'gone' : 'older than it was'}`);
    // Staging changes nothing that counts, so it is simply begun again.
    case 'CRASHED': case 'POWER_LOSS': case 'REBOOTED': case 'VOID':
      return launches(situation, 'stage') < launchesMax ? { kind: 'launchStaging', step: nextStepName(situation, 'stage') } : stagingFailed('NODE', 'staging was cut three times');
  }
}

const stagingFailed = (failureClass: FailureClass, because: string): RunAction => outcome({ kind: 'FAILED_CLEAN', reason: 'stagingFailed', failureClass }, because);

function fromStaged(situation: RunSituation): RunAction {
  if (isCancelled(situation)) return outcome({ kind: 'CANCELLED' }, 'cancelled while waiting for its turn');
  if (situation.node.retired) return outcome({ kind: 'DEFERRED', reason: 'retired' }, 'node was retired');
  if (situation.node.held) return outcome({ kind: 'DEFERRED', reason: 'held' }, 'node is held');
  if (isMissing(situation)) return outcome({ kind: 'DEFERRED', reason: 'missing' }, 'node is gone from its inventory');
  return wait; // the wave grants the lease and pokes
}

const beginUndo = (situation: RunSituation): RunAction =>
  move({ kind: 'UNDOING', then: isCancelled(situation) ? 'CANCELLED' : 'STAGED', reason: 'operator' });

/** Effects of one execution share its fence; among those the later row is the newer one, and a stable sort keeps it last. */
const newestOf = (effects: readonly EffectSituation[]): EffectSituation | null => effects.toSorted((a, b) => (a.fence < b.fence ? -1 : a.fence > b.fence ? 1 : 0)).at(-1) ?? null;

/**
 * The newest doing of a step, unless it was undone since: a run may be drained, undone and drained again. An undoing that failed, or of
 * which nobody knows how it went, has undone nothing.
 */
export function standingEffect(effects: readonly EffectSituation[], step: string): EffectSituation | null {
  const newest = newestOf(effects.filter((effect) => effect.step === step && (effect.direction === 'do' || effect.state === 'done')));
  return newest?.direction === 'do' ? newest : null;
}

/** Whether a step is done for certain and need not be done again: nobody has tried to undo it since. */
export function effectIsDone(effects: readonly EffectSituation[], step: string): boolean {
  const newest = newestOf(effects.filter((effect) => effect.step === step));
  return newest?.direction === 'do' && newest.state === 'done';
}

const effectOf = (situation: RunSituation, step: string): EffectSituation | null => standingEffect(situation.effects, step);

function fromDraining(situation: RunSituation): RunAction {
  if (undoesBeforePermit(situation.campaignState, situation.intent)) return beginUndo(situation);
  if (situation.observedSeconds > situation.deadlines.drain) return move({ kind: 'UNDOING', then: 'FAILED_CLEAN', reason: 'drainFailed' });
  return { kind: 'drain' };
}

function fromProtecting(situation: RunSituation): RunAction {
  if (undoesBeforePermit(situation.campaignState, situation.intent)) return beginUndo(situation);
  const needsSnapshot = situation.campaignKind === 'migrate';
  if (needsSnapshot && effectOf(situation, 'snapshot')?.state === 'failed') return move({ kind: 'UNDOING', then: 'FAILED_CLEAN', reason: 'protectFailed' });
  return needsSnapshot && situation.restorePoint?.state !== 'READY' ? { kind: 'protect' } : { kind: 'change' };
}

/** Seconds since the node of a job was last heard of, however long nobody looked. */
const silentSeconds = (situation: RunSituation, job: JobSituation): number => (situation.now - Math.max(job.lastSeenAt ?? job.launchedAt, job.launchedAt)) / 1000;

/**
 * Silence alone never restores: after a while it only makes us ask the provider, who may know more. Until then nobody is woken: a change
 * lasts half an hour, and the watcher, who hears the node, pokes when it has heard nothing for so long.
 */
function watchSilence(situation: RunSituation, job: JobSituation): RunAction {
  if (silentSeconds(situation, job) < situation.deadlines.rebootSilence) return wait;
  return situation.siteUnattended ? { kind: 'wake', inSeconds: situation.deadlines.rebootSilence } : { kind: 'askProvider' };
}

function fromApplying(situation: RunSituation): RunAction {
  const job = latestJob(situation, 'apply');
  if (job === null) throw new Error('a run is APPLYING without a job: the permit writes both');
  switch (job.state) {
    case 'UNCONFIRMED': return { kind: 'confirmJob', step: job.step };
    // Only the node voids a permit: it said that it refused, so nothing was changed.
    case 'VOID': return move({ kind: 'UNDOING', then: isCancelled(situation) ? 'CANCELLED' : 'STAGED', reason: 'launchRefused' });
    case 'RUNNING':
      if (job.phase === 'rebooting') return move({ kind: 'REBOOTING' });
      return watchSilence(situation, job);
    case 'REBOOTED': return move({ kind: 'VERIFYING' });
    case 'EXITED': return job.exitCode === 0 ? move({ kind: 'VERIFYING' }) : wayBack(situation, 'transactionFailed');
    case 'CRASHED': return wayBack(situation, 'transactionCut');
    case 'POWER_LOSS': return wayBack(situation, 'powerLoss');
    default: return quarantine(job.state);
  }
}

function fromRebooting(situation: RunSituation): RunAction {
  const job = latestJob(situation, 'apply');
  if (job === null) throw new Error('a run is REBOOTING without a job');
  switch (job.state) {
    case 'REBOOTED': return move({ kind: 'VERIFYING' });
    case 'EXITED': return job.exitCode === 0 ? move({ kind: 'VERIFYING' }) : wayBack(situation, 'transactionFailed');
    case 'UNCONFIRMED': case 'RUNNING': return watchSilence(situation, job);
    case 'CRASHED': return wayBack(situation, 'transactionCut');
    case 'POWER_LOSS': return wayBack(situation, 'powerLoss');
    default: return quarantine(job.state);
  }
}

function quarantine(state: JobSituation['state']): RunAction {
  const reason: FailureReason = state === 'REWOUND' ? 'rewound' : state === 'FOREIGN' ? 'foreign' : 'identityChanged';
  return outcome({ kind: 'QUARANTINED', reason, failureClass: failureClassOf(reason) }, `the node came back ${state === 'REWOUND' ? 'older than it was' : state === 'FOREIGN' ? 'without its state directory' : 'with another host key'}`);
}

/** A node that soaks serves again. What takes it out of service for the way back has a name of its own, since its first drain is done. */
export const drainAgainStep = 'drainAgain';

/**
 * Observations end a soak, set-wise; a driver that waited for it would cost a wake and decide nothing. A rollback that wants the node back
 * got a lease for it and pokes: out of service first, then back. Whoever takes the lease away meanwhile puts the node into service again.
 */
function fromSoaking(situation: RunSituation): RunAction {
  if (situation.intent !== 'restore') return standingEffect(situation.effects, drainAgainStep) === null ? { kind: 'done' } : { kind: 'undrainAgain' };
  const back = wayBack(situation, 'operator');
  return back.kind === 'move' && !effectIsDone(situation.effects, drainAgainStep) ? { kind: 'drainAgain' } : back;
}

/** What was seen of the node is evidence enough; `decideRestore` knows which way back is open, and when only a person may choose. */
export function wayBack(situation: RunSituation, reason: FailureReason): Extract<RunAction, { readonly kind: 'move' | 'outcome' }> {
  const decision = decideRestore({
    evidence: [{ kind: 'runnerReport', reason }], restorePoint: situation.restorePoint, undrained: situation.restorePoint?.state === 'STALE',
    reverseStaged: situation.jobs.some((job) => job.step.startsWith('stage') && job.state === 'EXITED' && job.exitCode === 0),
  });
  if (decision.kind === 'restore') return { kind: 'move', to: { kind: 'RESTORING', reason, strategy: decision.strategy } };
  return { kind: 'outcome', to: { kind: 'QUARANTINED', reason, failureClass: failureClassOf(reason) }, because: 'there is no way back that may be taken without asking a person' };
}

function fromRestoring(situation: RunSituation, strategy: RestoreStrategy, reason: FailureReason): RunAction {
  const tooLong = situation.observedSeconds > situation.deadlines.restore;
  if (strategy === 'providerSnapshot') {
    const effect = effectOf(situation, 'restore');
    if (effect?.state === 'failed' || tooLong) return outcome({ kind: 'QUARANTINED', reason: 'restoreFailed', failureClass: failureClassOf('restoreFailed') }, `restore after ${reason} failed`);
    return effect?.state === 'done' ? { kind: 'verifyRestored' } : { kind: 'restoreSnapshot' };
  }
  const job = latestJob(situation, 'reverse');
  if (job === null) return { kind: 'launchReverse', step: 'reverse' };
  switch (job.state) {
    case 'UNCONFIRMED': return { kind: 'confirmJob', step: job.step };
    case 'RUNNING':
      if (tooLong) return outcome({ kind: 'QUARANTINED', reason: 'restoreFailed', failureClass: failureClassOf('restoreFailed') }, 'reverse sync took too long');
      return watchSilence(situation, job);
    case 'REBOOTED': return { kind: 'verifyRestored' };
    case 'EXITED': return job.exitCode === 0 ? { kind: 'verifyRestored' } : again(situation, `reverse sync ended with ${job.reason ?? job.exitCode}`);
    // Reverse sync is written to go on from any half-way state, so a cut one is begun again.
    case 'CRASHED': case 'POWER_LOSS': return again(situation, 'reverse sync was cut three times');
    case 'VOID':
      // A healthy node whose permit the node refused was not touched: it goes back to waiting for its turn.
      return situation.campaignKind === 'rollback' && launches(situation, 'reverse') === 1
        ? move({ kind: 'UNDOING', then: isCancelled(situation) ? 'CANCELLED' : 'STAGED', reason: 'launchRefused' })
        : again(situation, 'the node refused reverse sync three times');
    default: return quarantine(job.state);
  }
}

const again = (situation: RunSituation, because: string): RunAction =>
  launches(situation, 'reverse') < launchesMax
    ? { kind: 'launchReverse', step: nextStepName(situation, 'reverse') }
    : outcome({ kind: 'QUARANTINED', reason: 'restoreFailed', failureClass: failureClassOf('restoreFailed') }, because);
