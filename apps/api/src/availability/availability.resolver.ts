import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type NodeAvailabilityConnection, type PageInput } from '../generated/schema-types.ts';
import { Allow } from '../platform/allow.ts';
import { AvailabilityViews } from './availability.views.ts';

@Resolver('Campaign')
export class AvailabilityResolver {
  constructor(private readonly views: AvailabilityViews) {}

  @ResolveField('availability')
  @Allow('campaign:read')
  availability(@Parent() campaign: { readonly id: string }, @Args('page') page: PageInput | null | undefined): Promise<NodeAvailabilityConnection> {
    return this.views.ofCampaign(campaign.id, page);
  }
}
