import { type CampaignDocument, type FailureClass, type Forecast, type PlanDigest, type RunState } from '@skein/core';
import { type Database } from '../database/database.ts';
import { type StateClassCounts } from '../views/fleet-view.ts';
import { availabilitySeries } from './availability-series.ts';
import { blastRadius } from './blast-radius.ts';
import { burnDown } from './burn-down.ts';
import { campaignDocument } from './campaign-document.ts';
import { campaignLosses } from './campaign-losses.ts';
import { failures } from './failures.ts';
import { campaignForecast } from './campaign-forecast.ts';
import { planDiff } from './plan-diff.ts';

/** Runs that failed, blocked or were deferred in the same way; the last run of each node counts. */
export interface FailureGroupView {
  readonly reason: string;
  readonly failureClass: FailureClass | null;
  readonly count: number;
  readonly byStateClass: StateClassCounts;
  readonly firstAt: Date;
  /** Five, by name. */
  readonly hostnames: readonly string[];
  /** State of one of them: what to do about it depends on nothing else. */
  readonly example: RunState;
}

export interface BurnDownPointView {
  readonly at: Date;
  readonly remaining: number;
}

export interface AvailabilitySpanView {
  readonly from: Date;
  readonly until: Date;
  readonly lowerPercent: number;
  readonly upperPercent: number;
}

export interface BlastRadiusView {
  readonly nodes: number;
  readonly sites: readonly { readonly value: string; readonly count: number }[];
  readonly domains: readonly { readonly domain: string; readonly members: number; readonly nodeCount: number; readonly unavailableMax: number | null }[];
  readonly services: readonly { readonly service: { readonly id: string; readonly name: string; readonly owner: string; readonly floor: number; readonly memberCount: number }; readonly members: number }[];
  readonly byOs: readonly { readonly value: string; readonly count: number }[];
}

export interface PlanDiffView {
  readonly againstDigest: PlanDigest;
  readonly added: readonly string[];
  readonly addedCount: number;
  readonly removed: readonly string[];
  readonly removedCount: number;
  readonly changes: readonly SpecChangeView[];
}

/** Values as JSON; null: was not there, or is not any more. */
export interface SpecChangeView {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface CampaignLossesView {
  /** Of all nodes together, certainly unavailable. */
  readonly lowerSeconds: number;
  /** The same plus seconds that nobody observed. */
  readonly upperSeconds: number;
  readonly reattachments: number;
}

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
