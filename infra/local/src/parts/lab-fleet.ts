import { installCommand, installPackages, isDebian, missingLabPackages } from '../setup/debian-packages.ts';
import { type Home } from '../stack/home.ts';
import { type Terminal } from '../terminal/terminal.ts';

export interface LabFleet {
  /** Executable and arguments that answer for the lab's hypervisor. */
  readonly providerCommand: readonly string[];
  /** Hook name to executable and arguments: the toy load balancer. */
  readonly hookCommands: Readonly<Record<string, readonly string[]>>;
  readonly pid: number | null;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Installs what is missing where that is allowed, listed first with the reasons. What stays missing shows up as an obstacle. */
export async function prepareForLab(setup: boolean, terminal: Terminal): Promise<void> {
  const missing = await missingLabPackages();
  if (missing.length === 0 || !setup || process.getuid?.() !== 0) return;
  terminal.line(`  The lab's nodes are made of Debian packages; ${missing.length} of them are not installed here (--no-setup leaves it so):`);
  for (const { name, reason } of missing) terminal.line(`    ${name.padEnd(18)}${reason}`);
  const step = terminal.step('packages');
  await installPackages(missing, step);
  step.done(`${missing.length} installed`);
}

/** Why the lab cannot run here, as sentences; empty when it can. */
export async function labObstacles(): Promise<readonly string[]> {
  const missing = await missingLabPackages();
  return [
    ...(process.getuid?.() === 0 ? [] : ['it makes namespaces and mounts, for which it must be root']),
    ...(isDebian() ? [] : ["its nodes are made of Debian's packages, and this is not Debian"]),
    ...(missing.length === 0 ? [] : [`Debian packages are missing (${installCommand(missing)})`]),
    'its nodes are not part of this version yet',
  ];
}

export async function openLabFleet(home: Home): Promise<LabFleet> {
  throw new Error(`no lab in ${home.lab}`);
}
