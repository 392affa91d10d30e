import { type CampaignSpec } from './plan.ts';

/** Seconds of a wave at the pace of earlier runs: as many rounds as `concurrencyMax` makes of it, then its soak. null: there were none. */
export const expectedWaveSeconds = (spec: Pick<CampaignSpec, 'concurrencyMax' | 'gate'>, members: number, runSecondsMedian: number | null): number | null =>
  runSecondsMedian === null ? null : Math.ceil(members / Math.max(1, spec.concurrencyMax)) * runSecondsMedian + spec.gate.soakSeconds;
