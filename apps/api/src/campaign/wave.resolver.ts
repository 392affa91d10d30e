import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Verdict } from '../generated/schema-types.ts';
import { Allow } from '../platform/allow.ts';
import { CampaignViews, type WaveParent } from './campaign.views.ts';

@Resolver('Wave')
export class WaveResolver {
  constructor(private readonly views: CampaignViews) {}

  @ResolveField('verdicts')
  @Allow('campaign:read')
  verdicts(@Parent() wave: WaveParent): Promise<Verdict[]> {
    return this.views.verdicts(wave.campaign.id, wave.number);
  }
}
