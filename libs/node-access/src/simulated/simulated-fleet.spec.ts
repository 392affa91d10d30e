import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JobId, type NodeTarget } from '@skein/core';
import { eventually } from '../conformance/conformance-case.ts';
import { newJobId, rebootedBy, staged, type TransportWorld, launchRequestFor } from '../conformance/transport-world.ts';
import { simulatedProvider } from '../provider/simulated-provider.ts';
import { NodeAccessError } from '../transport/node-transport.ts';
import { type FleetForSpec, openFleetForSpec, quickTiming, targetOf } from './fleet-for-spec.ts';
import { findSimulatedFleet, startSimulatedFleet, stopSimulatedFleet } from './fleet-handle.ts';
import { hostKeyLine } from './node-identity.ts';
import { simulatedTarget, sourceIdentityPackages } from './package-catalogue.ts';
import { openSimulatedTransport } from './simulated-transport.ts';

let fleet: FleetForSpec;
beforeAll(async () => { fleet = await openFleetForSpec(); });
afterAll(async () => { await fleet.close(); });

const world = (): TransportWorld => ({
  transport: fleet.transport,
  target: { repositoryUrl: simulatedTarget.repositoryUrl, repositoryKey: simulatedTarget.repositoryKey, targetOsId: simulatedTarget.osId, kernelPrefix: simulatedTarget.kernelPrefix },
  sourceIdentityPackages,
  strangerKey: hostKeyLine(4711, 1, 0),
  freshNode: () => Promise.reject(new Error('not used')),
});

const failureOf = async (ask: () => Promise<unknown>): Promise<string> => {
  try {
    await ask();
    return 'none';
  } catch (error) {
    return error instanceof NodeAccessError ? error.failure : String(error);
  }
};

const launched = async (target: NodeTarget, kind: 'stage' | 'apply' | 'reverse', stageJobId: JobId | null): Promise<JobId> => {
  const request = await launchRequestFor(world(), target, { jobId: newJobId(kind), kind, stageJobId });
  expect((await fleet.transport.launch(target, request)).kind).toBe('started');
  return request.jobId;
};

const phaseReached = (target: NodeTarget, jobId: JobId, phase: string): Promise<true> =>
  eventually(`phase ${phase}`, async () => ((await fleet.control.truth(target.address)).jobs.find((job) => job.jobId === jobId)?.phase === phase ? true : null));

const upAgain = (target: NodeTarget, bootBefore: string): Promise<true> =>
  eventually('the node to boot', async () => {
    const { state, bootId } = await fleet.control.truth(target.address);
    return state === 'up' && bootId !== bootBefore ? true : null;
  });

