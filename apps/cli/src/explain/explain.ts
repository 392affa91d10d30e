import { campaignDocumentSchema } from '@skein/client';
import { type Command } from 'commander';
import { CommandFailure } from '../failure/command-failure.ts';
import { exitCodes } from '../failure/exit-code.ts';
import { CliNodeExplainDocument, type CliNodeExplainQuery } from '../generated/documents.ts';
import { act, type Perform, printsData } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { findNode } from '../node/find-node.ts';
import { escapeHostile } from '../output/escape-hostile.ts';
import { type Paint, stateClassMarks } from '../output/paint.ts';
import { drawField, explainField } from './explain-field.ts';
import { explainCode } from './explain-code.ts';

type ExplainedNode = NonNullable<CliNodeExplainQuery['node']>;

export function explainCommand(program: Command, perform: Perform): void {
  const command = printsData(program.command('explain').description('explain a node, a code or a field of a document').argument('<what>', 'a node, a code such as staleVersion, or a field such as campaign.spec.gate'))
    .addHelpText('after', '\n  skein explain web-07                      what stands between the node and its change\n  skein explain authorMayNotApprove         what the code means, and what to do\n  skein explain campaign.spec.gate          what may be written there');
  act<[string], object>(command, perform, explain);
}

async function explain(invocation: Invocation, _options: object, what: string): Promise<void> {
  const field = explainField(what, campaignDocumentSchema);
  if (field !== null) {
    invocation.print({ kind: 'Field', items: [field], name: (item) => item.path, columns: [{ header: 'FIELD', text: (item) => item.path }, { header: 'TYPE', text: (item) => item.type }, { header: 'WHAT', text: (item) => item.description }], detail: drawField });
    return;
  }
  if (what.startsWith('campaign.')) throw new CommandFailure(`a campaign's document has no field ${JSON.stringify(what)}`, { exitCode: exitCodes.notFound, code: 'fieldNotFound', hint: '`skein explain campaign` begins at the root.' });
  const code = explainCode(what);
  if (code !== null) {
    invocation.print({
      kind: 'Code', items: [code], name: (item) => item.code, columns: [{ header: 'CODE', text: (item) => item.code }, { header: 'CAUSE', text: (item) => item.cause }, { header: 'REMEDY', text: (item) => item.remedy }],
      detail: (item, paint) => [`${paint(item.code, 'strong')}  exit code ${String(item.exitCode)}`, `  ${item.cause}`, `  next: ${item.remedy}`],
    });
    return;
  }
  await explainNode(invocation, what);
}

async function explainNode(invocation: Invocation, name: string): Promise<void> {
  const connection = await invocation.connection();
  const { id } = await findNode(connection, name);
  const { node } = await connection.ask(CliNodeExplainDocument, { id });
  if (node === null) throw new Error(`node ${id} is gone`);
  invocation.print<ExplainedNode>({
    kind: 'NodeExplanation', items: [node], name: (item) => item.hostname, detail: drawNode,
    columns: [{ header: 'HOSTNAME', text: (item) => item.hostname }, { header: 'COULD START', text: (item) => (item.explain.couldStart ? 'yes' : 'no') }, { header: 'OBSTACLES', text: (item) => item.explain.obstacles.map((obstacle) => obstacle.code).join(', ') }],
  });
}

function drawNode(node: ExplainedNode, paint: Paint): string[] {
  const mark = stateClassMarks[node.stateClass];
  const { run } = node;
  return [
    `${paint(mark.glyph, mark.tone)} ${paint(escapeHostile(node.hostname), 'strong')}  ${mark.label}`,
    ...(run === null ? [] : [`  ${escapeHostile(run.campaignName)}, wave ${String(run.wave)}: ${run.state.toLowerCase()}${run.stateReason === null ? '' : ` (${escapeHostile(run.stateReason)})`}`, ...(run.outage === null ? [] : [`  waits: ${escapeHostile(run.outage.message)}`]), ...(run.remediation === null ? [] : [`  next: ${escapeHostile(run.remediation)}`])]),
    ...(node.explain.obstacles.length === 0 ? ['  Nothing stands in its way.'] : node.explain.obstacles.map((obstacle) => `  ${paint('▲', 'warn')} ${escapeHostile(obstacle.message)} (${escapeHostile(obstacle.code)})`)),
  ];
}
