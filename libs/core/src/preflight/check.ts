import { type TargetProfile } from '../plan/plan.ts';
import { type NodeFacts } from './facts.ts';

/** inhibit: never starts · overridable: needs a waiver · warning and info are shown. Nothing but the first two blocks. */
export type Severity = 'inhibit' | 'overridable' | 'warning' | 'info';

/** Needs of the machine that preflight asks for; the lab's tiny nodes lower them openly in the worker's configuration. */
export interface PreflightMinima {
  readonly rootFreeKib: number;
  readonly bootFreeKib: number;
  readonly memoryFreeKib: number;
}

export interface PreflightContext {
  readonly target: TargetProfile;
  readonly minima: PreflightMinima;
}

export interface Check {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** What an operator does about it. */
  readonly remediation: string;
  /** A message with the values that were seen; null: nothing to say; `unreadable`: the fact behind it could not be read. */
  readonly evaluate: (facts: NodeFacts, context: PreflightContext) => string | { readonly unreadable: string } | null;
}

export interface Finding {
  readonly checkId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remediation: string;
  /** The fact could not be read; not the same as a bad value, and never as a good one. */
  readonly unreadable: boolean;
}
