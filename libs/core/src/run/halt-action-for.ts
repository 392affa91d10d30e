import { type RunStateKind } from './run-state.ts';

/**
 * stop: starts nothing more, keeps its staging · undo: undone, lease released · finish: forward to VERIFYING or back to RESTORED,
 * never fenced · soak: goes on observing · none: it has ended.
 */
export type HaltAction = 'stop' | 'undo' | 'finish' | 'soak' | 'none';

/** What a halt means for a run in this state. A Record, so that a new state does not compile without an answer. */
const haltActions: Readonly<Record<RunStateKind, HaltAction>> = {
  PLANNED: 'stop', PREFLIGHT: 'stop', STAGING: 'stop', STAGED: 'stop',
  LEASED: 'undo', DRAINING: 'undo', PROTECTING: 'undo', UNDOING: 'undo',
  APPLYING: 'finish', REBOOTING: 'finish', VERIFYING: 'finish', RESTORING: 'finish',
  SOAKING: 'soak',
  BLOCKED: 'none', SUCCEEDED: 'none', FAILED_CLEAN: 'none', RESTORED: 'none', QUARANTINED: 'none', DEFERRED: 'none', CANCELLED: 'none',
};

export const haltActionFor = (state: RunStateKind): HaltAction => haltActions[state];
