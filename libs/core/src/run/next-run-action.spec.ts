import { describe, expect, it } from 'vitest';
import { instant } from '../kernel/time.ts';
import { drainAgainStep, effectIsDone, isSiteAction, nextRunAction, nextStepName, standingEffect, type EffectSituation, type JobSituation, type RunSituation } from './next-run-action.ts';
import { runTransitions, type RunState, type RunStateKind } from './run-state.ts';

const now = instant(1_000_000);
const deadlines = { preflight: 60, staging: 300, drain: 60, apply: 300, rebootSilence: 15, reboot: 120, verify: 60, restore: 180 };

const aSituation = (changes: Partial<RunSituation> = {}): RunSituation => ({
  campaignKind: 'migrate', campaignState: { kind: 'RUNNING' }, state: { kind: 'PLANNED' }, since: now, now, intent: 'continue', deadlines, observedSeconds: 0, siteUnattended: false,
  node: { held: false, retired: false, protected: false, missing: false }, attempt: 1, jobs: [], effects: [], restorePoint: null, ...changes,
});
const aJob = (step: string, changes: Partial<JobSituation> = {}): JobSituation => ({ step, attempt: 1, state: 'RUNNING', phase: 'begin', exitCode: null, reason: null, launchedAt: now, lastSeenAt: now, ...changes });
const anEffect = (step: string, changes: Partial<EffectSituation> = {}): EffectSituation => ({ step, direction: 'do', state: 'done', fence: 1n, notAfter: now, ...changes });
const staged = aJob('stage', { state: 'EXITED', exitCode: 0 });
const ready = { state: 'READY' } as const;

const states: Record<RunStateKind, RunState> = {
  PLANNED: { kind: 'PLANNED' }, PREFLIGHT: { kind: 'PREFLIGHT' }, BLOCKED: { kind: 'BLOCKED', checks: [] }, STAGING: { kind: 'STAGING' }, STAGED: { kind: 'STAGED' }, LEASED: { kind: 'LEASED' },
  DRAINING: { kind: 'DRAINING' }, PROTECTING: { kind: 'PROTECTING' }, APPLYING: { kind: 'APPLYING' }, REBOOTING: { kind: 'REBOOTING' }, VERIFYING: { kind: 'VERIFYING' }, SOAKING: { kind: 'SOAKING' },
  SUCCEEDED: { kind: 'SUCCEEDED' }, UNDOING: { kind: 'UNDOING', then: 'STAGED', reason: 'operator' }, FAILED_CLEAN: { kind: 'FAILED_CLEAN', reason: 'stagingFailed', failureClass: 'INFRA' },
  RESTORING: { kind: 'RESTORING', reason: 'bootFailed', strategy: 'providerSnapshot' }, RESTORED: { kind: 'RESTORED', reason: 'bootFailed', failureClass: 'NODE' },
  QUARANTINED: { kind: 'QUARANTINED', reason: 'foreign', failureClass: 'UNKNOWN' }, DEFERRED: { kind: 'DEFERRED', reason: 'held' }, CANCELLED: { kind: 'CANCELLED' },
};
const jobStates = ['UNCONFIRMED', 'RUNNING', 'EXITED', 'CRASHED', 'REBOOTED', 'POWER_LOSS', 'FOREIGN', 'REWOUND', 'IDENTITY_CHANGED', 'VOID'] as const;
const intents = ['continue', 'hold', 'restore', 'cancel'] as const;
const campaignStates = [
  { kind: 'RUNNING' }, { kind: 'PAUSED', reason: 'operator' }, { kind: 'PAUSED', reason: 'hold' }, { kind: 'HALTING', reason: 'operator' }, { kind: 'HALTED', reason: 'operator' }, { kind: 'CANCELLING' },
] as const;

