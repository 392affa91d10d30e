import { Injectable } from '@nestjs/common';
import { isRefusal, type NodeId, type Refusal } from '@skein/core';
import { type CommandContext } from '@skein/persistence';
import { type NodeClearQuarantineInput, type NodeHoldInput, type NodeProtectInput, type NodeRetireInput, type UserError } from '../generated/schema-types.ts';
import { type SignedInScope } from '../platform/caller.ts';
import { CommandDesk } from '../platform/command-desk.ts';
import { Persistence } from '../platform/persistence.ts';
import { userErrors } from '../platform/user-errors.ts';
import { type NodeParent, NodeViews } from './node.views.ts';

export interface NodeAnswer {
  readonly node: (() => Promise<NodeParent | null>) | null;
  readonly userErrors: UserError[];
}

@Injectable()
export class NodeCommands {
  constructor(private readonly persistence: Persistence, private readonly views: NodeViews, private readonly desk: CommandDesk) {}

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