describe('a simulated node', () => {
  it('panics at its first boot of a broken kernel, and comes back with the old one when it is power-cycled', async () => {
    const target = fleet.fresh();
    const provider = simulatedProvider(fleet.options.socket);
    const before = await fleet.transport.fingerprint(target);
    await fleet.control.fault(target.address, 'panicKernel', true);
    const stageJobId = await staged(world(), target);
    await launched(target, 'apply', stageJobId);
    await eventually('the panic', async () => ((await fleet.control.truth(target.address)).state === 'panicked' ? true : null));
    expect(await failureOf(() => fleet.transport.hello(target))).toBe('unreachable');
    expect(await provider.power(target.nodeId)).toBe('on');
    expect(await provider.console(target.nodeId)).toContain('Kernel panic - not syncing');
    const { bootId } = await fleet.control.truth(target.address);
    await provider.setPower(target.nodeId, 'cycle', 'k');
    await upAgain(target, bootId);
    expect((await fleet.control.truth(target.address)).kernelRunning).toBe('source');
    expect(await provider.console(target.nodeId)).not.toContain('panic');
    await rebootedBy(world(), target, 'reverse', stageJobId);
    expect(await fleet.transport.fingerprint(target)).toEqual(before);
    provider.close();
  });

  it('tells after a power cut in mid-transaction that the job is dead, with a newer seq', async () => {
    const target = fleet.fresh();
    const jobId = await launched(target, 'apply', await staged(world(), target));
    await phaseReached(target, jobId, 'transaction');
    const cut = await fleet.control.truth(target.address);
    await fleet.control.power(target.address, 'cycle');
    await upAgain(target, cut.bootId);
    const job = await fleet.transport.status(target, jobId);
    expect(job).toMatchObject({ state: 'dead', phase: 'transaction', bootId: cut.bootId, transactions: 1 });
    expect(job.seq).toBe(cut.seq + 1);
    expect((await fleet.transport.inspect(target, world().target)).duplicatePackages).not.toEqual([]);
  });

  it('goes on working while nobody can reach it', async () => {
    const target = fleet.fresh();
    const jobId = await launched(target, 'stage', null);
    await fleet.control.fault(target.address, 'unreachable', true);
    expect(await failureOf(() => fleet.transport.ping(target))).toBe('unreachable');
    await phaseReached(target, jobId, 'done');
    await fleet.control.fault(target.address, 'unreachable', false);
    expect(await fleet.transport.status(target, jobId)).toMatchObject({ state: 'exited', exitCode: 0 });
  });

  it('answers nothing while it hangs, until it is power-cycled', async () => {
    const target = fleet.fresh();
    const { bootId } = await fleet.transport.hello(target);
    await fleet.control.fault(target.address, 'hang', true);
    expect(await failureOf(() => fleet.transport.hello(target))).toBe('deadlineExceeded');
    await fleet.control.power(target.address, 'cycle');
    await upAgain(target, bootId);
    expect((await fleet.transport.hello(target)).bootId).not.toBe(bootId);
  });

  it.each([['hostKeyMismatch', 'hostKeyMismatch'], ['wrongKey', 'authenticationFailed'], ['becomeRefused', 'becomeRefused']] as const)('with the fault %s lets nobody in: %s', async (fault, failure) => {
    const target = fleet.fresh();
    await fleet.control.fault(target.address, fault, true);
    expect(await failureOf(() => fleet.transport.hello(target))).toBe(failure);
    expect(await fleet.transport.pingMany([target])).toEqual([failure]);
    await fleet.control.fault(target.address, fault, false);
    expect(await failureOf(() => fleet.transport.hello(target))).toBe('none');
  });

  it('does what it was told although the answer was lost', async () => {
    const target = fleet.fresh();
    const request = await launchRequestFor(world(), target, {});
    await fleet.control.fault(target.address, 'answerLost', true);
    expect(await failureOf(() => fleet.transport.launch(target, request))).toBe('connectionLost');
    await fleet.control.fault(target.address, 'answerLost', false);
    expect((await fleet.transport.launch(target, request)).kind).toBe('known');
  });

  it('refuses in the job itself what wakes up too late', async () => {
    const slow = await openFleetForSpec({ timing: { ...quickTiming, lateStart: 1.2 } });
    const target = slow.fresh();
    await slow.control.fault(target.address, 'lateStart', true);
    const hello = await slow.transport.hello(target);
    const jobId = newJobId('stage');
    await slow.transport.launch(target, { ...world().target, jobId, kind: 'stage', bootId: hello.bootId, notAfterUptimeSeconds: hello.uptimeSeconds + 0.5, incarnation: 1, fence: 1n, stageJobId: null });
    await eventually('the job to refuse', async () => ((await slow.transport.status(target, jobId)).state === 'refused' ? true : null));
    await slow.close();
  });

  it.each([['stage', 'stagingFailure', 'mirrorFailed'], ['apply', 'transactionFailure', 'transactionFailed'], ['reverse', 'reverseFailure', 'transactionFailed']] as const)('fails to %s with the fault %s', async (kind, fault, reason) => {
    const target = fleet.fresh();
    const stageJobId = kind === 'stage' ? null : await staged(world(), target);
    await fleet.control.fault(target.address, fault, true);
    const jobId = await launched(target, kind, stageJobId);
    const job = await eventually('the job to exit', async () => {
      const status = await fleet.transport.status(target, jobId);
      return status.state === 'exited' ? status : null;
    });
    expect(job).toMatchObject({ exitCode: 1, reason });
  });

  it('says what a probe from outside would see', async () => {
    const [good, down, silent, fails] = [fleet.fresh(), fleet.fresh(), fleet.fresh(), fleet.fresh()];
    await fleet.control.fault(down.address, 'serviceDown', true);
    await fleet.control.fault(silent.address, 'noProbeData', true);
    await fleet.control.fault(fails.address, 'serviceFailsOnTarget', true);
    const probe = { kind: 'http', port: 80, path: '/', expectStatus: 200, timeoutSeconds: 1 } as const;
    const asked = [good, down, silent, fails].map((target) => ({ target, probes: [probe] }));
    const verdicts = (await fleet.transport.probeMany(asked)).map(([result]) => result?.verdict);
    expect(verdicts).toEqual(['good', 'bad', 'unknown', 'good']);
    await rebootedBy(world(), fails, 'apply', await staged(world(), fails));
    expect((await fleet.transport.probeMany(asked.slice(3)))[0]?.[0]?.verdict).toBe('bad');
    expect((await fleet.transport.verify(fails, { sourceIdentityPackages })).services['httpd.service']).toBe('failed');
  });

  it('forgets after a restore what the disk had learned, but not how often it was changed', async () => {
    const target = fleet.fresh();
    const provider = simulatedProvider(fleet.options.socket);
    const stageJobId = await staged(world(), target, { fence: 7n });
    const before = await fleet.control.truth(target.address);
    const { snapshotId } = await provider.snapshot(target.nodeId, 's');
    await rebootedBy(world(), target, 'apply', stageJobId);
    const { bootId } = await fleet.control.truth(target.address);
    await provider.restore(target.nodeId, snapshotId, 'r');
    await upAgain(target, bootId);
    const after = await fleet.control.truth(target.address);
    expect(after).toMatchObject({ packages: 'source', fence: '7', seq: before.seq, jobs: before.jobs, kernelRunning: 'source', transactionsEver: 1 });
    provider.close();
  });
});

