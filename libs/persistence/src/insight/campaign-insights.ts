import { type CampaignDocument, type Forecast } from '@skein/core';
import { type Database } from '../database/database.ts';
import { availabilitySeries, type AvailabilitySpanView } from './availability-series.ts';
import { blastRadius, type BlastRadiusView } from './blast-radius.ts';
import { burnDown, type BurnDownPointView } from './burn-down.ts';
import { campaignDocuments } from './campaign-documents.ts';
import { campaignLosses, type CampaignLossesView } from './campaign-losses.ts';
import { type FailureGroupView, failures } from './failures.ts';
import { campaignForecast } from './campaign-forecast.ts';
import { planDiff, type PlanDiffView } from './plan-diff.ts';

/** What is worked out of campaigns' rows, each a statement or two however many campaigns are asked about; those without an answer are left out. */
export interface CampaignInsights {
  /** Most frequent first, at most 50. */
  failures(campaignIds: readonly string[]): Promise<ReadonlyMap<string, readonly FailureGroupView[]>>;
  /** At most 200; none before the start. */
  burnDown(campaignIds: readonly string[]): Promise<ReadonlyMap<string, readonly BurnDownPointView[]>>;
  /** None or null: it does not run, or too few runs have ended. */
  forecast(campaignIds: readonly string[]): Promise<ReadonlyMap<string, Forecast | null>>;
  availabilitySeries(campaignIds: readonly string[], spans: number): Promise<ReadonlyMap<string, readonly AvailabilitySpanView[]>>;
  /** None: no plan was made. */
  blastRadius(campaignIds: readonly string[]): Promise<ReadonlyMap<string, BlastRadiusView>>;
  /** None: no revision before. */
  planDiff(campaignIds: readonly string[]): Promise<ReadonlyMap<string, PlanDiffView>>;
  losses(campaignIds: readonly string[]): Promise<ReadonlyMap<string, CampaignLossesView>>;
  documents(campaignIds: readonly string[]): Promise<ReadonlyMap<string, CampaignDocument>>;
}

export const createCampaignInsights = ({ db }: Database): CampaignInsights => ({
  failures: (campaignIds) => failures(db, campaignIds),
  burnDown: (campaignIds) => burnDown(db, campaignIds),
  forecast: (campaignIds) => campaignForecast(db, campaignIds),
  availabilitySeries: (campaignIds, spans) => availabilitySeries(db, campaignIds, spans),
  blastRadius: (campaignIds) => blastRadius(db, campaignIds),
  planDiff: (campaignIds) => planDiff(db, campaignIds),
  losses: (campaignIds) => campaignLosses(db, campaignIds),
  documents: (campaignIds) => campaignDocuments(db, campaignIds),
});
