import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type CampaignParent } from '../campaign/campaign.views.ts';
import { type AuditEvent, type FleetCounts } from '../generated/schema-types.ts';
import { Allow } from '../platform/allow.ts';
import { Caller, type SignedInScope } from '../platform/caller.ts';
import { type AttentionParent, NowViews } from './now.views.ts';

/** Each part is read only where it is selected. */
@Resolver('Now')
export class NowResolver {
  constructor(private readonly views: NowViews) {}

  @Query('now')
  @Allow('campaign:read')
  now(): object {
    return {};
  }

  @ResolveField('attention')
  @Allow('campaign:read')
  attention(@Caller() caller: SignedInScope): Promise<AttentionParent[]> {
    return this.views.attention(caller.principal);
  }

  @ResolveField('campaigns')
  @Allow('campaign:read')
  campaigns(): Promise<CampaignParent[]> {
    return this.views.campaigns();
  }

  @ResolveField('fleet')
  @Allow('fleet:read')
  fleet(): Promise<FleetCounts> {
    return this.views.fleet();
  }

  @ResolveField('unattendedSites')
  @Allow('fleet:read')
  unattendedSites(): Promise<string[]> {
    return this.views.unattendedSites();
  }

  @ResolveField('events')
  @Allow('campaign:read')
  events(@Caller() caller: SignedInScope): Promise<AuditEvent[]> {
    return this.views.events(caller.principal);
  }

  @ResolveField('at')
  @Allow('campaign:read')
  at(): Promise<string> {
    return this.views.at();
  }
}

@Resolver('AttentionItem')
export class AttentionResolver {
  constructor(private readonly views: NowViews) {}

  @ResolveField('campaign')
  @Allow('campaign:read')
  campaign(@Parent() item: AttentionParent): Promise<CampaignParent | null> {
    return this.views.campaignOf(item);
  }
}
