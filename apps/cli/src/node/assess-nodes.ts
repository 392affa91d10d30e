import { ApiError } from '@skein/client';
import { type Command } from 'commander';
import { findTargetProfile } from '../campaign/find-target-profile.ts';
import { type Connection } from '../connection/connection.ts';
import { readPages } from '../connection/read-pages.ts';
import { accepted, CommandFailure, usageFailure } from '../failure/command-failure.ts';
import { type ExitCode, exitCodes } from '../failure/exit-code.ts';
import { type CliAssessmentBatchFragment, CliAssessmentBatchDocument, CliAssessmentsDocument, CliNodeCountDocument, CliNodesAssessDocument, CliNodesDocument, type NodeFilter } from '../generated/documents.ts';
import { confirmChange } from '../invocation/confirm-change.ts';
import { act, type ChangeOptions, changesThings, parseDuration, type Perform, printsData } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { findNode } from './find-node.ts';
import { queryHelp } from './list-nodes.ts';

interface AssessOptions extends ChangeOptions {
  readonly target: string;
  readonly query?: string;
  readonly wait: boolean;
  readonly timeout: number;
}

const lookAgainMilliseconds = 2000;

export function assessNodesCommand(noun: Command, perform: Perform): void {
  const command = changesThings(printsData(noun.command('assess').description('ask nodes for facts, preflight and prediction; reads them only').argument('[node...]', 'host names, source/externalId or ids')), { reason: false })
    .requiredOption('--target <profile>', 'name of the target profile').option('--query <query>', 'which nodes, instead of naming them')
    .option('--no-wait', 'only ask, and print the batch').option('--timeout <time>', 'wait at most so long', parseDuration, 1800)
    .addHelpText('after', `${queryHelp}\nExit code 0 when every node is ready, 1 when a check forbids one or one could not be looked at, 12 when some were not looked at in time.`);
  act<[readonly string[]], AssessOptions>(command, perform, assessNodes);
}

async function assessNodes(invocation: Invocation, options: AssessOptions, names: readonly string[]): Promise<ExitCode> {
  if ((names.length > 0) === (options.query !== undefined)) throw usageFailure('which nodes is not said', 'Name them, or give --query, and not both.');
  const connection = await invocation.connection();
  const target = await findTargetProfile(connection, options.target);
  const filter: NodeFilter = options.query === undefined ? { ids: await Promise.all(names.map(async (name) => (await findNode(connection, name)).id)) } : { query: options.query };
  const { nodes } = await connection.ask(CliNodeCountDocument, { filter });
  const confirmed = await confirmChange(invocation, options, { what: `assess nodes for ${target.name}`, nodes: nodes.totalCount, details: ['Nodes are logged in to and read; nothing is staged and nothing is changed.'] });
  if (confirmed === null) return exitCodes.ok;
  const { nodesAssess } = await connection.change(CliNodesAssessDocument, { filter, targetProfileId: target.id, expectedCount: nodes.totalCount }, options);
  const { batch } = accepted(nodesAssess);
  if (batch === null) throw new Error('the api took the assessment and named no batch');
  const seen = options.wait ? await waitFor(invocation, connection, batch, options.timeout) : batch;
  await print(invocation, connection, seen, options.wait);
  return seen.open === 0 && seen.blocked === 0 && seen.failed === 0 ? exitCodes.ok : seen.open > 0 ? (options.wait ? exitCodes.waitTimedOut : exitCodes.ok) : exitCodes.failed;
}

async function waitFor(invocation: Invocation, connection: Connection, asked: CliAssessmentBatchFragment, seconds: number): Promise<CliAssessmentBatchFragment> {
  const { world } = invocation;
  let batch = asked;
  let told = '';
  for (const until = world.now() + seconds * 1000; batch.open > 0 && world.now() < until;) {
    const line = `${String(batch.nodes - batch.open)} of ${String(batch.nodes)} looked at: ${String(batch.ready)} ready, ${String(batch.blocked)} blocked, ${String(batch.failed)} could not be looked at.`;
    if (line !== told) invocation.say(line);
    told = line;
    await world.sleep(lookAgainMilliseconds).catch(() => { throw new CommandFailure('interrupted; the assessment goes on by itself', { exitCode: exitCodes.interrupted, code: 'ABORTED' }); });
    batch = await connection.ask(CliAssessmentBatchDocument, { id: batch.id }).then(({ assessmentBatch }) => assessmentBatch ?? batch, (error: unknown) => {
      if (error instanceof ApiError && error.retryable) return batch;
      throw error;
    });
  }
  return batch;
}

async function print(invocation: Invocation, connection: Connection, batch: CliAssessmentBatchFragment, withNodes: boolean): Promise<void> {
  if (!withNodes) {
    invocation.print({ kind: 'AssessmentBatch', items: [batch], name: (item) => item.id, columns: [{ header: 'BATCH', text: (item) => item.id }, { header: 'NODES', text: (item) => item.nodes, right: true }, { header: 'OPEN', text: (item) => item.open, right: true }] });
    return;
  }
  const { items, pageInfo } = await readPages(0, async (page) => (await connection.ask(CliAssessmentsDocument, { id: batch.id, page })).assessmentBatch?.assessments ?? { nodes: [], pageInfo: { endCursor: null, hasNextPage: false } });
  const hostnames = new Map<string, string>();
  for (let at = 0; at < items.length; at += 200) {
    const { nodes } = await connection.ask(CliNodesDocument, { filter: { ids: items.slice(at, at + 200).map(({ nodeId }) => nodeId) }, page: { first: 200 } });
    for (const { id, hostname } of nodes.nodes) hostnames.set(id, hostname);
  }
  invocation.print({
    kind: 'AssessmentList', pageInfo, name: (item) => item.hostname, items: items.map((item) => ({ ...item, hostname: hostnames.get(item.nodeId) ?? item.nodeId })),
    columns: [
      { header: 'HOSTNAME', text: (item) => item.hostname }, { header: 'STATE', text: (item) => (item.state === 'DONE' ? (item.ready === true ? '✔ ready' : '✖ blocked') : item.state === 'FAILED' ? '? failed' : item.state.toLowerCase()), tone: (item) => (item.ready === true ? 'good' : item.state === 'DONE' ? 'bad' : 'warn') },
      { header: 'FINDINGS', text: (item) => item.message ?? item.findings.map((finding) => `${finding.check} (${finding.severity.toLowerCase()})`).join(', ') },
      { header: 'WHAT TO DO', text: (item) => item.findings.filter((finding) => finding.severity === 'INHIBIT').map((finding) => `${finding.message} ${finding.remediation}`).join(' '), wide: true },
    ],
  });
  for (const { value, count } of batch.byCheck) invocation.say(`${value}: ${String(count)}`);
}
