import { type Finding, type PreflightContext } from './check.ts';
import { type NodeFacts } from './facts.ts';

export function assessFacts(_facts: NodeFacts, _context: PreflightContext): readonly Finding[] {
  throw new Error('assessFacts is not written yet');
}

/** Findings that keep a run from starting. */
export const blockingFindings = (findings: readonly Finding[]): readonly Finding[] => findings.filter((finding) => finding.severity === 'inhibit' || finding.severity === 'overridable');