describe('a simulated fleet', () => {
  it('listens where only its owner can write', () => {
    expect(statSync(fleet.options.socket).mode & 0o777).toBe(0o600);
  });

  it('is found, not started twice, and not mistaken for another', async () => {
    expect(await startSimulatedFleet(fleet.options)).toEqual(fleet.fleet());
    await expect(startSimulatedFleet({ ...fleet.options, seed: 8 })).rejects.toThrow('seed 7');
    expect(await findSimulatedFleet(`${fleet.options.socket}.none`)).toBeNull();
    expect(await stopSimulatedFleet(`${fleet.options.socket}.none`)).toBe(false);
  });

  it('gives the same faults for the same seed', async () => {
    const born = async (seed: number): Promise<number[]> => {
      const other = await openFleetForSpec({ seed, nodes: 400, faultRates: { panicKernel: 0.05 } });
      const faulty: number[] = [];
      for (let index = 0; index < 400; index += 1) {
        const { faults } = await other.control.truth(targetOf(other.options, index).address);
        if (faults.includes('panicKernel')) faulty.push(index);
      }
      await other.close();
      return faulty;
    };
    const [first, again, another] = [await born(1), await born(1), await born(2)];
    expect(again).toEqual(first);
    expect(another).not.toEqual(first);
    expect(first.length).toBeGreaterThan(5);
    expect(first.length).toBeLessThan(60);
  });

  it('keeps 100,000 nodes and answers for all of them in one question', async () => {
    const large = await openFleetForSpec({ nodes: 100_000 });
    const targets = Array.from({ length: 100_000 }, (_, index) => targetOf(large.options, index));
    const answers = await large.transport.pingMany([...targets, targetOf(large.options, 100_000)]);
    expect(answers.slice(0, -1).every((answer) => typeof answer === 'object')).toBe(true);
    expect(answers.at(-1)).toBe('unreachable');
    expect(new Set(answers.map((answer) => (typeof answer === 'object' ? answer.bootId : answer))).size).toBe(100_001);
    await large.close();
  });

  it('is a power blip for its nodes when it is killed: disks stay, what ran is dead', async () => {
    const own = await openFleetForSpec({ timing: { ...quickTiming, apply: 3 } });
    const ownWorld = { ...world(), transport: own.transport };
    const [migrated, cut, untouched] = [own.fresh(), own.fresh(), own.fresh()];
    const provider = simulatedProvider(own.options.socket);
    await rebootedBy(ownWorld, migrated, 'apply', await staged(ownWorld, migrated));
    const { snapshotId } = await provider.snapshot(migrated.nodeId, 's');
    const stageJobId = await staged(ownWorld, cut);
    const request = await launchRequestFor(ownWorld, cut, { jobId: newJobId('apply'), kind: 'apply', stageJobId });
    await own.transport.launch(cut, request);
    await eventually('the transaction', async () => ((await own.transport.status(cut, request.jobId)).phase === 'transaction' ? true : null));
    const before = [await own.transport.hello(migrated), await own.transport.hello(cut), await own.transport.hello(untouched)] as const;
    own.kill();
    await eventually('the fleet to be gone', async () => ((await findSimulatedFleet(own.options.socket)) === null ? true : null));
    await own.restart();
    const after = [await own.transport.hello(migrated), await own.transport.hello(cut), await own.transport.hello(untouched)] as const;
    expect(own.fleet().generation).toBe(2);
    expect(after.map((hello) => hello.machineId)).toEqual(before.map((hello) => hello.machineId));
    for (const index of [0, 1, 2] as const) expect(after[index].bootId).not.toBe(before[index].bootId);
    expect(after[0].jobs).toEqual(before[0].jobs);
    expect(after[1].seq).toBe(before[1].seq + 1);
    expect(after[1].jobs.find((job) => job.jobId === request.jobId)).toMatchObject({ state: 'dead', phase: 'transaction' });
    expect((await own.control.truth(cut.address)).transactionsEver).toBe(1);
    expect((await own.control.truth(migrated.address)).snapshots).toEqual([snapshotId]);
    // Never committed, so the blip booted the saved kernel.
    expect(await own.control.truth(migrated.address)).toMatchObject({ packages: 'target', kernelRunning: 'source' });
    provider.close();
    await own.close();
  });

  it('that is down is a way in that is down, never a node', async () => {
    const transport = openSimulatedTransport();
    const target = targetOf({ socket: `${fleet.options.socket}.none`, seed: 1 }, 0);
    expect(await failureOf(() => transport.hello(target))).toBe('proxyDown');
    expect(await transport.pingMany([target, fleet.fresh()])).toEqual(['proxyDown', expect.objectContaining({ bootId: expect.any(String) as string })]);
    expect(await transport.probeMany([{ target, probes: [{ kind: 'tcp', port: 1, timeoutSeconds: 1 }] }])).toEqual([[expect.objectContaining({ verdict: 'unknown' })]]);
    await transport.close();
  });

  it('loses a follower with its process, and takes it back afterwards', async () => {
    const own = await openFleetForSpec();
    const target = own.fresh();
    const ended = failureOf(async () => {
      for await (const frame of own.transport.follow(target, 0, new AbortController().signal)) if (frame.kind === 'hello') own.kill();
    });
    expect(await ended).toBe('connectionLost');
    await eventually('the way in to be down', async () => ((await failureOf(() => own.transport.hello(target))) === 'proxyDown' ? true : null));
    await own.restart();
    expect(await failureOf(() => own.transport.hello(target))).toBe('none');
    await own.close();
  });

  it('does not fall over what makes no sense', async () => {
    for (const nonsense of ['hello\n', '{}\n', '{"i":1,"v":"launch","n":"10.64.0.0","k":null,"a":null}\n', '{"i":1,"v":"pingMany"}\n', '{"i":1,"v":"restore","n":"sim-000001"}\n', '{"i":1,"v":"toString","n":"sim-000001"}\n']) {
      const socket = createConnection(fleet.options.socket);
      socket.on('error', () => undefined);
      socket.end(nonsense);
      socket.resume();
      await once(socket, 'close');
    }
    expect((await findSimulatedFleet(fleet.options.socket))?.pid).toBe(fleet.fleet().pid);
  });

  it('outlives the process that started it', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'skein-starter-'));
    const socket = join(directory, 's');
    const handle = new URL('./fleet-handle.ts', import.meta.url).href;
    const script = `const { startSimulatedFleet } = await import(${JSON.stringify(handle)}); await startSimulatedFleet({ socket: ${JSON.stringify(socket)}, stateDirectory: ${JSON.stringify(join(directory, 'state'))}, nodes: 5, seed: 1 }); process.stdout.write('up'); setInterval(() => {}, 1000);`;
    const starter = spawn(process.execPath, ['--input-type=module', '-e', script], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(starter.stdout, 'data');
    process.kill(-(starter.pid ?? 0), 'SIGKILL');
    await once(starter, 'exit');
    expect((await findSimulatedFleet(socket))?.nodes).toBe(5);
    expect(await stopSimulatedFleet(socket)).toBe(true);
    rmSync(directory, { recursive: true });
  });

  it('refuses arguments that it cannot use', async () => {
    const main = new URL('./fleet-process.ts', import.meta.url).pathname;
    const code = await new Promise((resolve) => { execFile(process.execPath, [main, '--nodes', '0'], (error) => { resolve(error?.code); }); });
    expect(code).toBe(64);
    await expect(startSimulatedFleet({ ...fleet.options, socket: `/tmp/${'x'.repeat(120)}` })).rejects.toThrow('107 bytes');
  });
});
