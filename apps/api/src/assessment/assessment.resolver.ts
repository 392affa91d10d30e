import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Assessment, type AssessmentConnection, type NodesAssessInput, type PageInput } from '../generated/schema-types.ts';
import { Allow } from '../platform/allow.ts';
import { Caller, type SignedInScope } from '../platform/caller.ts';
import { type AssessmentAnswer, AssessmentCommands } from './assessment.commands.ts';
import { type AssessmentBatchParent, AssessmentViews } from './assessment.views.ts';

@Resolver('AssessmentBatch')
export class AssessmentResolver {
  constructor(private readonly commands: AssessmentCommands, private readonly views: AssessmentViews) {}

  @Query('assessmentBatch')
  @Allow('fleet:read')
  assessmentBatch(@Args('id') id: string): Promise<AssessmentBatchParent | null> {
    return this.views.batch(id);
  }

  @ResolveField('assessments')
  @Allow('fleet:read')
  assessments(@Parent() batch: AssessmentBatchParent, @Args('page') page: PageInput | null | undefined): Promise<AssessmentConnection> {
    return this.views.assessments(batch.id, page);
  }

  @Mutation('nodesAssess')
  @Allow('campaign:draft')
  nodesAssess(@Args('input') input: NodesAssessInput, @Caller() caller: SignedInScope): Promise<AssessmentAnswer> {
    return this.commands.request(input, caller);
  }
}

@Resolver('Node')
export class NodeAssessmentResolver {
  constructor(private readonly views: AssessmentViews) {}

  @ResolveField('assessment')
  @Allow('fleet:read')
  assessment(@Parent() node: { readonly id: string }): Promise<Assessment | null> {
    return this.views.lastOf(node.id);
  }
}
