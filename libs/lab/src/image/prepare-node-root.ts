import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './run-program.ts';

/** The stand-ins for boot loader, init system and the like, as they lie in a node. */
export const shimFolder = fileURLToPath(new URL('../../node-root', import.meta.url));

const folders = [
  'proc', 'sys', 'dev', 'run', 'tmp', 'root/.ssh', 'home', 'mnt', 'srv/data', 'boot/grub2', 'boot/loader/entries', 'var/lib/rpm', 'var/log', 'var/tmp',
  'var/cache/dnf', 'etc/ssh', 'etc/rpm', 'etc/dnf/vars', 'etc/yum.repos.d', 'etc/pki/rpm-gpg', 'etc/sysconfig', 'etc/lab/units', 'etc/pam.d',
  'etc/sudoers.d', 'usr/lib/modules', 'usr/libexec/lab', 'var/lib/sudo/lectured',
];

const accounts = [
  { name: 'root', id: 0, group: 0, home: '/root', shell: '/bin/bash' },
  { name: 'sshd', id: 100, group: 65534, home: '/run/sshd', shell: '/usr/sbin/nologin' },
  { name: 'skein', id: 1000, group: 1000, home: '/home/skein', shell: '/bin/bash' },
  { name: 'jump', id: 1001, group: 1001, home: '/home/jump', shell: '/bin/false' },
  { name: 'nobody', id: 65534, group: 65534, home: '/nonexistent', shell: '/usr/sbin/nologin' },
];

const configuration: Readonly<Record<string, string>> = {
  'etc/passwd': accounts.map((one) => `${one.name}:x:${one.id}:${one.group}::${one.home}:${one.shell}\n`).join(''),
  'etc/group': 'root:x:0:\ntty:x:5:\nutmp:x:43:\nskein:x:1000:\njump:x:1001:\nnogroup:x:65534:\n',
  // "*" has no password but, unlike "!", is not locked: sshd lets keys in.
  'etc/shadow': accounts.map((one) => `${one.name}:*:19000:0:99999:7:::\n`).join(''),
  'etc/hosts': '127.0.0.1 localhost\n10.77.0.1 mirror.lab\n',
  'etc/shells': '/bin/sh\n/bin/bash\n',
  'etc/inittab': '::sysinit:/usr/libexec/lab/rc\n',
  'etc/rpm/macros': '%_dbpath /var/lib/rpm\n%_keyringpath %{_dbpath}/pubkeys/\n%_install_langs C:en_US\n',
  'etc/dnf/dnf.conf': '[main]\ngpgcheck=1\ninstallonly_limit=3\nclean_requirements_on_remove=True\nbest=True\nskip_if_unavailable=False\n'
    + 'plugins=0\nzchunk=0\ndeltarpm=0\ntimeout=5\nretries=2\n',
  'etc/ssh/sshd_config': [
    'Port 22', 'HostKey /etc/ssh/ssh_host_ed25519_key', 'PermitRootLogin prohibit-password', 'PasswordAuthentication no',
    'KbdInteractiveAuthentication no', 'UsePAM no', 'UseDNS no', 'PrintMotd no', 'X11Forwarding no', 'AllowTcpForwarding no', 'AllowAgentForwarding no',
    'MaxStartups 200:30:500', 'MaxSessions 100', 'LogLevel ERROR', 'Subsystem sftp internal-sftp', 'Match User jump', '  AllowTcpForwarding yes', '  PermitTTY no', '',
  ].join('\n'),
  'etc/sudoers': 'Defaults env_reset\nDefaults !use_pty\nDefaults lecture=never\nDefaults secure_path="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"\n'
    + 'root ALL=(ALL:ALL) ALL\n@includedir /etc/sudoers.d\n',
  'etc/pam.d/other': 'auth required pam_deny.so\naccount required pam_permit.so\npassword required pam_deny.so\nsession required pam_permit.so\n',
  'etc/pam.d/sudo': 'auth required pam_deny.so\naccount required pam_permit.so\nsession required pam_permit.so\n',
};

const debianOnly = [
  'etc/os-release', 'usr/lib/os-release', 'etc/debian_version', 'etc/issue', 'etc/issue.net', 'etc/machine-id', 'etc/dpkg', 'etc/apt', 'var/lib/dpkg',
  'usr/share/doc', 'usr/share/man', 'usr/share/info', 'usr/share/lintian', 'usr/share/bash-completion', 'usr/bin/systemctl', 'usr/lib/rpm/debian',
];

/** Shims, configuration and accounts; nothing of Debian's identity stays. */
export async function prepareNodeRoot(root: string): Promise<void> {
  for (const name of folders) mkdirSync(join(root, name), { recursive: true });
  for (const path of debianOnly) rmSync(join(root, path), { recursive: true, force: true });
  for (const file of readdirSync(join(root, 'etc/ssh'))) if (file.startsWith('ssh_host_')) rmSync(join(root, 'etc/ssh', file));
  // The originals stay reachable for the shims that stand before them.
  for (const name of ['uname', 'rpm']) renameSync(join(root, 'usr/bin', name), join(root, 'usr/libexec/lab', name));
  for (const file of readdirSync(shimFolder, { recursive: true, encoding: 'utf8' })) {
    // Debian may have a link in this place, and a copy would follow it.
    if (!lstatSync(join(shimFolder, file)).isDirectory()) rmSync(join(root, file), { force: true });
  }
  cpSync(shimFolder, root, { recursive: true, verbatimSymlinks: true, force: true });
  symlinkSync('dnf', join(root, 'usr/bin/yum'));
  for (const [path, text] of Object.entries(configuration)) writeFileSync(join(root, path), text);
  chmodSync(join(root, 'etc/shadow'), 0o600);
  for (const path of ['etc/sudoers', 'etc/pam.d/sudo']) chmodSync(join(root, path), 0o440);
  chmodSync(join(root, 'root/.ssh'), 0o700);
  chmodSync(join(root, 'root'), 0o700);
  for (const account of accounts.filter((one) => one.home.startsWith('/home/'))) {
    mkdirSync(join(root, account.home, '.ssh'), { recursive: true, mode: 0o700 });
    for (const path of [account.home, `${account.home}/.ssh`]) chownSync(join(root, path), account.id, account.group);
  }
  for (const unit of ['sshd', 'web', 'chronyd', 'rsyslog', 'NetworkManager']) writeFileSync(join(root, 'etc/lab/units', unit), '');
  await countTransactions(root);
  await runProgram('ldconfig', ['-r', root]);
}

/** dnf itself writes down that a transaction begins, in the statement before it does: no option can switch that off. */
async function countTransactions(root: string): Promise<void> {
  const path = join(root, 'usr/lib/python3/dist-packages/dnf/base.py');
  const source = readFileSync(path, 'utf8');
  const call = "        errors = self._ts.run(cb.callback, '')\n";
  if (!source.includes(call)) throw new Error('this dnf does not run its transactions where the lab expects it');
  writeFileSync(path, source.replace(call, "        __import__('subprocess').call(['/usr/libexec/lab/count-transaction', 'dnf', cmdline or ''])\n" + call));
  for (const file of readdirSync(join(root, 'usr/lib/python3/dist-packages/dnf/__pycache__'))) {
    if (file.startsWith('base.')) rmSync(join(root, 'usr/lib/python3/dist-packages/dnf/__pycache__', file));
  }
  await runProgram('chroot', [root, '/usr/bin/python3', '-m', 'py_compile', '/usr/lib/python3/dist-packages/dnf/base.py']);
  if (!existsSync(join(root, 'usr/libexec/lab/count-transaction'))) throw new Error('the transaction counter is missing');
}
