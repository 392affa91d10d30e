import { Injectable } from '@nestjs/common';
import { type FailureGroupView } from '@skein/persistence';
import { type AvailabilityPoint, type BlastRadius, type BurnDownPoint, type FailureGroup, type Forecast, type PlanDiff } from '../generated/schema-types.ts';
import { toClassCounts } from '../node/node.views.ts';
import { badRequest } from '../platform/graphql-failure.ts';
import { Persistence } from '../platform/persistence.ts';
import { remediationFor } from '../run/remediation-for.ts';

const availabilityPointsMax = 120;

@Injectable()
export class CampaignInsightViews {
  constructor(private readonly persistence: Persistence) {}

  async failures(campaignId: string): Promise<FailureGroup[]> {
    return (await this.persistence.campaignInsights.failures(campaignId)).map(toFailureGroup);
  }

  async burnDown(campaignId: string): Promise<BurnDownPoint[]> {
    return (await this.persistence.campaignInsights.burnDown(campaignId)).map(({ at, remaining }) => ({ at: at.toISOString(), remaining }));
  }

  async forecast(campaignId: string): Promise<Forecast | null> {
    const forecast = await this.persistence.campaignInsights.forecast(campaignId);
    return forecast === null ? null : { p50: new Date(forecast.p50).toISOString(), p90: new Date(forecast.p90).toISOString(), samples: forecast.samples };
  }

  async availabilitySeries(campaignId: string, points: number): Promise<AvailabilityPoint[]> {
    if (points < 1 || points > availabilityPointsMax) throw badRequest(`points is ${String(points)}; between 1 and ${String(availabilityPointsMax)} can be asked for`);
    return (await this.persistence.campaignInsights.availabilitySeries(campaignId, points)).map((span) => ({ ...span, from: span.from.toISOString(), until: span.until.toISOString() }));
  }

  blastRadius(campaignId: string): Promise<BlastRadius | null> {
    return this.persistence.campaignInsights.blastRadius(campaignId);
  }

  planDiff(campaignId: string): Promise<PlanDiff | null> {
    return this.persistence.campaignInsights.planDiff(campaignId);
  }

  async document(campaignId: string): Promise<Readonly<Record<string, unknown>>> {
    const document = await this.persistence.campaignInsights.document(campaignId);
    if (document === null) throw new Error(`campaign ${campaignId} has no document`);
    return { ...document };
  }
}

const toFailureGroup = ({ example, byStateClass, firstAt, ...group }: FailureGroupView): FailureGroup => ({
  ...group, byStateClass: toClassCounts(byStateClass).filter(({ count }) => count > 0), firstAt: firstAt.toISOString(), remediation: remediationFor(example),
});
