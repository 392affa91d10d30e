import { powerCycle, powerOff, powerOn } from './node-power.ts';
import { seededDigest } from './seeded.ts';
import { type NodeWorld, type SimulatedDisk, type SimulatedNode, hasFault, writeConsole } from './simulated-node.ts';

const keysMax = 16;

/** True the first time that a key is seen; the provider's verbs are idempotent on it. */
function firstTime(node: SimulatedNode, verb: string, key: string): boolean {
  const mark = `${verb} ${key}`;
  if (node.machine.providerKeys.includes(mark)) return false;
  node.machine.providerKeys = [...node.machine.providerKeys.slice(1 - keysMax), mark];
  return true;
}

export function setPower(node: SimulatedNode, wanted: 'on' | 'off' | 'cycle', key: string, world: NodeWorld): void {
  if (!firstTime(node, wanted, key)) return;
  if (wanted === 'off') powerOff(node, world);
  else if (wanted === 'cycle') powerCycle(node, world);
  else if (node.machine.power === 'off') powerOn(node, world, false);
  world.changed(node);
}

/** Crash-consistent: what a job has not written yet is not in it. */
export function takeSnapshot(node: SimulatedNode, key: string, world: NodeWorld): string {
  const snapshotId = `snap-${seededDigest(node.index, key).toString('hex').slice(0, 16)}`;
  if (!node.snapshots.has(snapshotId)) {
    node.snapshots.set(snapshotId, JSON.stringify(node.disk));
    world.snapshotChanged(node, snapshotId);
  }
  return snapshotId;
}

/** False: there is no such snapshot. The node is off while the disk is copied back, then it boots. */
export function restoreSnapshot(node: SimulatedNode, snapshotId: string, key: string, world: NodeWorld, done: (found: boolean) => void): void {
  const disk = node.snapshots.get(snapshotId);
  if (disk === undefined) {
    done(false);
  } else if (!firstTime(node, 'restore', key)) {
    done(true);
  } else {
    powerOff(node, world);
    node.disk = JSON.parse(disk) as SimulatedDisk;
    world.changed(node);
    world.after(world.settings.timing.restore, () => {
      writeConsole(node, `disk restored from ${snapshotId}`);
      powerOn(node, world, false);
      done(true);
    });
  }
}

export function deleteSnapshot(node: SimulatedNode, snapshotId: string, world: NodeWorld): void {
  if (node.snapshots.delete(snapshotId)) world.snapshotChanged(node, snapshotId);
}

/** Bytes of console that a provider gives at most. */
const consoleBytesMax = 16 * 1024;
export const consoleOf = (node: SimulatedNode): string => `${node.machine.console.join('\n')}${hasFault(node, 'hang') ? '\nINFO: task systemd:1 blocked for more than 120 seconds.' : ''}\n`.slice(-consoleBytesMax);
