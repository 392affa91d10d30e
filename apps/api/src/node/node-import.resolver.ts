import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type NodesImportInput, type NodesImportPayload } from '../generated/schema-types.ts';
import { Allow } from '../platform/allow.ts';
import { Caller, type SignedInScope } from '../platform/caller.ts';
import { NodeImportCommands } from './node-import.commands.ts';

@Resolver()
export class NodeImportResolver {
  constructor(private readonly commands: NodeImportCommands) {}

  @Mutation('nodesImport')
  @Allow('inventory:write')
  nodesImport(@Args('input') input: NodesImportInput, @Caller() caller: SignedInScope): Promise<NodesImportPayload> {
    return this.commands.importText(input, caller);
  }
}
