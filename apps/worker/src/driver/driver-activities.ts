import { controlQueue, type DriverActivities, type Next } from '@skein/contract';
import { type Advance, type DriverStore } from '@skein/persistence';

const next = (advance: Advance): Next =>
  advance.kind === 'done' ? advance : advance.kind === 'wake' ? { ...advance, queue: controlQueue } : { kind: advance.kind, queue: controlQueue };

/** What workflows may call: each is one short transaction, or one short thing on one node. */
export const createDriverActivities = (deps: { readonly drivers: DriverStore; readonly advanceRun: DriverActivities['advanceRun'] }): DriverActivities => ({
  async advanceCampaign({ campaignId }) {
    return next(await deps.drivers.advanceCampaign(campaignId));
  },
  async advanceWave({ campaignId, wave }) {
    return next(await deps.drivers.advanceWave(campaignId, wave));
  },
  advanceRun: deps.advanceRun,
});
