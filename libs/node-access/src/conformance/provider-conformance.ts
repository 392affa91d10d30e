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
    async run(world) {
      const { provider } = world;
      const id = await world.freshMachine();
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
    async run(world) {
      const { provider } = world;
      const id = await world.freshMachine();
      await provider.setPower(id, 'off', 'k1');
      await provider.setPower(id, 'on', 'k2');
      await provider.setPower(id, 'off', 'k1');
      assert.equal(await provider.power(id), 'on');
    },
  },
  {
    name: 'takes one snapshot per key',
    async run(world) {
      const { provider } = world;
      const id = await world.freshMachine();
      const first = await provider.snapshot(id, 'k1');
      assert.deepEqual(await provider.snapshot(id, 'k1'), first);
      assert.notDeepEqual(await provider.snapshot(id, 'k2'), first);
    },
  },
  {
    name: 'puts the disk back, once per key, and leaves the machine on',
    async run(world) {
      const { provider } = world;
      const id = await world.freshMachine();
      const before = await world.diskOf(id);
      const { snapshotId } = await provider.snapshot(id, 'k1');
      await world.changeDisk(id);
      assert.notEqual(await world.diskOf(id), before);
      await provider.restore(id, snapshotId, 'k2');
      assert.equal(await world.diskOf(id), before);
      assert.equal(await provider.power(id), 'on');
      await world.changeDisk(id);
      const changed = await world.diskOf(id);
      await provider.restore(id, snapshotId, 'k2');
      assert.equal(await world.diskOf(id), changed);
    },
  },
  {
    name: 'cannot restore a snapshot that was deleted',
    async run(world) {
      const { provider } = world;
      const id = await world.freshMachine();
      const { snapshotId } = await provider.snapshot(id, 'k1');
      await provider.deleteSnapshot(id, snapshotId);
      await provider.deleteSnapshot(id, snapshotId);
      await assert.rejects(() => provider.restore(id, snapshotId, 'k2'));
      assert.equal(await provider.power(id), 'on');
    },
  },
  {
    name: 'shows the end of the console',
    async run(world) {
      const { provider } = world;
      const text = await provider.console(await world.freshMachine());
      assert.equal(typeof text, 'string');
      assert.ok(text.length <= consoleCharactersMax);
    },
  },
];
