import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { pidsHierarchy } from '../launcher/process-group.ts';
import { programEnvironment, programFolders } from '../environment.ts';

export interface LabProblem {
  readonly kind: 'platform' | 'programs' | 'privilege' | 'kernel' | 'stateFolder' | 'trial' | 'processLimit';
  /** One sentence for a person. */
  readonly message: string;
  /** What to type, where a command helps. */
  readonly command: string | null;
  /** Debian packages that would help; empty when it is about something else. */
  readonly packages: readonly string[];
  /** False: the lab runs all the same. */
  readonly blocking: boolean;
}

export interface LabDiagnosis {
  readonly canRun: boolean;
  readonly problems: readonly LabProblem[];
}

const programs: Readonly<Record<string, string>> = {
  unshare: 'util-linux', nsenter: 'util-linux', setpriv: 'util-linux', flock: 'util-linux', mount: 'mount', ip: 'iproute2', 'iptables-restore': 'iptables',
  sshd: 'openssh-server', 'ssh-keygen': 'openssh-client', busybox: 'busybox-static', dnf: 'dnf', rpm: 'rpm', rpmbuild: 'rpm', rpmsign: 'rpm',
  createrepo_c: 'createrepo-c', gpg: 'gpg', curl: 'curl', sudo: 'sudo', 'mkfs.ext4': 'e2fsprogs', ps: 'procps',
};

const capabilities: Readonly<Record<string, number>> = {
  CHOWN: 0, DAC_OVERRIDE: 1, FOWNER: 3, KILL: 5, SETGID: 6, SETUID: 7, NET_BIND_SERVICE: 10, NET_ADMIN: 12, SYS_CHROOT: 18, SYS_PTRACE: 19, SYS_ADMIN: 21, MKNOD: 27, SETFCAP: 31,
};

/** Says what the lab lacks on this machine, trying the risky parts for real; takes well below 0.2 s. `stateFolder` is created if it can be. */
export function diagnoseLab(stateFolder: string, searchPath: readonly string[] = programFolders): LabDiagnosis {
  const problems: LabProblem[] = [];
  const add = (kind: LabProblem['kind'], message: string, more: Partial<LabProblem> = {}): void => {
    problems.push({ kind, message, command: null, packages: [], blocking: true, ...more });
  };
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync('/var/lib/dpkg/status')) {
    add('platform', `the lab needs Debian on x86_64; this is ${process.platform} on ${process.arch}`);
    return { canRun: false, problems };
  }
  const missing = Object.keys(programs).filter((name) => !isOnPath(name, searchPath));
  if (missing.length > 0) {
    const packages = [...new Set(missing.map((name) => programs[name] ?? name))].sort();
    add('programs', `programs are missing: ${missing.join(', ')}`, { command: `apt-get install -y ${packages.join(' ')}`, packages });
  }
  checkPrivilege(add);
  checkStateFolder(stateFolder, add);
  if (pidsHierarchy() === null) add('processLimit', 'there is no pids cgroup, so the number of the lab\'s processes is not limited', { blocking: false });
  if (problems.every((problem) => !problem.blocking)) tryNamespaces(stateFolder, add);
  return { canRun: problems.every((problem) => !problem.blocking), problems };
}

type Add = (kind: LabProblem['kind'], message: string, more?: Partial<LabProblem>) => void;

function isOnPath(name: string, searchPath: readonly string[]): boolean {
  return searchPath.some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function checkPrivilege(add: Add): void {
  if (process.geteuid?.() !== 0) {
    add('privilege', 'the lab needs root: it makes namespaces and mounts of its own', { command: 'sudo npm start' });
    return;
  }
  const mask = BigInt(`0x${/^CapEff:\s+(\w+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'}`);
  const lacking = Object.entries(capabilities).filter(([, bit]) => ((mask >> BigInt(bit)) & 1n) === 0n).map(([name]) => `CAP_${name}`);
  if (lacking.length > 0) add('privilege', `root lacks ${lacking.join(', ')}; in a container, start it with --privileged`);
  for (const kind of ['user', 'mnt', 'pid', 'net', 'uts', 'ipc', 'cgroup', 'time']) {
    const file = `/proc/sys/user/max_${kind}_namespaces`;
    if (!existsSync(file)) add('kernel', `the kernel has no ${kind} namespaces`);
    else if (Number(readFileSync(file, 'utf8')) < 10) add('kernel', `user.max_${kind}_namespaces is too low`, { command: `sysctl -w user.max_${kind}_namespaces=10000` });
  }
}

function checkStateFolder(stateFolder: string, add: Add): void {
  // Longer paths cannot be bound as UNIX sockets, and these characters mean something to overlay mounts.
  if (Buffer.byteLength(join(stateFolder, 'control.sock')) > 107) add('stateFolder', `the path of the state folder is too long for a socket: ${stateFolder}`, { command: 'choose a shorter one with --state' });
  if (/[:,\\\s]/.test(stateFolder)) add('stateFolder', `the state folder's path must not contain colons, commas, backslashes or spaces: ${stateFolder}`, { command: 'choose another with --state' });
  if (/^\/(run|proc|sys|dev)\//.test(`${stateFolder}/`)) add('stateFolder', `the state folder cannot be in ${stateFolder}`, { command: 'choose another with --state' });
  try {
    mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = statfsSync(stateFolder);
    if (bavail * bsize < 1 << 30) add('stateFolder', `less than 1 GiB is free in ${stateFolder}`);
  } catch (error) {
    add('stateFolder', `the state folder cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const trial = `
say() { echo "$1" >&3; }
say 'network link'; ip link set lo up; ip link add t0 type bridge; ip link add t1 type veth peer name t2
say 'firewall (iptables)'; printf '*filter\\n-A INPUT -p tcp --syn -j REJECT --reject-with tcp-reset\\nCOMMIT\\n' | iptables-restore
say 'overlay mount'; mkdir lower upper work root; mount -t overlay overlay -o lowerdir=lower,upperdir=upper,workdir=work root
say 'terminal devices (devpts)'; mkdir pts; mount -t devpts -o newinstance devpts pts
say 'time namespace'; unshare -T --boottime -1 -f true
say 'user namespace'; unshare -U true
say done`;

/** One shell in fresh namespaces does every kind of thing once; the last word it said is the step that failed. */
function tryNamespaces(stateFolder: string, add: Add): void {
  const folder = mkdtempSync(join(stateFolder, 'trial-'));
  try {
    const result = spawnSync('unshare', ['-n', '-m', '-p', '-u', '-i', '-C', '-f', '--kill-child=KILL', '--mount-proc', '/bin/sh', '-euc', trial], {
      cwd: folder, stdio: ['ignore', 'ignore', 'pipe', 'pipe'], timeout: 5000, env: programEnvironment, encoding: 'utf8',
    });
    const last = result.output?.[3]?.trim().split('\n').at(-1) ?? '';
    if (last !== 'done') {
      const hint = last === 'overlay mount' ? 'the state folder may itself lie on an overlay: choose another with --state' : null;
      add('trial', `making ${last === '' ? 'namespaces' : `a ${last}`} failed: ${(result.stderr ?? '').trim().split('\n').at(-1) ?? ''}`, { command: hint });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
