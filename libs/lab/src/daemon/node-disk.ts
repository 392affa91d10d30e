import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runProgram, tryProgram } from '../image/run-program.ts';
import { nodeFolder, type NodeRecord } from './node-record.ts';

export const diskFolder = (state: string, record: Pick<NodeRecord, 'name'>): string => join(nodeFolder(state, record.name), 'disk');
const upperFolder = (state: string, record: NodeRecord): string => join(diskFolder(state, record), 'upper');
const fillerFile = (state: string, record: NodeRecord): string => join(diskFolder(state, record), 'filler');
const snapshotFolder = (state: string, record: NodeRecord, id: string): string => join(nodeFolder(state, record.name), 'snapshots', id);

export interface NodeIdentity {
  readonly machineId: string;
  readonly hostKey: string;
}

/** A new disk: nothing but who the node is and who may log in. */
export async function createDisk(state: string, record: Omit<NodeRecord, keyof NodeIdentity>, clientKey: string, sudoRule: readonly string[]): Promise<NodeIdentity> {
  const folder = nodeFolder(state, record.name);
  for (const name of ['faults', 'snapshots', 'disk', 'boot']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'transactions'), '', { flag: 'a' });
  writeFileSync(join(folder, 'hostname'), record.name);
  const machineId = randomUUID().replaceAll('-', '');
  const whole: NodeRecord = { ...record, machineId, hostKey: '' };
  if (record.diskMb !== null) {
    const image = join(folder, 'disk.img');
    writeFileSync(image, '');
    truncateSync(image, record.diskMb << 20);
    await runProgram('mkfs.ext4', ['-q', '-m', '0', '-O', '^has_journal', '-E', 'lazy_itable_init=0,nodiscard', image]);
    await attachDisk(state, whole);
  }
  const put = (path: string, text: string, mode = 0o644, owner = 0): void => {
    const file = join(upperFolder(state, whole), path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { mode });
    chownSync(file, owner, owner);
  };
  put('etc/hostname', `${record.name}\n`);
  put('etc/hosts', `127.0.0.1 localhost\n${record.address} ${record.name} ${record.name}.lab\n10.77.0.1 mirror.lab\n`);
  put('etc/machine-id', `${machineId}\n`);
  const keyFile = join(folder, 'host-key');
  await generateKey(keyFile, record.name);
  const hostKey = readFileSync(`${keyFile}.pub`, 'utf8').trim();
  put('etc/ssh/ssh_host_ed25519_key', readFileSync(keyFile, 'utf8'), 0o600);
  put('etc/ssh/ssh_host_ed25519_key.pub', `${hostKey}\n`);
  const logins = record.role === 'bastion' ? ['root', 'jump'] : [record.user];
  for (const user of logins) {
    const [home, owner] = user === 'root' ? ['root', 0] as const : [`home/${user}`, user === 'jump' ? 1001 : 1000] as const;
    mkdirSync(join(upperFolder(state, whole), dirname(home)), { recursive: true });
    for (const path of [home, `${home}/.ssh`]) {
      mkdirSync(join(upperFolder(state, whole), path), { recursive: true, mode: 0o700 });
      chownSync(join(upperFolder(state, whole), path), owner, owner);
    }
    put(`${home}/.ssh/authorized_keys`, `${clientKey}\n`, 0o600, owner);
  }
  if (record.user === 'skein') put('etc/sudoers.d/skein', `${sudoRule.join('\n')}\n`, 0o440);
  return { machineId, hostKey };
}

/** ssh-keygen, because keys made elsewhere now and then cannot be read by OpenSSH. */
export async function generateKey(file: string, comment: string): Promise<void> {
  for (const path of [file, `${file}.pub`]) rmSync(path, { force: true });
  await runProgram('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', comment, '-f', file]);
}

/** Mounts a disk of its own size, if the node has one; the mount goes with the lab's mount namespace. */
export async function attachDisk(state: string, record: NodeRecord): Promise<void> {
  const folder = diskFolder(state, record);
  if (record.diskMb === null || (await tryProgram('mountpoint', ['-q', folder])).code === 0) return;
  await runProgram('mount', ['-o', 'loop', join(nodeFolder(state, record.name), 'disk.img'), folder]);
}

/** Takes everything that is left of the disk but `leaveKib`, in a file that the node does not see. */
export async function fillDisk(state: string, record: NodeRecord, leaveKib: number): Promise<void> {
  const { stdout } = await runProgram('df', ['-Pk', diskFolder(state, record)]);
  const free = Number(stdout.trim().split('\n').at(-1)?.split(/\s+/)[3] ?? 0);
  const size = Math.max(0, free - leaveKib);
  if (size > 0) await runProgram('dd', ['if=/dev/zero', `of=${fillerFile(state, record)}`, 'bs=1024', `count=${size}`, 'status=none']).catch(() => undefined);
}

export function freeDisk(state: string, record: NodeRecord): void {
  rmSync(fillerFile(state, record), { force: true });
}

export function hasSnapshot(state: string, record: NodeRecord, id: string): boolean {
  return /^[a-z0-9-]{1,64}$/.test(id) && existsSync(snapshotFolder(state, record, id));
}

/** A copy of the node's own layer; whoever calls has stopped the node's processes, so it is what a power cut would leave. */
export async function copyToSnapshot(state: string, record: NodeRecord, id: string): Promise<void> {
  const target = snapshotFolder(state, record, id);
  mkdirSync(dirname(target), { recursive: true });
  const copying = `${target}.copying`;
  rmSync(copying, { recursive: true, force: true });
  await runProgram('cp', ['-a', '--reflink=auto', upperFolder(state, record), copying]);
  renameSync(copying, target);
}

export async function copyFromSnapshot(state: string, record: NodeRecord, id: string): Promise<void> {
  freeDisk(state, record);
  for (const name of ['upper', 'work']) rmSync(join(diskFolder(state, record), name), { recursive: true, force: true });
  await runProgram('cp', ['-a', '--reflink=auto', snapshotFolder(state, record, id), upperFolder(state, record)]);
}

export function dropSnapshot(state: string, record: NodeRecord, id: string): void {
  rmSync(snapshotFolder(state, record, id), { recursive: true, force: true });
}

/** A file of a node that does not run, as its overlay would show it; null when it has none. */
export function readOffline(state: string, record: NodeRecord, path: string): Buffer | null {
  for (const layer of [upperFolder(state, record), ...record.layers]) {
    const file = join(layer, path);
    const status = lstatSync(file, { throwIfNoEntry: false });
    if (status?.isCharacterDevice() === true) return null; // A whiteout: deleted above what lies below.
    if (status?.isFile() === true) return readFileSync(file);
  }
  return null;
}

export function writeOffline(state: string, record: NodeRecord, path: string, content: Uint8Array, mode: number): void {
  const file = join(upperFolder(state, record), path);
  mkdirSync(dirname(file), { recursive: true });
  // In its place may be a whiteout, which is a device, or a link that leads out of here.
  rmSync(file, { force: true });
  writeFileSync(file, content, { mode });
}
