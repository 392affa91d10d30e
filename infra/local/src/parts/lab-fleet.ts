import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoTopology, diagnoseLab, type LabClient, labHookPath, labProviderPath, startLab, stopLab } from '@skein/lab';
import { identifyProcess, signalProcess, untilGone } from '../process/process-identity.ts';
import { ensurePackages, labPackages } from '../setup/debian-packages.ts';
import { type Home } from '../stack/home.ts';
import { type Terminal } from '../terminal/terminal.ts';

export interface LabFleet {
  readonly lab: LabClient;
  /** Executable and arguments that answer for the lab's hypervisor. */
  readonly providerCommand: readonly string[];
  /** Hook name to executable and arguments: the toy load balancer. */
  readonly hookCommands: Readonly<Record<string, readonly string[]>>;
  /** What holds the lab up, outside of its namespaces. */
  readonly pid: number | null;
  /** kill -9 of that process: the power fails in the whole lab. */
  kill(): Promise<void>;
  /** The nodes' disks stay; the next start boots those that were on. */
  stop(): Promise<void>;
}

/** Installs what is missing where that is allowed, listed first with the reasons. What stays missing shows up as an obstacle. */
export async function prepareForLab(setup: boolean, terminal: Terminal): Promise<void> {
  if (setup) await ensurePackages("The lab's nodes are made of Debian packages (--no-setup leaves them out)", labPackages, terminal);
}

/** Why the lab cannot run here, as sentences; empty when it can. */
export function labObstacles(home: Home): readonly string[] {
  return diagnoseLab(home.lab).problems.filter(({ blocking }) => blocking).map(({ message, command }) => (command === null ? message : `${message} (${command})`));
}

export async function openLabFleet(home: Home, cache: string, terminal: Terminal): Promise<LabFleet> {
  const step = terminal.step('lab');
  step.note('building its packages and images, once per machine (about 15 s), and booting its nodes');
  // Images are alike for all labs of a machine.
  const lab = await startLab({ stateFolder: home.lab, topology: demoTopology, cacheFolder: join(cache, 'lab'), say: (line) => step.note(line) });
  const { nodes } = await lab.health();
  step.done(`${nodes} nodes in ${demoTopology.sites.length} sites`);
  const launcher = () => {
    try {
      return identifyProcess(Number(readFileSync(join(home.lab, 'launcher.pid'), 'utf8')));
    } catch {
      return null;
    }
  };
  const withControl = ['/usr/bin/env', `LAB_CONTROL=${lab.controlSocket}`];
  return {
    lab,
    providerCommand: [...withControl, labProviderPath],
    hookCommands: { drain: [...withControl, labHookPath], undrain: [...withControl, labHookPath] },
    get pid() {
      return launcher()?.pid ?? null;
    },
    async kill() {
      const identity = launcher();
      if (identity === null) return;
      signalProcess(identity, 'SIGKILL');
      await untilGone(identity, 10);
    },
    stop: () => stopLab(home.lab),
  };
}
