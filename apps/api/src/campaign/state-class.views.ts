import { Injectable } from '@nestjs/common';
import { type WaveClassesView } from '@skein/persistence';
import { type StateClassCount, type WaveDomain } from '../generated/schema-types.ts';
import { toClassCounts } from '../node/node.views.ts';
import { BatchLoader } from '../platform/batch-loader.ts';
import { Persistence } from '../platform/persistence.ts';

/** Members by class, for all campaigns and waves of a list at once. */
@Injectable()
export class StateClassViews {
  constructor(private readonly persistence: Persistence) {}

  private readonly campaignLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.campaignViews.classes(ids));
  private readonly waveLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.campaignViews.waveClasses(ids));

  async ofCampaign(campaignId: string): Promise<StateClassCount[]> {
    const counts = await this.campaignLoader.load(campaignId);
    if (counts === undefined) throw new Error(`the classes of campaign ${campaignId} were not counted`);
    return toClassCounts(counts);
  }

  async ofWave(campaignId: string, wave: number): Promise<StateClassCount[]> {
    return toClassCounts((await this.waveClasses(campaignId, wave)).byStateClass);
  }

  async domainsOfWave(campaignId: string, wave: number): Promise<WaveDomain[]> {
    return (await this.waveClasses(campaignId, wave)).domains.map(({ domain, members, byStateClass }) => ({ domain, members, byStateClass: toClassCounts(byStateClass).filter(({ count }) => count > 0) }));
  }

  private async waveClasses(campaignId: string, wave: number): Promise<WaveClassesView> {
    return (await this.waveLoader.load(campaignId))?.get(wave) ?? noMembers;
  }
}

const noMembers: WaveClassesView = { byStateClass: { NOT_STARTED: 0, IN_FLIGHT: 0, MIGRATED: 0, ATTENTION: 0, FAILED: 0, ROLLED_BACK: 0, UNREACHABLE: 0 }, domains: [] };
