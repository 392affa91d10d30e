import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aLab, until, type TestLab } from './testing/a-lab.ts';

const script = readFileSync(new URL('../examples/migrate-by-hand.sh', import.meta.url), 'utf8');

describe('a lab node', () => {
  let test: TestLab;
  beforeAll(async () => {
    test = await aLab({
      sites: [{ name: 'north', user: 'root', bastion: null }, { name: 'west', user: 'skein', bastion: 'jumper' }],
      nodes: [
        ...['n01', 'n02', 'n03'].map((name) => ({ name, site: 'north', role: 'member' as const, domains: ['north'] })),
        { name: 'strict', site: 'west', role: 'member', domains: ['west'], packages: ['acme-strict'], diskMb: 96 },
        { name: 'jumper', site: 'west', role: 'bastion', domains: ['west'] },
      ],
    });
  }, 60_000);
  afterAll(() => test.destroy(), 30_000);

  it('is a CentOS 8.5 with a sound package database', async () => {
    const { stdout } = await test.ssh('n01', 'cat /etc/redhat-release; uname -r; systemd-detect-virt; id -un; systemctl is-system-running; dnf check && rpm -Va && echo sound');
    expect(stdout.split('\n')).toEqual(['CentOS Linux release 8.5.2111', '4.18.0-348.el8.x86_64', 'none', 'root', 'running', 'sound', '']);
  });

  it('becomes OpenCloudOS by a real distro-sync over ssh and boots its kernel once', async () => {
    const before = await test.lab.node('n01');
    const migrated = await test.ssh('n01', 'sh -s', script);
    expect(migrated, migrated.stderr).toMatchObject({ code: 0 });
    expect(await test.lab.node('n01')).toMatchObject({ kernel: before.kernel, os: 'opencloudos 8.5', bootId: before.bootId });

    await test.ssh('n01', 'reboot');
    const after = await until('the new kernel', () => test.lab.node('n01'), (node) => node.condition === 'up' && node.bootId !== before.bootId);
    expect(after).toMatchObject({ kernel: '5.4.119-19.0009.28.oc8.x86_64', transactions: { distroSync: 1, dnf: 1, rpm: 2 } });
    const { stdout } = await test.ssh('n01', 'uname -r; dnf check && rpm -Va && rpm -q kernel-core; cat /boot/grub2/grubenv');
    expect(stdout).toContain('5.4.119-19.0009.28.oc8.x86_64\nkernel-core-4.18.0-348.el8.x86_64\nkernel-core-5.4.119-19.0009.28.oc8.x86_64\n');
    expect(stdout).not.toContain('next_entry');

    await test.lab.power('n01', 'cycle');
    expect(await test.lab.node('n01')).toMatchObject({ condition: 'up', kernel: before.kernel });
  }, 60_000);

  it('with a kernel that panics stays dark until its power is cycled, and is back on the old kernel then', async () => {
    await test.lab.break('n02', 'panic-kernel');
    expect(await test.ssh('n02', 'sh -s', script)).toMatchObject({ code: 0 });
    await test.ssh('n02', 'reboot');
    const dead = await until('the panic', () => test.lab.node('n02'), (node) => node.condition === 'dead');
    expect(dead).toMatchObject({ power: 'on', bootId: null, deadBecause: expect.stringContaining('Kernel panic') as string });
    expect(await test.lab.console('n02')).toContain('Kernel panic - not syncing');

    await test.lab.power('n02', 'cycle');
    expect(await test.lab.node('n02')).toMatchObject({ condition: 'up', kernel: '4.18.0-348.el8.x86_64', os: 'opencloudos 8.5' });
    expect((await test.ssh('n02', 'uname -r')).stdout).toBe('4.18.0-348.el8.x86_64\n');
  }, 60_000);

  it('does not boot a kernel without initramfs and says so on its console', async () => {
    await test.ssh('n03', 'rm /boot/initramfs-*.img');
    await test.lab.power('n03', 'cycle');
    expect(await test.lab.node('n03')).toMatchObject({ condition: 'dead', power: 'on' });
    expect(await test.lab.console('n03')).toContain('VFS: Unable to mount root fs');
    await test.lab.writeFile('n03', '/boot/initramfs-4.18.0-348.el8.x86_64.img', 'LAB-INITRAMFS 4.18.0-348.el8.x86_64\n');
    await test.lab.power('n03', 'cycle');
    expect(await test.lab.node('n03')).toMatchObject({ condition: 'up' });
  }, 30_000);

  it('gets no initramfs for its new kernel when dracut fails, though the package database is content', async () => {
    await test.lab.break('n03', 'dracut-fail');
    await test.ssh('n03', 'sh -s', script);
    await test.lab.mend('n03', 'dracut-fail');
    const { stdout } = await test.ssh('n03', 'rpm -q kernel-core | tail -1; dnf check && echo content; ls /boot | grep -c initramfs');
    expect(stdout).toBe('kernel-core-5.4.119-19.0009.28.oc8.x86_64\ncontent\n1\n');
  }, 30_000);

  it('behind a bastion answers only from there, as an ordinary user who may run exactly the runner as root', async () => {
    const { nodes } = await test.lab.inventory();
    const address = nodes.find((node) => node.name === 'strict')?.address ?? '';
    expect((await test.lab.exec('n03', ['curl', '-sS', '-m', '1', `http://${address}:8080/health`])).code).not.toBe(0);
    expect((await test.lab.exec('jumper', ['curl', '-sS', '-m', '5', `http://${address}:8080/health`])).stdout).toBe('ok\n');
    const { stdout } = await test.ssh('strict', [
      'id -un', 'sudo -n id -un || echo refused', 'echo id -un > .skein-runner', 'sudo -n /usr/bin/install -d -o root -g root -m 0700 /var/lib/skein',
      'sudo -n /usr/bin/install -o root -g root -m 0700 /home/skein/.skein-runner /var/lib/skein/runner', 'sudo -n /bin/sh /var/lib/skein/runner hello',
    ].join('; '));
    expect(stdout.split('\n')).toEqual(['skein', 'refused', 'root', '']);
  });

  it('shows a third-party package that needs the release package, and its own full disk', async () => {
    const wouldBreak = await test.lab.exec('strict', ['rpm', '-e', '--test', 'centos-linux-release']);
    expect(wouldBreak.stderr).toContain('needed by (installed) acme-strict-1.0-1');
    await test.lab.break('strict', 'disk-full');
    expect((await test.lab.exec('strict', ['sh', '-c', 'head -c 100000 /dev/zero > /var/tmp/more'])).stderr).toMatch(/No space left/);
    await test.lab.mend('strict', 'disk-full');
    expect((await test.lab.exec('strict', ['sh', '-c', 'head -c 100000 /dev/zero > /var/tmp/more'])).code).toBe(0);
    expect((await test.lab.node('strict')).transactions.rpm).toBe(0);
  });
});
