import { type RestoreStrategy } from './run-state.ts';

/** Positive evidence of a broken node. Silence is not in the list, and never will be. */
export type BrokenEvidence =
  | { readonly kind: 'consolePanic'; readonly text: string }
  | { readonly kind: 'powerOff'; readonly askedAt: number }
  | { readonly kind: 'runnerReport'; readonly reason: string }
  | { readonly kind: 'secondVantage'; readonly detail: string }
  | { readonly kind: 'verification'; readonly problems: readonly string[] }
  | { readonly kind: 'operator'; readonly personId: string };

export interface RestoreQuestion {
  readonly evidence: readonly BrokenEvidence[];
  /** Whole-disk restore point; null: there is none. */
  readonly restorePoint: { readonly state: 'READY' | 'STALE' | 'CONSUMED' } | null;
  /** The source's packages lie on the node, so the way back by packages is open. */
  readonly reverseStaged: boolean;
  /** The node served again after the restore point: a whole-disk restore would lose what was written since. */
  readonly undrained: boolean;
}

export type RestoreDecision =
  | { readonly kind: 'restore'; readonly strategy: RestoreStrategy }
  | { readonly kind: 'wait' }
  | { readonly kind: 'person'; readonly reason: 'restorePointStale' | 'noWayBack' };

export function decideRestore(_question: RestoreQuestion): RestoreDecision {
  throw new Error('decideRestore is not written yet');
}
