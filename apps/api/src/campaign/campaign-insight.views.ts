import { Injectable } from '@nestjs/common';
import { type RunStateKind, runIsOpen } from '@skein/core';
import { type CampaignLossesView, type CampaignView, type FailureGroupView } from '@skein/persistence';
import { type AvailabilityPoint, type BlastRadius, type BurnDownPoint, type CampaignSummary, type FailureGroup, type Forecast, type PlanDiff } from '../generated/schema-types.ts';
import { toClassCounts } from '../node/node.views.ts';
import { badRequest } from '../platform/graphql-failure.ts';
import { Persistence } from '../platform/persistence.ts';
import { remediationFor } from '../run/remediation-for.ts';

const availabilityPointsMax = 120;

/** Ends of runs are with the campaign already; the rest is read only when it was asked for. */
export type SummaryReply = { readonly [Field in keyof CampaignSummary]: Field extends 'unavailableSecondsLower' | 'unavailableSecondsUpper' | 'reattachments' ? () => Promise<number> : CampaignSummary[Field] };

@Injectable()
export class CampaignInsightViews {
  constructor(private readonly persistence: Persistence) {}

  summary({ campaignId, counts }: CampaignView): SummaryReply {
    const ended = (kind: RunStateKind): number => counts[kind] ?? 0;
    let asked: Promise<CampaignLossesView> | null = null;
    // The three that cost a statement share it, and without them there is none.
    const losses = (): Promise<CampaignLossesView> => (asked ??= this.persistence.campaignInsights.losses(campaignId));
    return {
      migrated: ended('SUCCEEDED'), rolledBack: ended('RESTORED'), failedClean: ended('FAILED_CLEAN'), quarantined: ended('QUARANTINED'), deferred: ended('DEFERRED'), blocked: ended('BLOCKED'), cancelled: ended('CANCELLED'),
      open: (Object.entries(counts) as [RunStateKind, number][]).reduce((sum, [kind, runs]) => sum + (runIsOpen(kind) ? runs : 0), 0),
      unavailableSecondsLower: async () => (await losses()).lowerSeconds, unavailableSecondsUpper: async () => (await losses()).upperSeconds, reattachments: async () => (await losses()).reattachments,
    };
  }

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
