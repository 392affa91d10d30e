import { type Instant, type NodeTarget, type PreflightMinima, type ProbeResult, type Refusal } from '@skein/core';
import { type HookRunner, type NodeTransport, type Provider } from '@skein/node-access';
import { type Claim, type RunSnapshot, type RunStore } from '@skein/persistence';

/** What the actions on a run may use. One object per worker process. */
export interface RunTools {
  readonly runs: RunStore;
  readonly transport: NodeTransport;
  readonly targetOf: (nodeId: string) => Promise<{ readonly target: NodeTarget; readonly provider: string | null }>;
  readonly providerNamed: (name: string | null) => Provider | null;
  readonly hooks: HookRunner;
  /** What the node's service probes say; empty: none are defined. */
  readonly probe: (nodeId: string) => Promise<readonly ProbeResult[]>;
  readonly preflightMinima: PreflightMinima;
  /** A job of this site was inserted: the watcher need not wait for its next look. */
  readonly jobsChanged: (siteId: string) => void;
  readonly failpoint: (name: string) => Promise<void>;
}

/** One execution of `advanceRun` on one run. */
export interface RunContext extends RunTools {
  readonly claim: Claim;
  readonly run: RunSnapshot;
}

/** What an action left behind: look at the rows again, or come back later. */
export type ActionResult = { readonly kind: 'lookAgain' } | { readonly kind: 'wake'; readonly inSeconds: number } | { readonly kind: 'wait' };

export const lookAgain: ActionResult = { kind: 'lookAgain' };
export const wake = (inSeconds: number): ActionResult => ({ kind: 'wake', inSeconds });

/**
 * A refusal of a write is news: somebody newer drives this run, or its state moved. The rows are read again and decide;
 * a superseded execution learns it there and stops.
 */
export class Superseded extends Error {
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = 'Superseded';
  }
}

export function accepted(refusal: Refusal | null): void {
  if (refusal !== null) throw new Superseded(refusal);
}

export const inSeconds = (now: Instant, seconds: number): Instant => (now + seconds * 1000) as Instant;
