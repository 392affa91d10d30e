import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type FleetCounts, type NodeClearQuarantineInput, type NodeExplanation, type NodeFacet, type NodeFacetField, type NodeFilter, type NodeHoldInput, type NodeOrder, type NodeProtectInput, type NodeRetireInput, type PageInput, type Service,
} from '../generated/schema-types.ts';
import { Allow } from '../platform/allow.ts';
import { Caller, type SignedInScope } from '../platform/caller.ts';
import { type NodeAnswer, NodeCommands } from './node.commands.ts';
import { type NodeParent, NodeViews } from './node.views.ts';

@Resolver('Node')
export class NodeResolver {
  constructor(private readonly commands: NodeCommands, private readonly views: NodeViews) {}

  @Query('nodes')
  @Allow('fleet:read')
  nodes(
    @Args('filter') filter: NodeFilter | null | undefined, @Args('orderBy') orderBy: NodeOrder | null | undefined, @Args('page') page: PageInput | null | undefined,
  ): ReturnType<NodeViews['nodes']> {
    return this.views.nodes(filter, orderBy, page);
  }

  @Query('nodeFacets')
  @Allow('fleet:read')
  facets(@Args('filter') filter: NodeFilter | null | undefined, @Args('by') by: readonly NodeFacetField[]): Promise<NodeFacet[]> {
    return this.views.facets(filter, by);
  }

  @Query('services')
  @Allow('fleet:read')
  services(): Promise<Service[]> {
    return this.views.services();
  }

  @Query('node')
  @Allow('fleet:read')
  node(@Args('id') id: string): Promise<NodeParent | null> {
    return this.views.node(id);
  }

  @Query('nodeByName')
  @Allow('fleet:read')
  nodeByName(@Args('name') name: string): Promise<NodeParent | null> {
    return this.views.nodeByName(name);
  }

  @Query('fleet')
  @Allow('fleet:read')
  fleet(): Promise<FleetCounts> {
    return this.views.fleet();
  }

  @ResolveField('explain')
  @Allow('fleet:read')
  explain(@Parent() node: NodeParent): Promise<NodeExplanation> {
    return this.views.explain(node.id);
  }

  @Mutation('nodeProtect')
  @Allow('inventory:write')
  nodeProtect(@Args('input') input: NodeProtectInput, @Caller() caller: SignedInScope): Promise<NodeAnswer> {
    return this.commands.protect(input, caller);
  }

  @Mutation('nodeHold')
  @Allow('inventory:write')
  nodeHold(@Args('input') input: NodeHoldInput, @Caller() caller: SignedInScope): Promise<NodeAnswer> {
    return this.commands.hold(input, caller);
  }

  @Mutation('nodeClearQuarantine')
  @Allow('inventory:write')
  nodeClearQuarantine(@Args('input') input: NodeClearQuarantineInput, @Caller() caller: SignedInScope): Promise<NodeAnswer> {
    return this.commands.clearQuarantine(input, caller);
  }

  @Mutation('nodeRetire')
  @Allow('inventory:write')
  nodeRetire(@Args('input') input: NodeRetireInput, @Caller() caller: SignedInScope): Promise<NodeAnswer> {
    return this.commands.retire(input, caller);
  }
}
