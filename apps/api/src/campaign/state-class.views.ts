import { Injectable } from '@nestjs/common';
import { type CampaignClassesView, type StateClassCounts } from '@skein/persistence';
import { type StateClassCount, type WaveDomain } from '../generated/schema-types.ts';
import { toClassCounts } from '../node/node.views.ts';
import { BatchLoader } from '../platform/batch-loader.ts';
import { Persistence } from '../platform/persistence.ts';
import { type CampaignParent, type WaveParent } from './campaign.views.ts';

/** Members by class, for all campaigns and waves of a list at once. */
@Injectable()
export class StateClassViews {
  constructor(private readonly persistence: Persistence) {}

  private readonly classLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.campaignViews.classes(ids));
  private readonly domainLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.campaignViews.waveDomains(ids));
  /** A campaign and its waves are counted together, by whichever of them asks first. The object is made for one answer, so no other answer sees it. */
  private readonly counted = new WeakMap<CampaignParent, Promise<CampaignClassesView>>();

  async ofCampaign(campaign: CampaignParent): Promise<StateClassCount[]> {
    return toClassCounts((await this.classes(campaign)).byStateClass);
  }

  async ofWave({ campaign, number }: WaveParent): Promise<StateClassCount[]> {
    return toClassCounts((await this.classes(campaign)).byWave.get(number) ?? noMembers);
  }

  async domainsOfWave({ campaign, number }: WaveParent): Promise<WaveDomain[]> {
    const domains = (await this.domainLoader.load(campaign.id))?.get(number) ?? [];
    return domains.map(({ domain, members, byStateClass }) => ({ domain, members, byStateClass: toClassCounts(byStateClass).filter(({ count }) => count > 0) }));
  }

  private classes(campaign: CampaignParent): Promise<CampaignClassesView> {
    const known = this.counted.get(campaign);
    if (known !== undefined) return known;
    const asked = this.classLoader.load(campaign.id).then((classes) => {
      if (classes === undefined) throw new Error(`the classes of campaign ${campaign.id} were not counted`);
      return classes;
    });
    this.counted.set(campaign, asked);
    return asked;
  }
}

const noMembers: StateClassCounts = { NOT_STARTED: 0, IN_FLIGHT: 0, MIGRATED: 0, ATTENTION: 0, FAILED: 0, ROLLED_BACK: 0, UNREACHABLE: 0 };
