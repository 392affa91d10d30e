import { type CampaignId, type RunId } from '@skein/core';

/** What a driver shall do after one `advance`: the rows say so, the workflow only obeys. */
export type Advance =
  | { readonly kind: 'again' }
  /** Sleep at most so long; a poke wakes earlier. */
  | { readonly kind: 'wake'; readonly inSeconds: number }
  /** Nothing to do until poked (the workflow still wakes after ten minutes). */
  | { readonly kind: 'wait' }
  | { readonly kind: 'done' };

export type DriverRef =
  | { readonly kind: 'campaign'; readonly campaignId: CampaignId }
  | { readonly kind: 'wave'; readonly campaignId: CampaignId; readonly wave: number }
  | { readonly kind: 'nodeRun'; readonly runId: RunId };

export interface DriverStore {
  /** One transaction: opens, completes, pauses as the rows say. */
  advanceCampaign(campaignId: CampaignId): Promise<Advance>;
  /** One transaction: inserts runs, grants leases (at most 50), moves SOAKING runs on, evaluates the gate, stores the verdict. */
  advanceWave(campaignId: CampaignId, wave: number): Promise<Advance>;
  /**
   * Pokes that committed and were not yet sent, coalesced per driver, locked FOR UPDATE SKIP LOCKED while `send` runs; rows are deleted
   * when `send` resolves. Returns how many drivers were poked.
   */
  relayOutbox(limit: number, send: (drivers: readonly DriverRef[]) => Promise<void>): Promise<number>;
  /** One statement: drivers whose rows asked for attention and that were not advanced within 15 s; raises a flag the fifth time. */
  reconcile(): Promise<readonly { readonly driver: DriverRef; readonly times: number }[]>;
}
