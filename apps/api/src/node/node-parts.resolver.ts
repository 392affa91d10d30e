import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type RestorePoint, type Service } from '../generated/schema-types.ts';
import { Allow } from '../platform/allow.ts';
import { type RunParent, RunViews } from '../run/run.views.ts';
import { type NodeParent, NodeViews } from './node.views.ts';

/** What belongs to a node and is read only where it is selected, for all nodes of a list at once. */
@Resolver('Node')
export class NodePartsResolver {
  constructor(private readonly views: NodeViews, private readonly runViews: RunViews) {}

  @ResolveField('run')
  @Allow('campaign:read')
  run(@Parent() node: NodeParent): Promise<RunParent | null> {
    return this.runViews.runOfList(node.runId);
  }

  @ResolveField('runs')
  @Allow('campaign:read')
  runs(@Parent() node: NodeParent): Promise<RunParent[]> {
    return this.runViews.runsOfNode(node.id);
  }

  @ResolveField('services')
  @Allow('fleet:read')
  services(@Parent() node: NodeParent): Promise<Service[]> {
    return this.views.servicesOf(node.id);
  }

  @ResolveField('restorePoints')
  @Allow('fleet:read')
  restorePoints(@Parent() node: NodeParent): Promise<RestorePoint[]> {
    return this.views.restorePointsOf(node.id);
  }

  @ResolveField('facts')
  @Allow('fleet:read')
  facts(@Parent() node: NodeParent): Promise<Readonly<Record<string, unknown>> | null> {
    return this.views.factsOf(node.id);
  }
}
