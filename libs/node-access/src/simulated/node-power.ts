import { settleJobs } from './node-events.ts';
import { simulatedSource, simulatedTarget } from './package-catalogue.ts';
import { seededSeconds, seededUnit } from './seeded.ts';
import { type NodeWorld, type SimulatedNode, bootIdOf, hasFault, writeConsole } from './simulated-node.ts';

const kernelRelease = { source: simulatedSource.kernel, target: simulatedTarget.kernel } as const;

/** The current goes: processes and memory are lost, the disk stays as it was. */
function lose(node: SimulatedNode, world: NodeWorld, silenceSeconds: number): void {
  if (node.jobTimer !== null) clearTimeout(node.jobTimer);
  if (node.bootTimer !== null) clearTimeout(node.bootTimer);
  node.jobTimer = null;
  node.bootTimer = null;
  node.jobAlive = null;
  loseFollowers(node, world, silenceSeconds);
}

/** Nobody tells a follower that a machine is gone: it notices after its keepalives went unanswered, unless sshd closed in order (0 s). */
export function loseFollowers(node: SimulatedNode, world: NodeWorld, silenceSeconds: number): void {
  const followers = [...node.followers];
  node.followers.clear();
  if (followers.length === 0) return;
  const tell = (): void => { for (const follower of followers) follower.lost('the connection to the node was lost'); };
  if (silenceSeconds <= 0) tell();
  else world.after(silenceSeconds, tell);
}

export function powerOff(node: SimulatedNode, world: NodeWorld): void {
  lose(node, world, world.settings.timing.silence);
  node.machine.power = 'off';
  node.state = 'off';
  world.changed(node);
}

/** From power-on until somebody can log in, or until the kernel panics. */
export function powerOn(node: SimulatedNode, world: NodeWorld, orderly: boolean): void {
  lose(node, world, orderly ? 0 : world.settings.timing.silence);
  node.machine.power = 'on';
  node.machine.boots += 1;
  node.state = 'booting';
  // A console shows the boot that is going on: an old panic would be taken for a new one.
  node.machine.console = [];
  writeConsole(node, `Booting the kernel, boot ${String(node.machine.boots)}`);
  world.changed(node);
  const { boot, jitter } = world.settings.timing;
  const seconds = seededSeconds(boot, jitter, seededUnit(world.settings.seed, 'boot', node.index, node.machine.boots));
  node.bootTimer = world.after(seconds, () => {
    node.bootTimer = null;
    finishBoot(node, world);
  });
}

/** The boot loader takes the one-shot entry once, else the saved one. */
export function finishBoot(node: SimulatedNode, world: NodeWorld): void {
  const kernel = node.disk.kernelOnce ?? node.disk.kernelSaved;
  node.disk.kernelOnce = null;
  node.bootId = bootIdOf(node.index, node.machine.boots, world);
  node.bootedAt = world.now();
  node.kernelRunning = kernel;
  if (kernel === 'target' && (hasFault(node, 'panicKernel') || !node.disk.targetKernelInstalled)) {
    node.state = 'panicked';
    writeConsole(node, `[    1.204113] Linux version ${kernelRelease.target}`);
    writeConsole(node, '[    1.731502] Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)');
  } else {
    node.state = hasFault(node, 'hang') ? 'hung' : 'up';
    settleJobs(node, world);
    writeConsole(node, `${kernelRelease[kernel]} login:`);
  }
  world.changed(node);
}

/** `hang` ends with a power cycle, as it does on a machine. */
export function powerCycle(node: SimulatedNode, world: NodeWorld): void {
  node.machine.faults = node.machine.faults.filter((fault) => fault !== 'hang');
  powerOn(node, world, false);
}

export function hang(node: SimulatedNode, world: NodeWorld): void {
  if (node.state !== 'up') return;
  lose(node, world, world.settings.timing.silence);
  node.state = 'hung';
  world.changed(node);
}
