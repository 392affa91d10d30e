import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type AvailabilityPoint, type BlastRadius, type BurnDownPoint, type FailureGroup, type Forecast, type PlanDiff } from '../generated/schema-types.ts';
import { Allow } from '../platform/allow.ts';
import { CampaignInsightViews, type SummaryReply } from './campaign-insight.views.ts';
import { type CampaignParent } from './campaign.views.ts';

/** Fields of a campaign that are worked out of its runs, each with a statement of its own. */
@Resolver('Campaign')
export class CampaignInsightResolver {
  constructor(private readonly views: CampaignInsightViews) {}

  @ResolveField('summary')
  @Allow('campaign:read')
  summary(@Parent() campaign: CampaignParent): SummaryReply {
    return this.views.summary(campaign.row);
  }

  @ResolveField('failures')
  @Allow('campaign:read')
  failures(@Parent() campaign: CampaignParent): Promise<FailureGroup[]> {
    return this.views.failures(campaign.id);
  }

  @ResolveField('burnDown')
  @Allow('campaign:read')
  burnDown(@Parent() campaign: CampaignParent): Promise<BurnDownPoint[]> {
    return this.views.burnDown(campaign.id);
  }

  @ResolveField('forecast')
  @Allow('campaign:read')
  forecast(@Parent() campaign: CampaignParent): Promise<Forecast | null> {
    return this.views.forecast(campaign.id);
  }

  @ResolveField('availabilitySeries')
  @Allow('campaign:read')
  availabilitySeries(@Parent() campaign: CampaignParent, @Args('points') points: number): Promise<AvailabilityPoint[]> {
    return this.views.availabilitySeries(campaign.id, points);
  }

  @ResolveField('blastRadius')
  @Allow('campaign:read')
  blastRadius(@Parent() campaign: CampaignParent): Promise<BlastRadius | null> {
    return this.views.blastRadius(campaign.id);
  }

  @ResolveField('planDiff')
  @Allow('campaign:read')
  planDiff(@Parent() campaign: CampaignParent): Promise<PlanDiff | null> {
    return this.views.planDiff(campaign.id);
  }

  @ResolveField('document')
  @Allow('campaign:read')
  document(@Parent() campaign: CampaignParent): Promise<Readonly<Record<string, unknown>>> {
    return this.views.document(campaign.id);
  }
}
