import { readdirSync, readFileSync } from 'node:fs';

interface ProcessSeen {
  readonly pid: number;
  readonly parent: number;
  /** Of the process itself and of children that have ended and were waited for. */
  readonly cpuTicks: number;
}

/** The kernel reports CPU time in hundredths of a second on every Linux that Node runs on. */
const millisecondsPerTick = 10;

/** CPU milliseconds of a process, of all that live below it and of all those that have ended. */
export function cpuMilliseconds(root: number): number {
  return treeOf(root).reduce((sum, one) => sum + one.cpuTicks, 0) * millisecondsPerTick;
}

/** Memory in MiB that the processes of a tree have for themselves, with their share of what they have in common: PostgreSQL's buffers count once. */
export function memoryMebibytes(root: number): number {
  return treeOf(root).reduce((sum, one) => sum + proportionalKibibytes(one.pid), 0) / 1024;
}

function treeOf(root: number): readonly ProcessSeen[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => seen(Number(name)) ?? []);
  const found = all.filter((one) => one.pid === root);
  for (let at = 0; at < found.length; at += 1) found.push(...all.filter((one) => one.parent === found[at]?.pid));
  return found;
}

function seen(pid: number): ProcessSeen | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The name in brackets may hold anything, so fields are counted after the last bracket: state, ppid, … utime is the 12th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
  const cpuTicks = fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0);
  return { pid, parent: fields[1] ?? 0, cpuTicks };
}

function proportionalKibibytes(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
