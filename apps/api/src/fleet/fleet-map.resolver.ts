import { Args, Query, Resolver } from '@nestjs/graphql';
import { type FleetMap, type NodeFilter } from '../generated/schema-types.ts';
import { type NodeParent, NodeViews } from '../node/node.views.ts';
import { Allow } from '../platform/allow.ts';
import { FleetMapService } from './fleet-map.service.ts';

@Resolver()
export class FleetMapResolver {
  constructor(private readonly map: FleetMapService, private readonly nodes: NodeViews) {}

  @Query('fleetMap')
  @Allow('fleet:read')
  fleetMap(@Args('filter') filter: NodeFilter | null | undefined): Promise<FleetMap> {
    return this.map.fleetMap(filter);
  }

  @Query('fleetMapNode')
  @Allow('fleet:read')
  async fleetMapNode(@Args('layout') layout: string, @Args('ordinal') ordinal: number): Promise<NodeParent | null> {
    const nodeId = await this.map.nodeIdAt(layout, ordinal);
    return nodeId === null ? null : this.nodes.node(nodeId);
  }
}
