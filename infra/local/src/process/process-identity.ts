import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process id alone may belong to somebody else tomorrow; with the time at which the process began it cannot. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks after boot, as the kernel counts them. */
  readonly startTicks: string;
}

/** null: no such process, or only its remains. */
export function identifyProcess(pid: number): ProcessIdentity | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The command's name stands in brackets and may hold anything, spaces and brackets too: fields are counted after the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  if (startTicks === undefined || state === 'Z' || state === 'X') return null;
  return { pid, startTicks };
}

export function isAlive(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.startTicks === identity.startTicks;
}

/** Signals exactly this process; false when it is gone. */
export function signalProcess(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  if (!isAlive(identity)) return false;
  try {
    process.kill(identity.pid, signal);
    return true;
  } catch {
    return false;
  }
}

export async function untilGone(identity: ProcessIdentity, seconds: number): Promise<boolean> {
  const deadline = performance.now() + seconds * 1000;
  while (isAlive(identity)) {
    if (performance.now() >= deadline) return false;
    await sleep(25);
  }
  return true;
}

/** Asks, waits, then kills. Resolves when it is gone. */
export async function stopProcess(identity: ProcessIdentity, signal: NodeJS.Signals, graceSeconds: number): Promise<void> {
  if (!signalProcess(identity, signal)) return;
  if (await untilGone(identity, graceSeconds)) return;
  signalProcess(identity, 'SIGKILL');
  if (!(await untilGone(identity, 10))) throw new Error(`process ${identity.pid} does not die: it waits inside the kernel (ps -o pid,stat,wchan -p ${identity.pid})`);
}

/** Every process that works in exactly this folder, whoever started it. `directory` is a real path, without links. */
export function processesWorkingIn(directory: string): readonly ProcessIdentity[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      return readlinkSync(`/proc/${name}/cwd`) === directory ? (identifyProcess(Number(name)) ?? []) : [];
    } catch {
      return [];
    }
  });
}
