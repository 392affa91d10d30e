import { type TargetProfile } from '../plan/plan.ts';
import { type Sentence } from '../sentence/sentence.ts';
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

/** A sentence with the values that were seen; null: nothing to say; `unreadable`: the fact behind it could not be read. */
export type Seen = Sentence | { readonly unreadable: Sentence } | null;

export interface Check {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** What an operator does about it. */
  readonly remediation: string;
  readonly evaluate: (facts: NodeFacts, context: PreflightContext) => Seen;
}

export interface Finding {
  readonly checkId: string;
  readonly severity: Severity;
  /** In English; `sentence` is what it says in any language, and is missing from what earlier versions stored. */
  readonly message: string;
  readonly sentence?: Sentence;
  readonly remediation: string;
  /** The fact could not be read; not the same as a bad value, and never as a good one. */
  readonly unreadable: boolean;
}
