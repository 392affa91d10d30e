import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { LabDown, controlRequest } from './client/control-request.ts';
import { openLab, type LabClient } from './client/lab-client.ts';
import { readConfig, writeConfig } from './daemon/lab-config.ts';
import { programEnvironment, sharedCacheFolder } from './environment.ts';
import { ensureLabImages } from './image/lab-images.ts';
import { tryProgram } from './image/run-program.ts';
import { removeProcessGroup } from './launcher/process-group.ts';
import { diagnoseLab } from './preflight/diagnose-lab.ts';
import { defaultSudoRule, topologyProblems, type Topology } from './topology/topology.ts';

export interface StartLabOptions {
  /** Everything of this lab lies here; must be short enough for a socket path. */
  readonly stateFolder: string;
  readonly topology: Topology;
  /** Where images shared by all labs lie; below $SKEIN_HOME by default. */
  readonly cacheFolder?: string;
  /** Process id: when this process is gone, the lab ends too. For tests, so that a killed one leaves nothing running. */
  readonly endsWithProcess?: number;
  /** One line about something that takes a while. */
  readonly say?: (line: string) => void;
}

/** What `flock` ends with when another launcher looks after this lab; a launcher whose daemon finds that out ends with 0. */
const lockTaken = 75;
const launcher = fileURLToPath(new URL('./launcher/lab-launcher.ts', import.meta.url));
const startLimitMs = 60_000;

/**
 * Starts the lab, finds the one that runs, or brings back the one that was killed; nodes of the topology that do not exist yet are created. Returns when
 * every node had its chance to boot. The lab outlives this process. Throws with everything that is missing when it cannot run here.
 */
export async function startLab(options: StartLabOptions): Promise<LabClient> {
  const stateFolder = resolve(options.stateFolder);
  const say = options.say ?? ((): void => undefined);
  const problems = topologyProblems(options.topology);
  if (problems.length > 0) throw new Error(`this topology cannot be: ${problems.join('; ')}`);
  const lab = openLab(stateFolder);
  if (await isUp(lab)) {
    await waitUntilReady(lab);
    await lab.createNodes(options.topology.nodes, options.topology.sites);
    return lab;
  }
  const diagnosis = diagnoseLab(stateFolder);
  if (!diagnosis.canRun) {
    throw new Error(`the lab cannot run here: ${diagnosis.problems.filter((one) => one.blocking).map((one) => one.message + (one.command === null ? '' : ` (${one.command})`)).join('; ')}`);
  }
  mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
  const images = await ensureLabImages(resolve(options.cacheFolder ?? sharedCacheFolder), say);
  const before = readConfig(stateFolder);
  const known = new Set(options.topology.nodes.map((node) => node.name));
  writeConfig(stateFolder, {
    cache: images.cache, baseId: images.base.id, universeFolder: images.universe.folder, universeId: images.universe.id,
    sites: [...options.topology.sites, ...(before?.sites ?? []).filter((site) => !options.topology.sites.some((other) => other.name === site.name))],
    nodes: [...options.topology.nodes, ...(before?.nodes ?? []).filter((node) => !known.has(node.name))],
    sudoRule: options.topology.sudoRule ?? before?.sudoRule ?? defaultSudoRule,
    requestsPerSecond: options.topology.requestsPerSecond ?? 0,
  });
  const log = openSync(join(stateFolder, 'launcher.log'), 'a');
  // A session of its own and no pipe to us: killing this process, or its whole group, leaves the lab alone.
  // The lock lets one launcher through; a second one, started at the same time, gives up.
  const launched = spawn('flock', ['-w', '5', '-E', String(lockTaken), '-F', join(stateFolder, 'launcher.lock'), process.execPath, launcher, stateFolder, String(options.endsWithProcess ?? '')], { detached: true, stdio: ['ignore', log, log], cwd: '/', env: programEnvironment });
  launched.unref();
  closeSync(log);
  await waitUntilReady(lab, () => launched.exitCode !== null && ![0, lockTaken].includes(launched.exitCode));
  return lab;
}

async function isUp(lab: LabClient): Promise<boolean> {
  try {
    await lab.health();
    return true;
  } catch (error) {
    if (error instanceof LabDown) return false;
    throw error;
  }
}

async function waitUntilReady(lab: LabClient, gone: () => boolean = () => false): Promise<void> {
  for (const until = Date.now() + startLimitMs; ;) {
    try {
      if ((await lab.health()).ready) return;
    } catch (error) {
      if (!(error instanceof LabDown)) throw error;
    }
    if (gone() || Date.now() > until) {
      const file = join(lab.stateFolder, 'launcher.log');
      throw new Error(`the lab did not come up${gone() ? '' : ` within ${startLimitMs / 1000} s`}; its launcher says: ${existsSync(file) ? readFileSync(file, 'utf8').slice(-800) : 'nothing'}`);
    }
    await sleep(25);
  }
}

/** Ends the lab with all its nodes; their disks stay, and the next start brings back those that were on. Without a running lab it does nothing. */
export async function stopLab(stateFolder: string): Promise<void> {
  const state = resolve(stateFolder);
  const lab = openLab(state);
  const launcherPid = runningLauncher(state);
  if (await isUp(lab)) await controlRequest(lab.controlSocket, 'POST', '/stop').catch((error: unknown) => { if (!(error instanceof LabDown)) throw error; });
  else if (launcherPid !== null) process.kill(launcherPid, 'SIGTERM');
  // The lock is free when the last process of the lab is gone.
  if (existsSync(join(state, 'lock'))) await tryProgram('flock', ['-w', '15', join(state, 'lock'), 'true']);
  for (const until = Date.now() + 5000; launcherPid !== null && runningLauncher(state) === launcherPid && Date.now() < until;) await sleep(10);
  for (const name of ['socks.sock', 'control.sock', 'launcher.pid']) rmSync(join(state, name), { force: true });
  removeProcessGroup(state);
}

/** As stopLab, then removes the state folder with all disks. The shared images stay. */
export async function destroyLab(stateFolder: string): Promise<void> {
  await stopLab(stateFolder);
  rmSync(resolve(stateFolder), { recursive: true, force: true });
}

/** The process in `launcher.pid`, if it still is what the file says. */
function runningLauncher(state: string): number | null {
  try {
    const pid = Number(readFileSync(join(state, 'launcher.pid'), 'utf8'));
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return words.includes(launcher) && words.includes(state) ? pid : null;
  } catch {
    return null;
  }
}
