import { Injectable } from '@nestjs/common';
import { type RunStateKind, runIsOpen } from '@skein/core';
import { type AvailabilitySpanView, type CampaignLossesView, type CampaignView, type FailureGroupView } from '@skein/persistence';
import { type AvailabilityPoint, type BlastRadius, type BurnDownPoint, type CampaignSummary, type FailureGroup, type Forecast, type PlanDiff } from '../generated/schema-types.ts';
import { toClassCounts } from '../node/node.views.ts';
import { BatchLoader } from '../platform/batch-loader.ts';
import { badRequest } from '../platform/graphql-failure.ts';
import { Persistence } from '../platform/persistence.ts';
import { remediationFor } from '../run/remediation-for.ts';

const availabilityPointsMax = 120;

/** Ends of runs are with the campaign already; the rest is read only when it was asked for. */
export type SummaryReply = { readonly [Field in keyof CampaignSummary]: Field extends 'unavailableSecondsLower' | 'unavailableSecondsUpper' | 'reattachments' ? () => Promise<number> : CampaignSummary[Field] };

@Injectable()
export class CampaignInsightViews {
  private readonly lossLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.campaignInsights.losses(ids));
  private readonly failureLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.campaignInsights.failures(ids));
  private readonly burnDownLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.campaignInsights.burnDown(ids));
  private readonly forecastLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.campaignInsights.forecast(ids));
  private readonly blastRadiusLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.campaignInsights.blastRadius(ids));
  private readonly planDiffLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.campaignInsights.planDiff(ids));
  private readonly documentLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.campaignInsights.documents(ids));
  /** One for each number of spans that can be asked for: a list asks for the same number in every row. */
  private readonly seriesLoaders = new Map<number, BatchLoader<readonly AvailabilitySpanView[]>>();

  constructor(private readonly persistence: Persistence) {}

  summary({ campaignId, counts }: CampaignView): SummaryReply {
    const ended = (kind: RunStateKind): number => counts[kind] ?? 0;
    // The three that cost a statement share it, and without them there is none.
    const losses = async (): Promise<CampaignLossesView> => await this.lossLoader.load(campaignId) ?? { lowerSeconds: 0, upperSeconds: 0, reattachments: 0 };
    return {
      migrated: ended('SUCCEEDED'), rolledBack: ended('RESTORED'), failedClean: ended('FAILED_CLEAN'), quarantined: ended('QUARANTINED'), deferred: ended('DEFERRED'), blocked: ended('BLOCKED'), cancelled: ended('CANCELLED'),
      open: (Object.entries(counts) as [RunStateKind, number][]).reduce((sum, [kind, runs]) => sum + (runIsOpen(kind) ? runs : 0), 0),
      unavailableSecondsLower: async () => (await losses()).lowerSeconds, unavailableSecondsUpper: async () => (await losses()).upperSeconds, reattachments: async () => (await losses()).reattachments,
    };
  }

  async failures(campaignId: string): Promise<FailureGroup[]> {
    return (await this.failureLoader.load(campaignId) ?? []).map(toFailureGroup);
  }

  async burnDown(campaignId: string): Promise<BurnDownPoint[]> {
    return (await this.burnDownLoader.load(campaignId) ?? []).map(({ at, remaining }) => ({ at: at.toISOString(), remaining }));
  }

  async forecast(campaignId: string): Promise<Forecast | null> {
    const forecast = await this.forecastLoader.load(campaignId) ?? null;
    return forecast === null ? null : { p50: new Date(forecast.p50).toISOString(), p90: new Date(forecast.p90).toISOString(), samples: forecast.samples };
  }

  async availabilitySeries(campaignId: string, points: number): Promise<AvailabilityPoint[]> {
    if (points < 1 || points > availabilityPointsMax) throw badRequest(`points is ${String(points)}; between 1 and ${String(availabilityPointsMax)} can be asked for`);
    return (await this.seriesLoader(points).load(campaignId) ?? []).map((span) => ({ ...span, from: span.from.toISOString(), until: span.until.toISOString() }));
  }

  async blastRadius(campaignId: string): Promise<BlastRadius | null> {
    return await this.blastRadiusLoader.load(campaignId) ?? null;
  }

  async planDiff(campaignId: string): Promise<PlanDiff | null> {
    return await this.planDiffLoader.load(campaignId) ?? null;
  }

  async document(campaignId: string): Promise<Readonly<Record<string, unknown>>> {
    const document = await this.documentLoader.load(campaignId);
    if (document === undefined) throw new Error(`campaign ${campaignId} has no document`);
    return { ...document };
  }

  private seriesLoader(points: number): BatchLoader<readonly AvailabilitySpanView[]> {
    const known = this.seriesLoaders.get(points);
    if (known !== undefined) return known;
    const loader = new BatchLoader(() => this.persistence, (ids) => this.persistence.campaignInsights.availabilitySeries(ids, points));
    this.seriesLoaders.set(points, loader);
    return loader;
  }
}

const toFailureGroup = ({ example, byStateClass, firstAt, ...group }: FailureGroupView): FailureGroup => ({
  ...group, byStateClass: toClassCounts(byStateClass).filter(({ count }) => count > 0), firstAt: firstAt.toISOString(), ...remediationFor(example),
});
