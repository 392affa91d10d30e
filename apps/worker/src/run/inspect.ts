import { assessFacts, blockingFindings, type DeferredReason, type Finding, type NodeFacts, type PlanMember, type RunState } from '@skein/core';
import { type Hello } from '@skein/node-access';
import { accepted, lookAgain, type ActionResult, type RunContext } from './run-context.ts';

/**
 * Facts, identity, preflight, prediction: one look at the node that changes nothing. Ends in BLOCKED or DEFERRED, or in STAGING
 * (rollback: STAGED, since the way back was staged before the change).
 */
export async function inspect(context: RunContext): Promise<ActionResult> {
  const { run, runs, claim } = context;
  if (run.state.kind === 'PLANNED') accepted(await runs.move(claim, 'PLANNED', { kind: 'PREFLIGHT' }));
  const { target } = await context.targetOf(run.node.nodeId);
  const hello = await context.transport.hello(target);
  const stranger = identityProblem(run.member, hello);
  if (stranger !== null) return defer(context, stranger, { machineId: hello.machineId, pinned: run.member.machineId });
  if (run.campaignKind === 'rollback') {
    accepted(await runs.move(claim, 'PREFLIGHT', { kind: 'STAGED' }, { step: { name: 'inspect', state: 'done', detail: { bootId: hello.bootId } } }));
    return lookAgain;
  }
  const { repositoryUrl, repositoryKey, osId } = run.plan.target;
  const facts = await context.transport.inspect(target, { repositoryUrl, repositoryKey, targetOsId: osId });
  if (facts.osId === osId) return defer(context, 'alreadyOnTarget', { osId: facts.osId, osVersion: facts.osVersion });
  const findings = [...assessFacts(facts, { target: run.plan.target, minima: context.preflightMinima }), ...(await baselineFindings(context))];
  const blocking = blockingFindings(findings);
  const step = { name: 'inspect', state: 'done' as const, detail: { findings } };
  if (blocking.length > 0) return block(context, facts, blocking.map((finding) => finding.checkId), findings);
  accepted(await runs.move(claim, 'PREFLIGHT', { kind: 'STAGING' }, { facts, step }));
  return lookAgain;
}

/** A service that is ill before the change, or of which nobody knows, would be blamed on the change afterwards. */
async function baselineFindings(context: RunContext): Promise<Finding[]> {
  return (await context.probe(await context.targetOf(context.run.node.nodeId))).filter((result) => result.verdict !== 'good').map(({ verdict, detail }) => ({
    checkId: 'svc.baseline', severity: 'inhibit', message: `service probe: ${detail}`, remediation: 'Make the service healthy, or correct the probe of this node, then retry.', unreadable: verdict === 'unknown',
  }));
}

function identityProblem(member: PlanMember, hello: Hello): DeferredReason | null {
  return member.machineId !== null && hello.machineId !== member.machineId ? 'reprovisioned' : null;
}

async function defer(context: RunContext, reason: DeferredReason, evidence: Readonly<Record<string, unknown>>): Promise<ActionResult> {
  accepted(await context.runs.recordOutcome(context.claim, { kind: 'DEFERRED', reason }, evidence));
  return lookAgain;
}

async function block(context: RunContext, facts: NodeFacts, checks: readonly string[], findings: readonly unknown[]): Promise<ActionResult> {
  const blocked: Extract<RunState, { kind: 'BLOCKED' }> = { kind: 'BLOCKED', checks };
  accepted(await context.runs.recordOutcome(context.claim, blocked, { findings, facts }));
  return lookAgain;
}
