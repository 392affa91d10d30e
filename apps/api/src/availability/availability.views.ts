import { Injectable } from '@nestjs/common';
import { type NodeAvailabilityConnection, type PageInput } from '../generated/schema-types.ts';
import { pageRequest, uncountedConnection } from '../platform/connection.ts';
import { Persistence } from '../platform/persistence.ts';

@Injectable()
export class AvailabilityViews {
  constructor(private readonly persistence: Persistence) {}

  async ofCampaign(campaignId: string, page: PageInput | null | undefined): Promise<NodeAvailabilityConnection> {
    return uncountedConnection(await this.persistence.campaignViews.availability(campaignId, pageRequest(page)), (row) => ({
      nodeId: row.nodeId, hostname: row.hostname, unavailableSecondsLower: row.lowerSeconds, unavailableSecondsUpper: row.upperSeconds,
    }));
  }
}