describe('what a run does next', () => {
  it('goes the good way, step by step', () => {
    const seen = [
      aSituation(), aSituation({ state: states.STAGING }), aSituation({ state: states.STAGING, jobs: [staged] }), aSituation({ state: states.LEASED }), aSituation({ state: states.DRAINING }),
      aSituation({ state: states.PROTECTING }), aSituation({ state: states.PROTECTING, restorePoint: ready }), aSituation({ state: states.APPLYING, jobs: [aJob('apply', { state: 'UNCONFIRMED' })] }),
      aSituation({ state: states.APPLYING, jobs: [aJob('apply', { phase: 'rebooting' })] }), aSituation({ state: states.REBOOTING, jobs: [aJob('apply', { state: 'REBOOTED' })] }), aSituation({ state: states.VERIFYING }),
    ].map((situation) => { const action = nextRunAction(situation); return action.kind === 'move' ? `move ${action.to.kind}` : action.kind; });
    expect(seen).toEqual(['inspect', 'launchStaging', 'move STAGED', 'drain', 'drain', 'protect', 'change', 'confirmJob', 'move REBOOTING', 'move VERIFYING', 'verify']);
  });

  it('only ever moves as the table allows, in every state, whatever the job, the intent and the campaign say', () => {
    let moves = 0;
    for (const state of Object.values(states)) for (const job of jobStates) for (const intent of intents) for (const campaignState of campaignStates) for (const campaignKind of ['migrate', 'rollback'] as const) {
      const jobs = [aJob('stage', { state: job, exitCode: job === 'EXITED' ? 0 : null }), aJob('apply', { state: job, exitCode: job === 'EXITED' ? 1 : null }), aJob('reverse', { state: job, exitCode: job === 'EXITED' ? 1 : null })];
      const action = nextRunAction(aSituation({ state, jobs, intent, campaignState, campaignKind, restorePoint: ready, observedSeconds: 1000 }));
      if (action.kind !== 'move' && action.kind !== 'outcome') continue;
      moves += 1;
      expect(runTransitions[state.kind] as readonly string[], `${state.kind} → ${action.to.kind}`).toContain(action.to.kind);
    }
    expect(moves).toBeGreaterThan(500);
  });

  it.each(['RUNNING', 'UNCONFIRMED'] as const)('asks the provider about a %s job only after its node was silent for long enough, and is not woken before', (state) => {
    const quiet = (seconds: number) => aSituation({ state: states.REBOOTING, now: instant(now + seconds * 1000), jobs: [aJob('apply', { state, phase: 'rebooting' })] });
    expect(nextRunAction(quiet(5))).toEqual({ kind: 'wait' });
    expect(nextRunAction(quiet(16))).toEqual({ kind: 'askProvider' });
  });

  it('blames no node while nobody watches its site', () => {
    const silent = aSituation({ state: states.REBOOTING, siteUnattended: true, now: instant(now + 900_000), jobs: [aJob('apply', { phase: 'rebooting' })] });
    expect(nextRunAction(silent).kind).toBe('wake');
  });

  it.each([['EXITED', 'transactionFailed'], ['CRASHED', 'transactionCut'], ['POWER_LOSS', 'powerLoss']] as const)('brings a node back whose change ended as %s', (state, reason) => {
    const action = nextRunAction(aSituation({ state: states.APPLYING, restorePoint: ready, jobs: [staged, aJob('apply', { state, exitCode: state === 'EXITED' ? 20 : null })] }));
    expect(action).toEqual({ kind: 'move', to: { kind: 'RESTORING', reason, strategy: 'providerSnapshot' } });
  });

  it('brings packages back, not the disk, once the node has served again', () => {
    const action = nextRunAction(aSituation({ state: states.SOAKING, effects: [anEffect(drainAgainStep)], intent: 'restore', restorePoint: { state: 'STALE' }, jobs: [staged] }));
    expect(action).toEqual({ kind: 'move', to: { kind: 'RESTORING', reason: 'operator', strategy: 'reverseSync' } });
  });

  it('leaves a node without a way back to a person', () => {
    const action = nextRunAction(aSituation({ state: states.APPLYING, jobs: [aJob('apply', { state: 'CRASHED' })] }));
    expect(action).toMatchObject({ kind: 'outcome', to: { kind: 'QUARANTINED', reason: 'transactionCut' } });
  });

  it.each([['FOREIGN', 'foreign'], ['REWOUND', 'rewound'], ['IDENTITY_CHANGED', 'identityChanged']] as const)('touches a node no more that came back %s', (state, reason) => {
    expect(nextRunAction(aSituation({ state: states.APPLYING, restorePoint: ready, jobs: [staged, aJob('apply', { state })] }))).toMatchObject({ kind: 'outcome', to: { kind: 'QUARANTINED', reason } });
  });

  it.each(['LEASED', 'DRAINING', 'PROTECTING'] as const)('undoes what %s began when the campaign is halted, and lets it go on when it is only paused', (kind) => {
    const halted = nextRunAction(aSituation({ state: states[kind], campaignState: { kind: 'HALTING', reason: 'operator' } }));
    expect(halted).toEqual({ kind: 'move', to: { kind: 'UNDOING', then: 'STAGED', reason: 'operator' } });
    expect(nextRunAction(aSituation({ state: states[kind], campaignState: { kind: 'PAUSED', reason: 'operator' } })).kind).not.toBe('move');
  });

  it.each(['APPLYING', 'REBOOTING', 'VERIFYING'] as const)('never turns back from %s because of a halt or a cancel', (kind) => {
    for (const campaignState of campaignStates) {
      const action = nextRunAction(aSituation({ state: states[kind], campaignState, jobs: [aJob('apply')] }));
      expect(action.kind === 'move' ? action.to.kind : action.kind).not.toBe('UNDOING');
    }
  });

  it('goes back to waiting when the node refused a late launch', () => {
    expect(nextRunAction(aSituation({ state: states.APPLYING, jobs: [aJob('apply', { state: 'VOID' })] }))).toEqual({ kind: 'move', to: { kind: 'UNDOING', then: 'STAGED', reason: 'launchRefused' } });
  });

  it('begins cut staging again under another name, three times at most', () => {
    const cut = (count: number) => Array.from({ length: count }, (_, index) => aJob(index === 0 ? 'stage' : `stage${index + 1}`, { state: 'POWER_LOSS', launchedAt: instant(now + index) }));
    expect(nextRunAction(aSituation({ state: states.STAGING, jobs: cut(1) }))).toEqual({ kind: 'launchStaging', step: 'stage2' });
    expect(nextRunAction(aSituation({ state: states.STAGING, jobs: cut(3) }))).toMatchObject({ kind: 'outcome', to: { kind: 'FAILED_CLEAN', reason: 'stagingFailed' } });
  });

  it('counts launches of this attempt only', () => {
    expect(nextStepName(aSituation({ attempt: 2, jobs: [staged] }), 'stage')).toBe('stage');
    expect(nextStepName(aSituation({ jobs: [staged] }), 'stage')).toBe('stage2');
  });

  it('starts nothing new while the campaign does not run, and defers what must not be touched', () => {
    expect(nextRunAction(aSituation({ campaignState: { kind: 'PAUSED', reason: 'operator' } }))).toEqual({ kind: 'wait' });
    for (const flag of ['held', 'retired', 'protected', 'missing'] as const) {
      expect(nextRunAction(aSituation({ node: { held: false, retired: false, protected: false, missing: false, [flag]: true } }))).toMatchObject({ kind: 'outcome', to: { kind: 'DEFERRED', reason: flag } });
    }
  });

  it('brings a node back though its inventory does not name it any more', () => {
    expect(nextRunAction(aSituation({ campaignKind: 'rollback', node: { held: false, retired: false, protected: false, missing: true } }))).toEqual({ kind: 'inspect' });
  });

  it('knows which actions need the site', () => {
    expect([{ kind: 'inspect' }, { kind: 'change' }, { kind: 'askProvider' }].map((action) => isSiteAction(action as never))).toEqual([true, true, true]);
    expect([{ kind: 'wait' }, { kind: 'done' }, { kind: 'move' }].map((action) => isSiteAction(action as never))).toEqual([false, false, false]);
  });
});

