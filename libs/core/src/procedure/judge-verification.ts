import { type TargetProfile } from '../plan/plan.ts';
import { type NodeFacts, type VerificationFacts } from '../preflight/facts.ts';

/** What is wrong with a node after its change, in words; empty: it is verified. */
export function judgeVerification(_before: NodeFacts, _after: VerificationFacts, _target: TargetProfile, _bootIdBefore: string): readonly string[] {
  throw new Error('judgeVerification is not written yet');
}
