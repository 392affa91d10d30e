import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type StateClassCount, type WaveDomain } from '../generated/schema-types.ts';
import { Allow } from '../platform/allow.ts';
import { type CampaignParent, type WaveParent } from './campaign.views.ts';
import { StateClassViews } from './state-class.views.ts';

@Resolver('Campaign')
export class CampaignStateClassResolver {
  constructor(private readonly views: StateClassViews) {}

  @ResolveField('byStateClass')
  @Allow('campaign:read')
  byStateClass(@Parent() campaign: CampaignParent): Promise<StateClassCount[]> {
    return this.views.ofCampaign(campaign);
  }
}

@Resolver('Wave')
export class WaveStateClassResolver {
  constructor(private readonly views: StateClassViews) {}

  @ResolveField('byStateClass')
  @Allow('campaign:read')
  byStateClass(@Parent() wave: WaveParent): Promise<StateClassCount[]> {
    return this.views.ofWave(wave);
  }

  @ResolveField('domains')
  @Allow('campaign:read')
  domains(@Parent() wave: WaveParent): Promise<WaveDomain[]> {
    return this.views.domainsOfWave(wave);
  }
}
