import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NodeId, type NodeTarget, type SiteId } from '@skein/core';
import { eventually } from '../conformance/conformance-case.ts';
import { sudoersRule } from '../runner/sudoers-rule.ts';

/**
 * A real sshd on loopback. Its /etc, /var/lib and /home are its own (an overlay in a mount namespace), so users, sudo rules and the runner
 * leave nothing on this machine. Users: root, `skein` (sudo rule), `plain` (no sudo), `jump` (only forwards), `liar` and `flood` (answer nonsense).
 */
export interface SshdForSpec {
  target(user: string, become?: 'none' | 'sudo'): NodeTarget;
  readonly hostKey: string;
  readonly privateKey: string;
  newKeyPair(): { readonly privateKey: string; readonly publicKey: string };
  log(): string;
  /** The same sshd behind a line that can be cut and stay cut. */
  line(): Promise<{ readonly port: number; cut(): void; close(): Promise<void> }>;
  close(): Promise<void>;
}

export async function openSshdForSpec(): Promise<SshdForSpec> {
  const folder = mkdtempSync(join(tmpdir(), 'skein-sshd-'));
  let keys = 0;
  const newKeyPair = (): { readonly privateKey: string; readonly publicKey: string } => {
    keys += 1;
    const file = join(folder, `key${String(keys)}`);
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'spec', '-f', file]);
    return { privateKey: readFileSync(file, 'utf8'), publicKey: readFileSync(`${file}.pub`, 'utf8').trim() };
  };
  const host = newKeyPair();
  const login = newKeyPair();
  const port = await freePort();
  writeFileSync(join(folder, 'host'), host.privateKey, { mode: 0o600 });
  writeFileSync(join(folder, 'authorized'), `${login.publicKey}\n`, { mode: 0o644 });
  writeFileSync(join(folder, 'sudoers'), sudoersRule('skein', '/home/skein'), { mode: 0o440 });
  writeFileSync(join(folder, 'config'), [
    'ListenAddress 127.0.0.1', `Port ${String(port)}`, `HostKey ${folder}/host`, 'PidFile none', 'UsePAM no', 'PasswordAuthentication no', 'PermitRootLogin prohibit-password',
    'StrictModes no', `AuthorizedKeysFile ${folder}/authorized`, 'LogLevel VERBOSE', 'MaxStartups 100', 'AllowTcpForwarding no',
    'Match User jump', '  AllowTcpForwarding yes', 'Match User liar', "  ForceCommand printf 'skein=1\\nboot_id=x\\nuptime=1\\ndigest=00\\n'", 'Match User flood', '  ForceCommand yes skein', '',
  ].join('\n'));
  writeFileSync(join(folder, 'start'), `set -e
mount --make-rprivate /
mkdir -p ${folder}/own /run/sshd
mount -t tmpfs tmpfs ${folder}/own
for place in etc var/lib home; do
  mkdir -p ${folder}/own/$place/upper ${folder}/own/$place/work
  mount -t overlay overlay -o lowerdir=/$place,upperdir=${folder}/own/$place/upper,workdir=${folder}/own/$place/work /$place
done
mkdir -p /var/lib/skein
mount -t tmpfs tmpfs /var/lib/skein
chmod 755 ${folder} ${folder}/own
for user in skein plain jump liar flood; do useradd -m -p '*' -s /bin/sh "$user"; done
cp ${folder}/sudoers /etc/sudoers.d/skein-spec
exec /usr/sbin/sshd -D -e -f ${folder}/config
`);
  let log = '';
  const sshd = spawn('unshare', ['-m', '-p', '-f', '--kill-child', '--mount-proc', '/bin/sh', join(folder, 'start')], { stdio: ['ignore', 'ignore', 'pipe'] });
  sshd.stderr.on('data', (chunk: Buffer) => { log += chunk.toString('utf8'); });
  await eventually(`sshd to listen: ${log}`, () => {
    if (sshd.exitCode !== null) throw new Error(`sshd did not start: ${log}`);
    return Promise.resolve(log.includes('Server listening') ? true : null);
  });
  return {
    hostKey: host.publicKey,
    privateKey: login.privateKey,
    newKeyPair,
    log: () => log,
    target: (user, become = 'none') => ({
      nodeId: `spec-${user}` as NodeId, siteId: 'spec' as SiteId, route: { kind: 'ssh', proxy: null, bastions: [] }, address: '127.0.0.1', port, hostKeys: [host.publicKey],
      credential: { user, privateKey: login.privateKey, become },
    }),
    line: () => openLine(port),
    async close() {
      const gone = new Promise((resolve) => { sshd.once('close', resolve); });
      sshd.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

async function openLine(to: number): Promise<{ readonly port: number; cut(): void; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect({ host: '127.0.0.1', port: to });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => { near.destroy(); far.destroy(); sockets.delete(socket); });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const cut = (): void => { for (const socket of sockets) socket.destroy(); };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    async close() {
      cut();
      await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => { resolve(port); });
    });
  });
}
