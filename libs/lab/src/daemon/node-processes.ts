import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** PID of a node's init as the lab sees it, given the process that stands for the node's power; null while there is none. */
export function initOf(outer: number | undefined): number | null {
  if (outer === undefined) return null;
  const init = Number(readText(`/proc/${outer}/task/${outer}/children`)?.trim().split(' ')[0] ?? 0);
  return init > 0 ? init : null;
}

/**
 * Stops or continues every process in the PID namespace of `init`. An nsenter whose child was stopped stops itself as well, outside the
 * namespace, and would wait for ever: whoever has its children in the namespace is continued too.
 */
export function signalAll(init: number, signal: 'SIGSTOP' | 'SIGCONT'): void {
  const mine = readlinkSync(`/proc/${init}/ns/pid`);
  const where = signal === 'SIGSTOP' ? 'pid' : 'pid_for_children';
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      if (readlinkSync(`/proc/${entry}/ns/${where}`) === mine) process.kill(Number(entry), signal);
    } catch {
      // It ended while we looked.
    }
  }
}

/** null: there is no such file, or no longer. */
export function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
