import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LabDown } from './client/control-request.ts';
import { tryProgram } from './image/run-program.ts';
import { stopLab } from './start-lab.ts';
import { aLab, until, type TestLab } from './testing/a-lab.ts';
import { smallTopology } from './topology/topology.ts';

describe('a lab whose daemon is killed', () => {
  let test: TestLab;
  beforeAll(async () => {
    const { sites, nodes } = smallTopology(3);
    // One has a disk of its own, which is a mount that dies with the daemon.
    test = await aLab({ sites, nodes: nodes.map((node) => (node.name === 'n02' ? { ...node, diskMb: 96 } : node)) });
  }, 60_000);
  afterAll(() => test.destroy(), 30_000);

  /** The daemon's number on the machine; it sees itself as another one. */
  const daemon = async (): Promise<number> => Number((await tryProgram('pgrep', ['-f', `lab-daemon.ts ${test.lab.stateFolder}`])).stdout.trim().split('\n').at(-1));

  it('comes back with its nodes, their files, their faults and the power they were wanted to have', async () => {
    await test.lab.writeFile('n01', '/srv/data/kept', 'kept\n');
    await test.lab.writeFile('n02', '/srv/data/kept', 'kept too\n');
    const snapshotId = await test.lab.snapshot('n02', 'before');
    await test.lab.break('n02', 'refuse');
    await test.lab.setBackend('n01', 'out');
    await test.lab.power('n03', 'off');
    const before = await test.lab.nodes();
    process.kill(await daemon(), 'SIGKILL');
    await until('its return', () => test.lab.health(), (health) => health.ready && health.nodes === 3);
    const after = await until('the boots', () => test.lab.nodes(), (nodes) => nodes[0]?.bootId !== before[0]?.bootId);
    expect(after.map(({ condition }) => condition)).toEqual(['up', 'up', 'off']);
    expect(after.map(({ hostKey, machineId }) => [hostKey, machineId])).toEqual(before.map(({ hostKey, machineId }) => [hostKey, machineId]));
    expect((await test.lab.balancer()).backends.map(({ node, state }) => [node, state])).toEqual([['n01', 'out'], ['n02', 'in'], ['n03', 'in']]);
    expect(after[1]?.faults).toEqual({ refuse: '' });
    expect((await test.ssh('n01', 'cat /srv/data/kept')).stdout).toBe('kept\n');
    expect((await test.lab.exec('n02', ['sh', '-c', 'cat /srv/data/kept; df -Pm / | tail -1'])).stdout).toMatch(/^kept too\noverlay +\d\d /);
    await test.lab.writeFile('n02', '/srv/data/kept', 'changed\n');
    await test.lab.restore('n02', snapshotId);
    expect(await test.lab.readFile('n02', '/srv/data/kept')).toBe('kept too\n');
    expect((await test.ssh('n02', 'true')).stderr).toContain('ECONNREFUSED');
  }, 60_000);

  it('leaves no process, and a later start finds everything again', async () => {
    await stopLab(test.lab.stateFolder);
    await expect(test.lab.health()).rejects.toBeInstanceOf(LabDown);
    expect((await tryProgram('pgrep', ['-f', test.lab.stateFolder])).stdout).toBe('');
    await test.startAgain();
    expect((await test.lab.nodes()).map(({ condition }) => condition)).toEqual(['up', 'up', 'off']);
    expect(await test.lab.readFile('n01', '/srv/data/kept')).toBe('kept\n');
  }, 60_000);

  it('forgets a node that was removed and keeps one that was added', async () => {
    await test.lab.removeNodes(['n03']);
    await test.lab.createNodes([{ name: 'late', site: 'north', role: 'member', domains: ['north'] }]);
    await stopLab(test.lab.stateFolder);
    await test.startAgain({ ...test.topology, nodes: [] });
    expect((await test.lab.nodes()).map(({ name, condition }) => [name, condition])).toEqual([['n01', 'up'], ['n02', 'up'], ['late', 'up']]);
  }, 60_000);

  it('never shows on the machine\'s own network', async () => {
    const links = (await tryProgram('ip', ['-o', 'addr'])).stdout;
    expect(links).not.toContain('10.77.');
    expect(readFileSync('/proc/mounts', 'utf8')).not.toContain(join(test.lab.stateFolder, 'nodes'));
  });
});
