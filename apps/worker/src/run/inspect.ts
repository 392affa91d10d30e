import { blockingFindings, type DeferredReason, type NodeFacts, type RunState } from '@skein/core';
import { isStranger, lookAtNode } from './look-at-node.ts';
import { accepted, lookAgain, type ActionResult, type RunContext } from './run-context.ts';

/**
 * Facts, identity, preflight, prediction: one look at the node that changes nothing. Ends in BLOCKED or DEFERRED, or in STAGING
 * (rollback: STAGED, since the way back was staged before the change).
 */
export async function inspect(context: RunContext): Promise<ActionResult> {
  const { run, runs, claim } = context;
  if (run.state.kind === 'PLANNED') accepted(await runs.move(claim, 'PLANNED', { kind: 'PREFLIGHT' }));
  const access = await context.targetOf(run.node.nodeId);
  const hello = await context.transport.hello(access.target);
  if (isStranger(run.member.machineId, hello)) return defer(context, 'reprovisioned', { machineId: hello.machineId, pinned: run.member.machineId });
  if (run.campaignKind === 'rollback') {
    accepted(await runs.move(claim, 'PREFLIGHT', { kind: 'STAGED' }, { step: { name: 'inspect', state: 'done', detail: { bootId: hello.bootId } } }));
    return lookAgain;
  }
  const look = await lookAtNode(context, access, run.plan.target);
  const { facts } = look;
  if (look.kind === 'alreadyOnTarget') return defer(context, 'alreadyOnTarget', { osId: facts.osId, osVersion: facts.osVersion });
  const { findings } = look;
  const blocking = blockingFindings(findings);
  const step = { name: 'inspect', state: 'done' as const, detail: { findings } };
  if (blocking.length > 0) return block(context, facts, blocking.map((finding) => finding.checkId), findings);
  accepted(await runs.move(claim, 'PREFLIGHT', { kind: 'STAGING' }, { facts, step }));
  return lookAgain;
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