describe('a standing effect', () => {
  it('is the newest doing of a step', () => {
    expect(standingEffect([anEffect('drain', { state: 'unknown' }), anEffect('drain', { fence: 2n })], 'drain')?.state).toBe('done');
    expect(standingEffect([anEffect('drain')], 'snapshot')).toBeNull();
  });

  it('is gone once it was undone, also by the execution that had done it', () => {
    expect(standingEffect([anEffect('drain'), anEffect('drain', { direction: 'undo' })], 'drain')).toBeNull();
    expect(standingEffect([anEffect('drain'), anEffect('drain', { direction: 'undo', fence: 2n }), anEffect('drain', { fence: 3n })], 'drain')).not.toBeNull();
  });

  it.each(['open', 'failed', 'unknown'] as const)('stands while its undoing is %s, and must be done again before anybody relies on it', (state) => {
    const effects = [anEffect('drain'), anEffect('drain', { direction: 'undo', state, fence: 2n })];
    expect([standingEffect(effects, 'drain')?.fence, effectIsDone(effects, 'drain')]).toEqual([1n, false]);
    expect(effectIsDone([...effects, anEffect('drain', { fence: 3n })], 'drain')).toBe(true);
  });
});

describe('a soaking node that a rollback wants back', () => {
  const soaking = (changes: Partial<RunSituation>): RunSituation => aSituation({ state: { kind: 'SOAKING' }, jobs: [staged], restorePoint: { state: 'STALE' }, ...changes });

  it('is taken out of service first, and brought back only then', () => {
    expect(nextRunAction(soaking({ intent: 'restore' }))).toEqual({ kind: 'drainAgain' });
    expect(nextRunAction(soaking({ intent: 'restore', effects: [anEffect('drain'), anEffect(drainAgainStep, { state: 'unknown', fence: 2n })] }))).toEqual({ kind: 'drainAgain' });
    expect(nextRunAction(soaking({ intent: 'restore', effects: [anEffect(drainAgainStep)] }))).toEqual({ kind: 'move', to: { kind: 'RESTORING', reason: 'operator', strategy: 'reverseSync' } });
  });

  it('is put into service again when its lease is taken away, until that is sure', () => {
    expect(nextRunAction(soaking({ effects: [anEffect(drainAgainStep)] }))).toEqual({ kind: 'undrainAgain' });
    expect(nextRunAction(soaking({ effects: [anEffect(drainAgainStep), anEffect(drainAgainStep, { direction: 'undo', state: 'unknown', fence: 2n })] }))).toEqual({ kind: 'undrainAgain' });
    expect(nextRunAction(soaking({ effects: [anEffect(drainAgainStep), anEffect(drainAgainStep, { direction: 'undo', fence: 2n })] }))).toEqual({ kind: 'done' });
  });

  it('is not drained when there is no way back', () => {
    expect(nextRunAction(soaking({ intent: 'restore', jobs: [] }))).toMatchObject({ kind: 'outcome' });
  });
});
