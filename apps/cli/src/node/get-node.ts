import { type Command } from 'commander';
import { CliNodeDocument, type CliNodeQuery } from '../generated/documents.ts';
import { act, type Perform, printsData } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { relativeTime } from '../output/describe-time.ts';
import { drawFields } from '../output/draw-fields.ts';
import { escapeHostile } from '../output/escape-hostile.ts';
import { type Paint, stateClassMarks } from '../output/paint.ts';
import { findNode } from './find-node.ts';
import { nodeColumns } from './node-columns.ts';

type NodeDetail = NonNullable<CliNodeQuery['node']>;

export function getNodeCommand(noun: Command, perform: Perform): void {
  act<[string], object>(printsData(noun.command('get').description('show one node: its state, and what stands between it and its change').argument('<node>', 'host name, source/externalId or id')), perform, getNode);
}

async function getNode(invocation: Invocation, _options: object, name: string): Promise<void> {
  const connection = await invocation.connection();
  const found = await findNode(connection, name);
  const { node } = await connection.ask(CliNodeDocument, { id: found.id });
  if (node === null) throw new Error(`node ${found.id} is gone`);
  const now = invocation.world.now();
  invocation.print({ kind: 'Node', items: [node], columns: nodeColumns(now), name: (item) => item.hostname, detail: (item, paint) => describeNode(item, paint, now) });
}

function describeNode(node: NodeDetail, paint: Paint, now: number): string[] {
  const mark = stateClassMarks[node.stateClass];
  const { run } = node;
  const lines = [
    `${paint(mark.glyph, mark.tone)} ${paint(escapeHostile(node.hostname), 'strong')}  ${mark.label}, for ${relativeTime(node.stateSince, now)?.replace(' ago', '') ?? '?'}`,
    ...drawFields([
      ['name', `${node.source}/${node.externalId}`], ['id', node.id], ['site', node.site], ['address', `${node.address}:${String(node.port)}`], ['credential', node.credential], ['os', node.os], ['kernel', node.kernel],
      ['health', `${node.health.toLowerCase()}${node.observedAt === null ? ', never observed' : `, observed ${relativeTime(node.observedAt, now) ?? ''}`}`], ['domains', node.domains.join(' ')],
      ['labels', node.labels.map(({ key, value }) => `${key}=${value}`).join(' ')], ['services', node.services.map((service) => service.name).join(' ')], ['role', node.role], ['machine id', node.machineId],
      ['protected', node.protected ? 'yes: never touched in a general wave' : null], ['held', node.held ? node.heldReason ?? 'yes' : null], ['quarantined', node.quarantined ? 'yes: a human must look at it' : null],
      ['missing', node.missing ? 'yes: the last mirrored import no longer named it' : null], ['retired', node.retired ? 'yes' : null],
    ], paint),
  ];
  if (run !== null) {
    lines.push('', `${paint('run', 'strong')}  ${escapeHostile(run.campaignName)}, wave ${String(run.wave)}, attempt ${String(run.attempt)}: ${run.state.toLowerCase()}${run.stateReason === null ? '' : ` (${escapeHostile(run.stateReason)})`}${run.overdue ? paint(' overdue', 'bad') : ''}, ${relativeTime(run.since, now) ?? ''}`);
    if (run.outage !== null) lines.push(`  waits: ${escapeHostile(run.outage.message)}`);
    if (run.remediation !== null) lines.push(`  next: ${escapeHostile(run.remediation)}`);
    for (const job of run.jobs) lines.push(`  job ${escapeHostile(job.step)}, attempt ${String(job.attempt)}: ${escapeHostile(job.state.toLowerCase())}, phase ${escapeHostile(job.phase)}, ${String(job.logBytes)} bytes of log`);
  }
  const findings = run?.findings ?? node.assessment?.findings ?? [];
  if (findings.length > 0) lines.push('', paint('findings', 'strong'), ...findings.map((finding) => `  ${paint(finding.severity.toLowerCase(), finding.severity === 'INHIBIT' ? 'bad' : 'warn')}  ${escapeHostile(finding.check)}: ${escapeHostile(finding.message)} ${escapeHostile(finding.remediation)}`));
  lines.push('', node.explain.couldStart ? 'Nothing stands in its way.' : paint('what stands in its way', 'strong'), ...node.explain.obstacles.map((obstacle) => `  ${escapeHostile(obstacle.message)} (${escapeHostile(obstacle.code)})`));
  if (node.restorePoints.length > 0) lines.push('', paint('ways back', 'strong'), ...node.restorePoints.map((point) => `  ${escapeHostile(point.snapshotId)}  ${escapeHostile(point.state.toLowerCase())}  ${relativeTime(point.takenAt, now) ?? ''}`));
  return lines;
}
