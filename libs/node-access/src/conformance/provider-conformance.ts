import assert from 'node:assert/strict';
import { type Provider } from '../provider/provider.ts';
import { type ConformanceCase } from './conformance-case.ts';

/** A provider with machines that it may switch and copy. */
export interface ProviderWorld {
  readonly provider: Provider;
  /** External id of a machine that is on. */
  freshMachine(): Promise<string>;
  /** Changes something on its disk. */
  changeDisk(externalId: string): Promise<void>;
  /** Equal texts for equal disks. */
  diskOf(externalId: string): Promise<string>;
}

const consoleCharactersMax = 16 * 1024;

/** What every provider must do. */
export const providerConformance: readonly ConformanceCase<ProviderWorld>[] = [
  {
    name: 'switches a machine off and on',
    async run({ provider, freshMachine }) {
      const id = await freshMachine();
      assert.equal(await provider.power(id), 'on');
      await provider.setPower(id, 'off', 'k1');
      assert.equal(await provider.power(id), 'off');
      await provider.setPower(id, 'on', 'k2');
      assert.equal(await provider.power(id), 'on');
      await provider.setPower(id, 'cycle', 'k3');
      assert.equal(await provider.power(id), 'on');
    },
  },
  {
    name: 'does nothing when a key comes again',
    async run({ provider, freshMachine }) {
      const id = await freshMachine();
      await provider.setPower(id, 'off', 'k1');
      await provider.setPower(id, 'on', 'k2');
      await provider.setPower(id, 'off', 'k1');
      assert.equal(await provider.power(id), 'on');
    },
  },
  {
    name: 'takes one snapshot per key',
    async run({ provider, freshMachine }) {
      const id = await freshMachine();
      const first = await provider.snapshot(id, 'k1');
      assert.deepEqual(await provider.snapshot(id, 'k1'), first);
      assert.notDeepEqual(await provider.snapshot(id, 'k2'), first);
    },
  },
  {
    name: 'puts the disk back, once per key, and leaves the machine on',
    async run({ provider, freshMachine, changeDisk, diskOf }) {
      const id = await freshMachine();
      const before = await diskOf(id);
      const { snapshotId } = await provider.snapshot(id, 'k1');
      await changeDisk(id);
      assert.notEqual(await diskOf(id), before);
      await provider.restore(id, snapshotId, 'k2');
      assert.equal(await diskOf(id), before);
      assert.equal(await provider.power(id), 'on');
      await changeDisk(id);
      const changed = await diskOf(id);
      await provider.restore(id, snapshotId, 'k2');
      assert.equal(await diskOf(id), changed);
    },
  },
  {
    name: 'cannot restore a snapshot that was deleted',
    async run({ provider, freshMachine }) {
      const id = await freshMachine();
      const { snapshotId } = await provider.snapshot(id, 'k1');
      await provider.deleteSnapshot(id, snapshotId);
      await provider.deleteSnapshot(id, snapshotId);
      await assert.rejects(() => provider.restore(id, snapshotId, 'k2'));
      assert.equal(await provider.power(id), 'on');
    },
  },
  {
    name: 'shows the end of the console',
    async run({ provider, freshMachine }) {
      const text = await provider.console(await freshMachine());
      assert.equal(typeof text, 'string');
      assert.ok(text.length <= consoleCharactersMax);
    },
  },
];
