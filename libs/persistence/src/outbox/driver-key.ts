import { type CampaignId, type RunId } from '@skein/core';
import { type DriverRef } from '../driver/driver-store.ts';

/** The workflow's id, so that rows and Temporal call a driver by the same name. */
export const campaignDriver = (campaignId: string): string => `campaign/${campaignId}`;
export const waveDriver = (campaignId: string, wave: number): string => `wave/${campaignId}/${String(wave)}`;
export const runDriver = (runId: string): string => `nodeRun/${runId}`;

/** Throws for a text that none of the three functions above wrote. */
export function parseDriver(key: string): DriverRef {
  const [kind, id, wave] = key.split('/');
  if (id === undefined || id === '') throw new Error(`"${key}" names no driver`);
  switch (kind) {
    case 'campaign': return { kind: 'campaign', campaignId: id as CampaignId };
    case 'wave': return { kind: 'wave', campaignId: id as CampaignId, wave: Number(wave) };
    case 'nodeRun': return { kind: 'nodeRun', runId: id as RunId };
    default: throw new Error(`"${key}" names no driver`);
  }
}
