import { Injectable } from '@nestjs/common';
import { isRefusal, type NodeId, type Refusal, refuse } from '@skein/core';
import { type CommandContext } from '@skein/persistence';
import { type NodeClearQuarantineInput, type NodeHoldInput, type NodeProtectInput, type NodeRetireInput, type NodesImportInput, type NodesImportPayload, type UserError } from '../generated/schema-types.ts';
import { type SignedInScope } from '../platform/caller.ts';
import { CommandDesk } from '../platform/command-desk.ts';
import { Persistence } from '../platform/persistence.ts';
import { userErrors } from '../platform/user-errors.ts';
import { type NodeParent, NodeViews } from './node.views.ts';
import { type ParsedImport, parseNodeImport, shownProblemsMax } from './parse-node-import.ts';

const contentBytesMax = 8 * 1024 * 1024;

export interface NodeAnswer {
  readonly node: (() => Promise<NodeParent | null>) | null;
  readonly userErrors: UserError[];
}

@Injectable()
export class NodeCommands {
  constructor(private readonly persistence: Persistence, private readonly views: NodeViews, private readonly desk: CommandDesk) {}

  async import(input: NodesImportInput, caller: SignedInScope): Promise<NodesImportPayload> {
    const refusal = importRefusal(input);
    if (refusal !== null) return { ...nothing, userErrors: userErrors(refusal) };
    const parsed = await parseNodeImport(input.format, input.content);
    if (parsed.problemCount > 0) return withProblems(parsed.recordCount, parsed.problems, parsed.problemCount);
    if (parsed.rows.length === 0) return { ...nothing, userErrors: userErrors(refuse('importEmpty', 'the text names no node')) };
    const report = await this.desk.run('nodesImport', caller, input, (context) =>
      this.persistence.inventory.importNodes({ ...context, source: input.source, rows: parsed.rows, dryRun: input.dryRun }));
    if (isRefusal(report)) return { ...nothing, rows: parsed.recordCount, userErrors: userErrors(report) };
    if (report.problemCount > 0) return withProblems(report.rows, report.problems.map((problem) => ({ ...problem, row: rowNumberOf(parsed, problem.row) })), report.problemCount);
    return { rows: report.rows, created: report.created, updated: report.updated, unchanged: report.unchanged, rowErrors: [], rowErrorCount: 0, userErrors: [] };
  }

  protect(input: NodeProtectInput, caller: SignedInScope): Promise<NodeAnswer> {
    return this.change('nodeProtect', input, caller, (context, nodeId) => this.persistence.inventory.protectNode({ ...context, nodeId, protected: input.protected }));
  }

  hold(input: NodeHoldInput, caller: SignedInScope): Promise<NodeAnswer> {
    return this.change('nodeHold', input, caller, (context, nodeId) => this.persistence.inventory.holdNode({ ...context, nodeId, held: input.held }));
  }

  clearQuarantine(input: NodeClearQuarantineInput, caller: SignedInScope): Promise<NodeAnswer> {
    return this.change('nodeClearQuarantine', input, caller, (context, nodeId) => this.persistence.inventory.clearQuarantine({ ...context, nodeId }));
  }

  retire(input: NodeRetireInput, caller: SignedInScope): Promise<NodeAnswer> {
    return this.change('nodeRetire', input, caller, (context, nodeId) => this.persistence.inventory.retireNode({ ...context, nodeId }));
  }

  private async change(
    command: string, input: { readonly nodeId: string; readonly idempotencyKey: string; readonly reason: string }, caller: SignedInScope,
    act: (context: CommandContext, nodeId: NodeId) => Promise<{ readonly nodeId: NodeId } | Refusal>,
  ): Promise<NodeAnswer> {
    const answer = await this.desk.run(command, caller, input, (context) => act(context, input.nodeId as NodeId));
    if (isRefusal(answer)) return { node: null, userErrors: userErrors(answer) };
    return { node: () => this.views.node(answer.nodeId), userErrors: [] };
  }
}

const nothing = { rows: 0, created: 0, updated: 0, unchanged: 0, rowErrors: [], rowErrorCount: 0 } as const;

// Persistence counts rows from 1; a person counts lines of the file.
const rowNumberOf = (parsed: ParsedImport, row: number): number => parsed.rowNumbers[row - 1] ?? row;

function withProblems(rows: number, problems: NodesImportPayload['rowErrors'], count: number): NodesImportPayload {
  const some = count > shownProblemsMax ? ` The first ${String(shownProblemsMax)} are listed.` : '';
  const refusal = refuse('importHasErrors', `${String(count)} ${count === 1 ? 'problem' : 'problems'} in ${String(rows)} rows; nothing was imported.${some}`, { field: ['content'], hint: 'Correct the rows that rowErrors lists and import again.' });
  return { ...nothing, rows, rowErrors: problems, rowErrorCount: count, userErrors: userErrors(refusal) };
}

function importRefusal(input: NodesImportInput): Refusal | null {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(input.source)) return refuse('invalidInput', 'the source is not a name: letters, digits and . _ - are allowed, at most 63', { field: ['source'] });
  if (Buffer.byteLength(input.content) > contentBytesMax) return refuse('importTooLarge', `the content has more than ${String(contentBytesMax / 1024 / 1024)} MiB`, { field: ['content'], hint: 'Split it.' });
  return null;
}
