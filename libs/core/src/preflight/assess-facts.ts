import { sentence } from '../sentence/sentence.ts';
import { tell } from '../sentence/tell.ts';
import { type Finding, type PreflightContext } from './check.ts';
import { type NodeFacts } from './facts.ts';
import { preflightChecks } from './preflight-checks.ts';

/** Every check's finding, in the order of the catalogue. A fact that could not be read is a finding of its check's full severity. */
export function assessFacts(facts: NodeFacts, context: PreflightContext): readonly Finding[] {
  return preflightChecks.flatMap((check) => {
    const seen = check.evaluate(facts, context);
    if (seen === null) return [];
    const unreadable = 'unreadable' in seen;
    const said = unreadable ? sentence('finding.unreadable', { fact: seen.unreadable }) : seen;
    return [{ checkId: check.id, severity: check.severity, message: tell(said), sentence: said, remediation: check.remediation, unreadable }];
  });
}

/** Findings that keep a run from starting. */
export const blockingFindings = (findings: readonly Finding[]): readonly Finding[] => findings.filter((finding) => finding.severity === 'inhibit' || finding.severity === 'overridable');
