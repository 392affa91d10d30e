import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LabForSpec, openLabForSpec } from './lab-for-spec.ts';
import { backAfter, begin, ended, logOf, phaseBegan, stage } from './node-work.ts';

const storyMs = 240_000;
let world: LabForSpec;
beforeAll(async () => { world = await openLabForSpec(); }, 120_000);
afterAll(async () => { await world.close(); });

describe('staging', () => {
  it('fetches everything and leaves the node as it was', async () => {
    const target = await world.fresh();
    const before = await world.transport.fingerprint(target);
    await stage(world, target);
    expect(await world.transport.fingerprint(target)).toEqual(before);
  }, storyMs);

  it.each([
    ['mirror-503', '', 'mirrorFailed'], ['mirror-hang', '', 'mirrorFailed'], ['mirror-corrupt', '', 'mirrorFailed'], ['mirror-corrupt', 'metadata', 'mirrorFailed'],
  ] as const)('ends when the mirror has the fault %s %s, and leaves the node as it was', async (fault, argument, reason) => {
    const target = await world.fresh();
    const before = await world.transport.fingerprint(target);
    await world.lab.break(target.nodeId, fault, ...(argument === '' ? [] : [argument]));
    const status = await ended(world, target, await begin(world, target, 'stage'));
    expect(status).toMatchObject({ state: 'exited', exitCode: 1, reason, transactions: 0 });
    expect(await world.transport.fingerprint(target)).toEqual(before);
  }, storyMs);

  it('refuses packages that nobody signed', async () => {
    const target = await world.fresh();
    const { repositoryKey } = world.target;
    const stranger = await world.lab.exec(target.nodeId, ['cat', '/etc/pki/rpm-gpg/RPM-GPG-KEY-EPEL-8']);
    expect(stranger.stdout).not.toBe(repositoryKey);
    const otherKey = { ...world, target: { ...world.target, repositoryKey: stranger.stdout } };
    const status = await ended(world, target, await begin(otherKey, target, 'stage'));
    expect(status).toMatchObject({ state: 'exited', exitCode: 1, reason: 'signatureBad' });
  }, storyMs);
});

describe('the change', () => {
  it('goes on when the way to the node is cut in the middle of the transaction', async () => {
    const target = await world.fresh({ site: 'behind' });
    const staged = await stage(world, target);
    await world.lab.break(target.nodeId, 'slow-scriptlet', '4');
    const { bootId } = await world.transport.hello(target);
    const job = await begin(world, target, 'apply', staged);
    await phaseBegan(world, target, job, 'transaction');
    await world.lab.break(target.nodeId, 'partition');
    await sleep(2000);
    await world.lab.mend(target.nodeId, 'partition');
    const hello = await backAfter(world, target, bootId);
    expect(hello.jobs.find((one) => one.jobId === job)).toMatchObject({ phase: 'rebooting', transactions: 1 });
  }, storyMs);

  it('is undone after a power cut in the middle of the transaction, even when the undoing is cut as well', async () => {
    const target = await world.fresh();
    const before = await world.transport.fingerprint(target);
    const staged = await stage(world, target);
    await world.lab.break(target.nodeId, 'slow-scriptlet', '20');
    const job = await begin(world, target, 'apply', staged);
    await phaseBegan(world, target, job, 'transaction');
    await sleep(1500);
    await world.lab.power(target.nodeId, 'cut');
    await world.lab.mend(target.nodeId, 'slow-scriptlet');
    await world.lab.power(target.nodeId, 'on');
    expect(await ended(world, target, job)).toMatchObject({ state: 'dead', phase: 'transaction', transactions: 1 });

    const first = await begin(world, target, 'reverse', staged);
    // However far it came: the way back takes less than a second here, so this cuts sometimes early and sometimes late.
    await sleep(Math.random() * 600);
    await world.lab.power(target.nodeId, 'cycle');
    await ended(world, target, first);

    const { bootId } = await world.transport.hello(target);
    const second = await begin(world, target, 'reverse', staged);
    await backAfter(world, target, bootId);
    expect(await ended(world, target, second)).toMatchObject({ phase: 'rebooting' });
    expect((await world.transport.fingerprint(target)).lines).toEqual(before.lines);
  }, storyMs);

  it('can be undone after it was verified and committed, and what services wrote since stays', async () => {
    const target = await world.fresh();
    const before = await world.transport.fingerprint(target);
    const staged = await stage(world, target);
    const { bootId } = await world.transport.hello(target);
    await begin(world, target, 'apply', staged);
    const after = await backAfter(world, target, bootId);
    await world.transport.commitKernel(target, { bootId: after.bootId, fence: after.fence, incarnation: after.incarnation });
    await world.lab.writeFile(target.nodeId, '/var/lib/app/orders', 'one order\n');
    await begin(world, target, 'reverse', staged);
    await backAfter(world, target, after.bootId);
    expect((await world.transport.fingerprint(target)).lines).toEqual(before.lines);
    expect(await world.lab.readFile(target.nodeId, '/var/lib/app/orders')).toBe('one order\n');
    const seen = await world.transport.verify(target, { sourceIdentityPackages: ['centos-linux-release'] });
    expect(seen).toMatchObject({ osId: 'centos', packageCheckProblem: null, duplicatePackages: [], kernelsWithoutImages: [] });
  }, storyMs);

  it('says transactionFailed when a scriptlet fails, and can be undone', async () => {
    const target = await world.fresh();
    const before = await world.transport.fingerprint(target);
    const staged = await stage(world, target);
    await world.lab.break(target.nodeId, 'scriptlet-fail');
    const job = await begin(world, target, 'apply', staged);
    expect(await ended(world, target, job)).toMatchObject({ state: 'exited', exitCode: 1, reason: 'transactionFailed', transactions: 1 });
    await world.lab.mend(target.nodeId, 'scriptlet-fail');
    const { bootId } = await world.transport.hello(target);
    await begin(world, target, 'reverse', staged);
    await backAfter(world, target, bootId);
    expect((await world.transport.fingerprint(target)).lines).toEqual(before.lines);
  }, storyMs);

  it('says diskFull when the disk fills up in the middle, because the ballast still lets it', async () => {
    const target = await world.fresh({ diskMb: 96 });
    const staged = await stage(world, target);
    await world.lab.break(target.nodeId, 'slow-scriptlet', '6');
    const job = await begin(world, target, 'apply', staged);
    await phaseBegan(world, target, job, 'transaction');
    await world.lab.break(target.nodeId, 'disk-full');
    const status = await ended(world, target, job);
    expect({ ...status, log: status.reason === 'diskFull' ? '' : await logOf(world, target, job) }).toMatchObject({ state: 'exited', exitCode: 1, reason: 'diskFull', transactions: 1 });
  }, storyMs);

  it('does not restart a kernel that panics: the old one is what a power cycle boots', async () => {
    const target = await world.fresh();
    const staged = await stage(world, target);
    const { bootId } = await world.transport.hello(target);
    await world.lab.break(target.nodeId, 'panic-kernel');
    const job = await begin(world, target, 'apply', staged);
    for (let tries = 0; tries < 300 && !(await world.lab.console(target.nodeId)).includes('panic'); tries += 1) await sleep(200);
    await world.lab.power(target.nodeId, 'cycle');
    const hello = await backAfter(world, target, bootId);
    expect(hello.jobs.find((one) => one.jobId === job)).toMatchObject({ phase: 'rebooting' });
    const seen = await world.transport.verify(target, { sourceIdentityPackages: [] });
    expect(seen.kernelRunning.startsWith('4.18')).toBe(true);
  }, storyMs);
});
