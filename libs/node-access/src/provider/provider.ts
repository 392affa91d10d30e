/**
 * What a hypervisor, a cloud or a BMC can do for a node that does not answer. Every verb is idempotent on its key.
 * `externalId` is the node's id at the provider.
 */
export interface Provider {
  power(externalId: string): Promise<PowerState>;
  /** Last lines of the console, newest last; at most 16 KiB. */
  console(externalId: string): Promise<string>;
  setPower(externalId: string, wanted: 'on' | 'off' | 'cycle', key: string): Promise<void>;
  /** Crash-consistent image of the whole disk; a second call with the same key returns the same snapshot. */
  snapshot(externalId: string, key: string): Promise<{ readonly snapshotId: string }>;
  /** Puts the disk back; the node is off before and on afterwards. A second call with the same key does nothing. */
  restore(externalId: string, snapshotId: string, key: string): Promise<void>;
  deleteSnapshot(externalId: string, snapshotId: string): Promise<void>;
}

export type PowerState = 'on' | 'off';
