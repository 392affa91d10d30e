import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type TargetProfile, type TargetProfileSaveInput, type TargetProfileSavePayload } from '../generated/schema-types.ts';
import { Allow } from '../platform/allow.ts';
import { Caller, type SignedInScope } from '../platform/caller.ts';
import { TargetCommands } from './target.commands.ts';
import { TargetViews } from './target.views.ts';

@Resolver()
export class TargetResolver {
  constructor(private readonly commands: TargetCommands, private readonly views: TargetViews) {}

  @Query('targetProfiles')
  @Allow('fleet:read')
  targetProfiles(): Promise<TargetProfile[]> {
    return this.views.targetProfiles();
  }

  @Mutation('targetProfileSave')
  @Allow('inventory:write')
  targetProfileSave(@Args('input') input: TargetProfileSaveInput, @Caller() caller: SignedInScope): Promise<TargetProfileSavePayload> {
    return this.commands.save(input, caller);
  }
}
