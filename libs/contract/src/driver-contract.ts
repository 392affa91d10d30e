import { defineSignal } from '@temporalio/workflow';
import { type CampaignId, type RunId, type SiteId } from '@skein/core';

/** Decisions and workflow tasks. */
export const controlQueue = 'control';
/** Work on the nodes of one site: only workers that can reach the site poll it. */
export const siteQueue = (siteId: SiteId): string => `site/${siteId}`;

export const campaignWorkflow = 'campaign';
export const waveWorkflow = 'wave';
export const nodeRunWorkflow = 'nodeRun';

export const campaignWorkflowId = (campaignId: CampaignId): string => `campaign/${campaignId}`;
export const waveWorkflowId = (campaignId: CampaignId, wave: number): string => `wave/${campaignId}/${wave}`;
export const nodeRunWorkflowId = (runId: RunId): string => `nodeRun/${runId}`;

/** "Your rows changed": no payload, sent at least once, coalesced. A lost poke costs time, never a decision. */
export const poke = defineSignal('poke');

/** What a driver does after one advance. `queue` is where the next advance is called. */
export type Next =
  | { readonly kind: 'again'; readonly queue: string }
  | { readonly kind: 'wake'; readonly inSeconds: number; readonly queue: string }
  | { readonly kind: 'wait'; readonly queue: string }
  | { readonly kind: 'done' };

/** All short (at most 30 s); all may be repeated at any time. */
export interface DriverActivities {
  advanceCampaign(input: { readonly campaignId: CampaignId }): Promise<Next>;
  advanceWave(input: { readonly campaignId: CampaignId; readonly wave: number }): Promise<Next>;
  /** `siteSilent`: nobody took the call from the site's queue within 15 s. */
  advanceRun(input: { readonly runId: RunId; readonly siteSilent: boolean }): Promise<Next>;
}
