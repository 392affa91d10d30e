import { type Instant, type NodeTarget, type PreflightMinima, type Probe, type ProbeResult, type Refusal } from '@skein/core';
import { type HookRunner, type NodeTransport, type Provider } from '@skein/node-access';
import { type Claim, type RunSnapshot, type RunStore } from '@skein/persistence';

/** How a node is reached, and what is asked of its services. */
export interface NodeAccess {
  readonly target: NodeTarget;
  readonly provider: string | null;
  readonly probes: readonly Probe[];
}

/** What the actions on a run may use. One object per worker process. */
export interface RunTools {
  readonly runs: RunStore;
  readonly transport: NodeTransport;
  readonly targetOf: (nodeId: string) => Promise<NodeAccess>;
  readonly providerNamed: (name: string | null) => Provider | null;
  readonly hooks: HookRunner;
  /** What the node's service probes say; empty: none are defined. */
  readonly probe: (node: NodeAccess) => Promise<readonly ProbeResult[]>;
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

/** What an action left behind: look at the rows again, come back later, or this driver has nothing left to do. */
export type ActionResult = { readonly kind: 'lookAgain' } | { readonly kind: 'wake'; readonly inSeconds: number } | { readonly kind: 'wait' } | { readonly kind: 'done' };

export const lookAgain: ActionResult = { kind: 'lookAgain' };
export const wake = (inSeconds: number): ActionResult => ({ kind: 'wake', inSeconds });

/**
 * A refusal of a write is news: somebody newer drives this run, or its state moved. The rows are read again and decide;
 * a superseded execution learns it there and stops.
 */
export class Superseded extends Error {
  readonly code: string;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = 'Superseded';
    this.code = refusal.code;
  }
}

export function accepted(refusal: Refusal | null): void {
  if (refusal !== null) throw new Superseded(refusal);
}

export const inSeconds = (now: Instant, seconds: number): Instant => (now + seconds * 1000) as Instant;
