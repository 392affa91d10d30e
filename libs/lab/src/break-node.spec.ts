import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programEnvironment } from './environment.ts';
import { tryProgram } from './image/run-program.ts';
import { labHookPath, labProviderPath } from './operator-programs.ts';
import { aLab, until, type TestLab } from './testing/a-lab.ts';
import { smallTopology } from './topology/topology.ts';

const script = readFileSync(new URL('../examples/migrate-by-hand.sh', import.meta.url), 'utf8');
const repomd = ['curl', '-sS', '-m', '1', '-o', '/dev/null', '-w', '%{http_code}', 'http://mirror.lab/opencloudos/8/repodata/repomd.xml'];

describe('the lab', () => {
  let test: TestLab;
  beforeAll(async () => { test = await aLab(smallTopology(4)); }, 60_000);
  afterAll(() => test.destroy(), 30_000);

  const operator = async (program: string, request: object): Promise<{ code: number; answer: Record<string, string> }> => {
    const result = await tryProgram(program, [], { input: JSON.stringify(request), environment: { ...programEnvironment, LAB_CONTROL: test.lab.controlSocket } });
    return { code: result.code, answer: JSON.parse(result.stdout) as Record<string, string> };
  };
  /** Every file of the node's own layer with owner, mode, size and digest. */
  const layer = async (node: string): Promise<string> => (await tryProgram('sh', ['-c',
    'cd "$1" && find . -printf "%p %y %m %U:%G %s %l\\n" | sort && find . -type f -print0 | sort -z | xargs -0 sha256sum', 'list', `${test.lab.stateFolder}/nodes/${node}/disk/upper`])).stdout;

  it('restores a snapshot bit for bit, once per key', async () => {
    await test.lab.power('n01', 'off');
    const before = await layer('n01');
    const first = await operator(labProviderPath, { verb: 'snapshot', externalId: 'n01', key: 'run-1' });
    await test.lab.power('n01', 'on');
    expect(await test.ssh('n01', 'sh -s', script)).toMatchObject({ code: 0 });
    const again = await operator(labProviderPath, { verb: 'snapshot', externalId: 'n01', key: 'run-1' });
    expect(again).toEqual(first);
    const snapshotId = first.answer['snapshotId'] ?? '';

    await test.lab.restore('n01', snapshotId, false);
    expect(await layer('n01')).toBe(before);
    expect(await operator(labProviderPath, { verb: 'power', externalId: 'n01' })).toEqual({ code: 0, answer: { power: 'off' } });
    await operator(labProviderPath, { verb: 'restore', externalId: 'n01', snapshotId, key: 'restore-1' });
    const restored = await test.lab.node('n01');
    expect(restored).toMatchObject({ condition: 'up', os: 'centos 8', transactions: { distroSync: 1 } });
    await operator(labProviderPath, { verb: 'restore', externalId: 'n01', snapshotId, key: 'restore-1' });
    expect((await test.lab.node('n01')).bootId).toBe(restored.bootId);
    const cycle = { verb: 'setPower', externalId: 'n01', wanted: 'cycle', key: 'cycle-1' };
    await operator(labProviderPath, cycle);
    const cycled = await test.lab.node('n01');
    expect(cycled.bootId).not.toBe(restored.bootId);
    await operator(labProviderPath, cycle);
    expect((await test.lab.node('n01')).bootId).toBe(cycled.bootId);
  }, 60_000);

  it('breaks the mirror for one node and not for another', async () => {
    const answers = async (): Promise<string[]> => Promise.all(['n02', 'n03'].map(async (name) => (await test.lab.exec(name, repomd)).stdout));
    await test.lab.break('n02', 'mirror-503');
    expect(await answers()).toEqual(['503', '200']);
    await test.lab.mend('n02', 'mirror-503');
    await test.lab.break('n02', 'mirror-503', 'packages');
    expect(await answers()).toEqual(['200', '200']);
    expect((await test.lab.exec('n02', [...repomd.slice(0, -1), 'http://mirror.lab/opencloudos/8/opencloudos-release-8.5-2.oc8.noarch.rpm'])).stdout).toBe('503');
    await test.lab.mend('n02', 'mirror-503');
    await test.lab.break('n02', 'mirror-hang');
    expect(await answers()).toEqual(['000', '200']);
    await test.lab.mend('n02', 'mirror-hang');
    await test.lab.break('n02', 'mirror-corrupt');
    const digest = async (name: string): Promise<string> => (await test.lab.exec(name, ['sh', '-c',
      'curl -s http://mirror.lab/opencloudos/8/opencloudos-release-8.5-2.oc8.noarch.rpm | sha256sum'])).stdout;
    expect(await digest('n02')).not.toBe(await digest('n03'));
    await test.lab.mend('n02', 'mirror-corrupt');
    expect(await digest('n02')).toBe(await digest('n03'));
  });

  it('fails a transaction for real when a scriptlet of the target fails', async () => {
    await test.lab.break('n02', 'scriptlet-fail');
    const migrated = await test.ssh('n02', 'sh -s', script);
    expect(migrated.code).not.toBe(0);
    expect(migrated.stdout + migrated.stderr).toContain('cannot migrate the drift file');
    expect((await test.lab.exec('n02', ['rpm', '-q', 'chrony'])).stdout).toBe('chrony-4.1-1.el8.x86_64\n');
    expect(await test.lab.node('n02')).toMatchObject({ transactions: { distroSync: 1 }, faults: { 'scriptlet-fail': 'chrony' } });
  }, 30_000);

  it('cuts the power in the middle of a transaction that a slow scriptlet holds up', async () => {
    await test.lab.break('n03', 'slow-scriptlet', '30');
    const migrating = test.ssh('n03', 'sh -s', script);
    await until('the slow scriptlet', () => test.lab.exec('n03', ['sh', '-c', 'ps ax -o args | grep "^sleep 30"']), ({ stdout }) => stdout.startsWith('sleep 30'));
    await test.lab.break('n03', 'power-blip');
    expect((await migrating).code).not.toBe(0);
    const node = await test.lab.node('n03');
    expect(node).toMatchObject({ condition: 'up', kernel: '4.18.0-348.el8.x86_64', transactions: { distroSync: 1 } });
    expect((await test.lab.exec('n03', ['sh', '-c', 'ls /boot/initramfs-5.4*'])).code).not.toBe(0);
  }, 60_000);

  it('lets a program that somebody runs in a node go on after the node stood still', async () => {
    const asked = test.lab.exec('n03', ['sh', '-c', 'touch /run/lab/asked; sleep 2; echo went on']);
    await until('the program', () => test.lab.exec('n03', ['ls', '/run/lab/asked']), ({ code }) => code === 0);
    await test.lab.snapshot('n03', 'while somebody asks');
    expect(await asked).toMatchObject({ code: 0, stdout: 'went on\n' });
  }, 30_000);

  it('refuses, hangs, partitions and changes the key of a node, and takes it all back', async () => {
    const login = async (): Promise<string> => {
      const { code, stderr } = await test.ssh('n04', 'true');
      return code === 0 ? 'in' : stderr;
    };
    expect(await login()).toBe('in');
    await test.lab.break('n04', 'refuse');
    expect(await login()).toContain('ECONNREFUSED');
    await test.lab.mend('n04', 'refuse');
    await test.lab.break('n04', 'host-key');
    expect(await login()).toContain('Host key verification failed');
    await test.lab.mend('n04', 'host-key');
    expect(await until('the old key', login, (answer) => answer === 'in')).toBe('in');
    for (const fault of ['hang', 'partition'] as const) {
      await test.lab.break('n04', fault);
      const probe = await test.lab.exec('n03', ['curl', '-sS', '-m', '1', `http://${(await test.lab.node('n04')).address}:8080/health`]);
      expect(probe.code).toBe(28);
      await test.lab.mend('n04', fault);
      expect(await login()).toBe('in');
    }
    await test.lab.break('n04', 'service-down');
    expect((await test.lab.exec('n04', ['systemctl', 'is-active', 'web'])).stdout).toBe('failed\n');
    await test.lab.mend('n04', 'service-down');
    expect((await test.lab.exec('n04', ['systemctl', 'is-active', 'web'])).stdout).toBe('active\n');
  }, 60_000);

  it('balances requests over nodes that are in rotation and loses none when one is drained and rebooted', async () => {
    await test.lab.setLoad(50);
    const hook = (name: string): object => ({ hook: name, runId: 'r', campaignId: 'c', outcome: null, node: { hostname: 'n04', externalId: 'n04', address: '' } });
    await until('some requests', () => test.lab.balancer(), ({ requests }) => requests > 20);
    expect(await operator(labHookPath, hook('drain'))).toMatchObject({ code: 0 });
    await test.lab.power('n04', 'off');
    expect(await operator(labHookPath, hook('undrain'))).toMatchObject({ code: 75 });
    await test.lab.power('n04', 'on');
    expect(await operator(labHookPath, hook('undrain'))).toMatchObject({ code: 0 });
    const before = (await test.lab.balancer()).requests;
    const seen = await until('more requests', () => test.lab.balancer(), ({ requests }) => requests > before + 30);
    expect(seen.lost).toBe(0);
    expect(readFileSync(seen.log, 'utf8')).toContain(' ok 200 n04 ');
    await test.lab.setLoad(0);
  }, 30_000);
});
