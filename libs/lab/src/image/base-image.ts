import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { basePackages, installedClosure, packageFiles } from './debian-packages.ts';
import { prepareNodeRoot, shimFolder } from './prepare-node-root.ts';
import { runProgram } from './run-program.ts';

export interface BaseImage {
  readonly id: string;
  readonly folder: string;
}

const format = 3;

const notNeeded = new RegExp([
  '^/usr/share/(doc|man|locale|i18n|info|lintian|bash-completion|perl5?|bug|zsh|vim|polkit-1)/',
  '^/usr/lib/[^/]*-linux-gnu/(perl|gconv)', '^/etc/(cron|init|default|pam|logrotate|sudoers|apparmor)', '\\.a$',
  '^/usr/lib/(systemd|tmpfiles|sysusers)', '^/lib/systemd', '^/usr/sbin/(update-|dpkg|deb)',
].join('|'));

/** A root file system from the files of this machine's own Debian packages, made to look like an Enterprise Linux one; about 190 MB, made in some 2 s. */
export async function ensureBaseImage(cache: string): Promise<BaseImage> {
  const { packages, missing } = installedClosure(basePackages);
  if (missing.length > 0) throw new Error(`Debian packages are not installed: ${missing.join(' ')}`);
  const hash = createHash('sha256').update(JSON.stringify([format, packages.map((one) => [one.name, one.version])]));
  for (const file of readdirSync(shimFolder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(shimFolder, file);
    hash.update(file).update(lstatSync(path).isFile() ? readFileSync(path) : '');
  }
  hash.update(readFileSync(new URL('./prepare-node-root.ts', import.meta.url)));
  const id = hash.digest('hex').slice(0, 12);
  const folder = join(cache, `base-${id}`);
  if (existsSync(folder)) return { id, folder };
  const building = `${folder}.${process.pid}.building`;
  rmSync(building, { recursive: true, force: true });
  try {
    await copyPackages(building, packages.flatMap((one) => packageFiles(one.name, one.architecture)));
    await prepareNodeRoot(building);
    try { renameSync(building, folder); } catch (error) { if (!existsSync(folder)) throw error; }
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return { id, folder };
}

async function copyPackages(folder: string, owned: readonly string[]): Promise<void> {
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) {
    mkdirSync(join(folder, 'usr', name), { recursive: true });
    symlinkSync(`usr/${name}`, join(folder, name));
  }
  const files = new Set<string>(['/etc/ld.so.conf', '/etc/nsswitch.conf']);
  const folders = new Set<string>();
  for (const path of owned) {
    if (notNeeded.test(path)) continue;
    // dpkg still writes /bin and /lib; on a merged file system they are links into /usr.
    const merged = path.replace(/^\/(bin|sbin|lib|lib64)(?=\/|$)/, '/usr/$1');
    const status = lstatSync(merged, { throwIfNoEntry: false });
    if (status?.isDirectory() === true) folders.add(merged);
    else if (status !== undefined) files.add(merged);
  }
  for (const name of readdirSync('/etc/alternatives')) {
    const link = `/etc/alternatives/${name}`;
    if (!lstatSync(link).isSymbolicLink()) continue;
    if (!files.has(readlinkSync(link).replace(/^\/(bin|sbin|lib)\//, '/usr/$1/'))) continue;
    files.add(link);
    for (const program of [`/usr/bin/${name}`, `/usr/sbin/${name}`]) if (existsSync(program)) files.add(program);
  }
  for (const path of [...files].filter((file) => file.endsWith('.py'))) {
    // With its byte code at hand dnf starts three times as fast.
    const compiled = path.replace(/([^/]+)\.py$/, `__pycache__/$1.cpython-${pythonVersion()}.pyc`);
    if (existsSync(compiled)) files.add(compiled);
  }
  const list = [...[...folders].sort(), ...files].filter((path) => existsSync(path) || lstatSync(path, { throwIfNoEntry: false }) !== undefined);
  writeFileSync(`${folder}.list`, list.map((path) => path.slice(1)).join('\0'));
  try {
    await runProgram('sh', ['-c', 'tar --null --no-recursion -C / -cf - -T "$1.list" | tar -C "$1" -xpf -', 'copy', folder]);
  } finally {
    rmSync(`${folder}.list`, { force: true });
  }
}

const pythonVersion = (): string => readlinkSync('/usr/bin/python3').replace(/^.*python(\d+)\.(\d+).*$/, '$1$2');
