import { execFile, spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { toolEnvironment } from '../environment.ts';
import { PersonCanFix } from '../person-can-fix.ts';
import { type Step, type Terminal } from '../terminal/terminal.ts';

const run = promisify(execFile);

export interface DebianPackage {
  readonly name: string;
  readonly reason: string;
}

/** What the lab's nodes are made of, by Debian package. */
export const labPackages: readonly DebianPackage[] = [
  { name: 'rpm', reason: 'the RPM database of every lab node, and the packages built for it' },
  { name: 'dnf', reason: 'the package transactions that migrate a node' },
  { name: 'createrepo-c', reason: 'repositories that the nodes are migrated from' },
  { name: 'gpg', reason: 'signatures of packages, checked on every node' },
  { name: 'gpg-agent', reason: 'makes those signatures' },
  { name: 'openssh-server', reason: 'the way into a lab node' },
  { name: 'openssh-client', reason: 'ssh-keygen: host keys and login keys' },
  { name: 'busybox-static', reason: 'the small service that runs on a lab node' },
  { name: 'iproute2', reason: "the lab's own network, away from this machine's" },
  { name: 'iptables', reason: 'partitions and refused connections between lab nodes' },
  { name: 'curl', reason: 'mirrors and probes inside the lab' },
  { name: 'procps', reason: 'looking at processes on a lab node' },
  { name: 'util-linux', reason: 'unshare, nsenter, flock: the namespaces that lab nodes live in' },
  { name: 'e2fsprogs', reason: 'lab nodes with a small disk of their own' },
  { name: 'mount', reason: 'the disks of lab nodes' },
  { name: 'sudo', reason: 'nodes that are reached as an ordinary user' },
];

/** What tests of the console look through. */
export const browserPackages: readonly DebianPackage[] = [
  { name: 'chromium', reason: 'the browser that the stories of the console are told in' },
  { name: 'fonts-noto-cjk', reason: 'Chinese faces: without them each character of the Chinese console is an empty box' },
];

export const isDebian = (): boolean => existsSync('/var/lib/dpkg/status') && existsSync('/usr/bin/apt-get');

export async function missingPackages(wanted: readonly DebianPackage[]): Promise<readonly DebianPackage[]> {
  if (!isDebian()) return [];
  // dpkg-query fails when one name is unknown and still answers for the others.
  const answer = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...wanted.map(({ name }) => name)]).catch((error: unknown) => ({ stdout: (error as { stdout?: string }).stdout ?? '' }));
  const installed = new Set(answer.stdout.split('\n').filter((line) => line.endsWith(' installed')).map((line) => line.split(' ')[0]));
  return wanted.filter(({ name }) => !installed.has(name));
}

async function apt(args: readonly string[], step: Step): Promise<void> {
  const child = spawn('apt-get', args, { env: toolEnvironment({ DEBIAN_FRONTEND: 'noninteractive' }), stdio: ['ignore', 'pipe', 'pipe'] });
  const last: string[] = [];
  const follow = async (stream: NodeJS.ReadableStream) => {
    for await (const line of createInterface({ input: stream })) {
      last.push(line);
      if (last.length > 12) last.shift();
      if (/^(Get:|Unpacking|Setting up)/.test(line)) step.note(line.replace(/\s+\(.*$/, '').replace(/\s*\.\.\.$/, '').slice(0, 60));
    }
  };
  const exited = new Promise<number | null>((resolve, reject) => child.once('exit', resolve).once('error', reject));
  await Promise.all([follow(child.stdout), follow(child.stderr)]);
  if ((await exited) !== 0) throw new PersonCanFix(`apt-get ${args[0] ?? ''} failed:\n${last.map((line) => `    ${line}`).join('\n')}\n  try it by hand:  apt-get ${args.join(' ')}\n  or go without the lab:  npm start -- --no-setup --fleet simulated`);
}

const policyFile = '/usr/sbin/policy-rc.d';

/** Installs what is missing, as root on Debian, listed first with the reasons; elsewhere nothing happens, and what needs it says so. */
export async function ensurePackages(why: string, wanted: readonly DebianPackage[], terminal: Terminal): Promise<void> {
  const missing = await missingPackages(wanted);
  if (missing.length === 0 || process.getuid?.() !== 0) return;
  terminal.line(`  ${why}; ${missing.length} of them are not installed here:`);
  for (const { name, reason } of missing) terminal.line(`    ${name.padEnd(18)}${reason}`);
  const step = terminal.step('packages');
  await installPackages(missing, step);
  step.done(`${missing.length} installed`);
}

/**
 * As root only. Debian starts a service when its package is installed; the lab needs sshd's files, and nobody asked for a server that
 * listens to the world, so the machine's own stays off.
 */
async function installPackages(packages: readonly DebianPackage[], step: Step): Promise<void> {
  step.note('reading package lists');
  await apt(['update', '-q'], step);
  step.note(`installing ${packages.length} packages`);
  const ourPolicy = !existsSync(policyFile);
  if (ourPolicy) writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await apt(['install', '-q', '-y', '--no-install-recommends', ...packages.map(({ name }) => name)], step);
  } finally {
    if (ourPolicy) rmSync(policyFile, { force: true });
  }
  if (packages.some(({ name }) => name === 'openssh-server') && existsSync('/run/systemd/system')) {
    await run('systemctl', ['disable', 'ssh.service', 'ssh.socket']).catch(() => undefined);
  }
}
