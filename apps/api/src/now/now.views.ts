import { Injectable } from '@nestjs/common';
import { can, type Principal } from '@skein/core';
import { AuditViews } from '../audit/audit.views.ts';
import { type CampaignParent, CampaignViews } from '../campaign/campaign.views.ts';
import { type AttentionItem, type AuditEvent, type FleetCounts } from '../generated/schema-types.ts';
import { NodeViews } from '../node/node.views.ts';
import { Persistence } from '../platform/persistence.ts';

/** An item without its campaign, which is read only where it is selected. */
export type AttentionParent = Omit<AttentionItem, 'campaign'> & { readonly campaignId: string | null };

const campaignsMax = 50;
const eventsMax = 20;
const eventKinds = ['campaign', 'node', 'run', 'wave'];

@Injectable()
export class NowViews {
  constructor(private readonly persistence: Persistence, private readonly campaignViews: CampaignViews, private readonly nodes: NodeViews, private readonly audit: AuditViews) {}

  async attention(principal: Principal): Promise<AttentionParent[]> {
    return (await this.persistence.nowViews.attention(principal.personId)).map((row) => ({ ...row, since: row.since.toISOString() }));
  }

  campaignOf({ campaignId }: AttentionParent): Promise<CampaignParent | null> {
    return campaignId === null ? Promise.resolve(null) : this.campaignViews.campaignOfList(campaignId);
  }

  campaigns(): Promise<CampaignParent[]> {
    return this.campaignViews.underWay(campaignsMax);
  }

  fleet(): Promise<FleetCounts> {
    return this.nodes.fleet();
  }

  async unattendedSites(): Promise<string[]> {
    return [...await this.persistence.nowViews.unattendedSites()];
  }

  /** None for who may not read the audit: the rest of the screen is for everybody. */
  events(principal: Principal): Promise<AuditEvent[]> {
    return can(principal, 'audit:read') === null ? this.audit.newest(eventKinds, eventsMax) : Promise.resolve([]);
  }

  async at(): Promise<string> {
    return (await this.persistence.databaseNow()).toISOString();
  }
}
