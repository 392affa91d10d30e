import { type CampaignDocument, type Forecast } from '@skein/core';
import { type Database } from '../database/database.ts';
import { availabilitySeries, type AvailabilitySpanView } from './availability-series.ts';
import { blastRadius, type BlastRadiusView } from './blast-radius.ts';
import { burnDown, type BurnDownPointView } from './burn-down.ts';
import { campaignDocument } from './campaign-document.ts';
import { campaignLosses, type CampaignLossesView } from './campaign-losses.ts';
import { type FailureGroupView, failures } from './failures.ts';
import { campaignForecast } from './campaign-forecast.ts';
import { planDiff, type PlanDiffView } from './plan-diff.ts';

/** What is worked out of a campaign's rows for people who look at one campaign; each costs a statement or two of its own. */
export interface CampaignInsights {
  /** Most frequent first, at most 50. */
  failures(campaignId: string): Promise<readonly FailureGroupView[]>;
  /** At most 200; empty before the start. */
  burnDown(campaignId: string): Promise<readonly BurnDownPointView[]>;
  /** null: it does not run, or too few runs have ended. */
  forecast(campaignId: string): Promise<Forecast | null>;
  availabilitySeries(campaignId: string, spans: number): Promise<readonly AvailabilitySpanView[]>;
  /** null: no plan was made. */
  blastRadius(campaignId: string): Promise<BlastRadiusView | null>;
  /** null: no revision before. */
  planDiff(campaignId: string): Promise<PlanDiffView | null>;
  losses(campaignId: string): Promise<CampaignLossesView>;
  document(campaignId: string): Promise<CampaignDocument | null>;
}

export const createCampaignInsights = ({ db }: Database): CampaignInsights => ({
  failures: (campaignId) => failures(db, campaignId),
  burnDown: (campaignId) => burnDown(db, campaignId),
  forecast: (campaignId) => campaignForecast(db, campaignId),
  availabilitySeries: (campaignId, spans) => availabilitySeries(db, campaignId, spans),
  blastRadius: (campaignId) => blastRadius(db, campaignId),
  planDiff: (campaignId) => planDiff(db, campaignId),
  losses: (campaignId) => campaignLosses(db, campaignId),
  document: (campaignId) => campaignDocument(db, campaignId),
});
