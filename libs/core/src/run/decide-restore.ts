import { type RestoreStrategy } from './run-state.ts';

/** Positive evidence of a broken node. Silence is not in the list, and never will be. */
export type BrokenEvidence =
  | { readonly kind: 'consolePanic'; readonly text: string }
  | { readonly kind: 'powerOff'; readonly detail: string }
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

/**
 * Whether and how a node that was given a permit is brought back. Without positive evidence the answer is to wait, however long:
 * a restore of a node that only nobody could reach destroys a healthy one. The whole disk goes back only while nothing was written
 * after the restore point; afterwards the packages go back, and where they cannot a person decides what may be lost.
 */
export function decideRestore(question: RestoreQuestion): RestoreDecision {
  if (question.evidence.length === 0) return { kind: 'wait' };
  const point = question.restorePoint?.state ?? null;
  if (point === 'READY' && !question.undrained) return { kind: 'restore', strategy: 'providerSnapshot' };
  if (question.reverseStaged) return { kind: 'restore', strategy: 'reverseSync' };
  return { kind: 'person', reason: point === 'READY' || point === 'STALE' ? 'restorePointStale' : 'noWayBack' };
}
