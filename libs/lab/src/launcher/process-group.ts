import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Enough for 300 nodes in the middle of a transaction; a fork storm ends here instead of taking the machine. */
const processesMax = 6000;

/** Folder of the lab's own pids cgroup, or `''` where the machine has none that can be written (then there is no limit). */
export function openProcessGroup(state: string): string {
  const hierarchy = pidsHierarchy();
  if (hierarchy === null) return '';
  const group = groupFolder(hierarchy.folder, state);
  try {
    mkdirSync(join(group, 'daemon'), { recursive: true });
    if (hierarchy.version === 2) {
      for (const folder of [hierarchy.folder, group]) writeFileSync(join(folder, 'cgroup.subtree_control'), '+pids');
    }
    writeFileSync(join(group, 'pids.max'), String(processesMax));
    return group;
  } catch {
    return '';
  }
}

/** Only empty groups go; call it when the lab is down. */
export function removeProcessGroup(state: string): void {
  const hierarchy = pidsHierarchy();
  if (hierarchy === null) return;
  const group = groupFolder(hierarchy.folder, state);
  if (!existsSync(group)) return;
  for (const entry of readdirSync(group, { withFileTypes: true })) if (entry.isDirectory()) remove(join(group, entry.name));
  remove(group);
}

export function pidsHierarchy(): { readonly version: 1 | 2; readonly folder: string } | null {
  for (const line of readFileSync('/proc/self/mountinfo', 'utf8').split('\n')) {
    const [before, after] = line.split(' - ');
    const folder = before?.split(' ')[4];
    const [type, , options] = after?.split(' ') ?? [];
    if (folder === undefined) continue;
    if (type === 'cgroup' && options?.split(',').includes('pids') === true) return { version: 1, folder };
    if (type === 'cgroup2' && readFileSync(join(folder, 'cgroup.controllers'), 'utf8').split(/\s/).includes('pids')) return { version: 2, folder };
  }
  return null;
}

const groupFolder = (hierarchy: string, state: string): string => join(hierarchy, `skein-lab-${createHash('sha256').update(state).digest('hex').slice(0, 10)}`);

function remove(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody still lives in it.
  }
}
