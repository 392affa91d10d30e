import assert from 'node:assert/strict';
import { type FollowFrame, NodeAccessError } from '../transport/node-transport.ts';
import { type ConformanceCase, eventually } from './conformance-case.ts';
import { type TransportWorld, exited, failsWith, framesUntil, jobsIn, launchRequestFor, newJobId, rebootedBy, staged } from './transport-world.ts';

const ofJob = (jobId: string) => (frame: FollowFrame): boolean => frame.kind === 'job' && frame.job.jobId === jobId && frame.job.state === 'exited';

/** What every transport must do. Each case takes a node of its own from `world.freshNode()`; some take as long as a migration. */
export const transportConformance: readonly ConformanceCase<TransportWorld>[] = [
  {
    name: 'says hello on a node that was never touched',
    async run(world) {
      const { target } = await world.freshNode();
      const hello = await world.transport.hello(target);
      assert.match(hello.bootId, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      assert.ok(hello.uptimeSeconds >= 0);
      assert.deepEqual({ incarnation: hello.incarnation, fence: hello.fence, seq: hello.seq, jobs: hello.jobs }, { incarnation: 0, fence: 0n, seq: 0, jobs: [] });
      const ping = await world.transport.ping(target);
      assert.equal(ping.bootId, hello.bootId);
      assert.ok(ping.uptimeSeconds >= hello.uptimeSeconds);
    },
  },
  {
    name: 'does not know a job that was never launched',
    async run(world) {
      const { target } = await world.freshNode();
      const job = await world.transport.status(target, newJobId('stage'));
      assert.equal(job.state, 'unknown');
    },
  },
  {
    name: 'starts a job once however often it is launched',
    async run(world) {
      const { target } = await world.freshNode();
      const request = await launchRequestFor(world, target, {});
      const first = await world.transport.launch(target, request);
      const second = await world.transport.launch(target, request);
      assert.deepEqual([first.kind, second.kind], ['started', 'known']);
      await exited(world, target, request.jobId);
      const third = await world.transport.launch(target, { ...request, fence: request.fence + 1n });
      assert.equal(third.kind === 'known' && third.job.state, 'exited');
      const begun = jobsIn(await framesUntil(world, target, 0, ofJob(request.jobId))).filter((job) => job.phase === 'begin' && job.state === 'alive');
      assert.equal(begun.length, 1);
    },
  },
  {
    name: 'refuses a second job while one is alive',
    async run(world) {
      const { target } = await world.freshNode();
      const first = await launchRequestFor(world, target, {});
      await world.transport.launch(target, first);
      const answer = await world.transport.launch(target, { ...first, jobId: newJobId('stage') });
      assert.deepEqual(answer, { kind: 'refused', reason: 'busy' });
      await exited(world, target, first.jobId);
    },
  },
  {
    name: 'refuses a fence that was superseded',
    async run(world) {
      const { target } = await world.freshNode();
      await staged(world, target, { fence: 10n });
      const late = await launchRequestFor(world, target, { fence: 9n });
      assert.deepEqual(await world.transport.launch(target, late), { kind: 'refused', reason: 'fenceSuperseded' });
      assert.equal((await world.transport.status(target, late.jobId)).state, 'unknown');
      assert.equal((await world.transport.hello(target)).fence, 10n);
    },
  },
  {
    name: 'refuses an incarnation that is over, and adopts a higher one',
    async run(world) {
      const { target } = await world.freshNode();
      const { bootId } = await world.transport.hello(target);
      const adopted = await world.transport.adopt(target, { incarnation: 3, fence: 20n, bootId });
      assert.deepEqual([adopted.incarnation, adopted.fence], [3, 20n]);
      const again = await world.transport.adopt(target, { incarnation: 3, fence: 20n, bootId });
      assert.deepEqual([again.incarnation, again.fence], [3, 20n]);
      const old = await launchRequestFor(world, target, { incarnation: 2, fence: 21n });
      assert.deepEqual(await world.transport.launch(target, old), { kind: 'refused', reason: 'incarnationOld' });
      await failsWith('refused', () => world.transport.adopt(target, { incarnation: 2, fence: 22n, bootId }));
      await failsWith('refused', () => world.transport.adopt(target, { incarnation: 4, fence: 19n, bootId }));
      assert.equal((await world.transport.hello(target)).incarnation, 3);
    },
  },
  {
    name: 'refuses a launch that was meant for another boot',
    async run(world) {
      const { target } = await world.freshNode();
      const request = await launchRequestFor(world, target, { bootId: '00000000-0000-4000-a000-000000000000' });
      assert.deepEqual(await world.transport.launch(target, request), { kind: 'refused', reason: 'bootChanged' });
      assert.equal((await world.transport.status(target, request.jobId)).state, 'unknown');
    },
  },
  {
    name: 'refuses a launch that comes too late',
    async run(world) {
      const { target } = await world.freshNode();
      await eventually('the node to be up for two seconds', async () => ((await world.transport.ping(target)).uptimeSeconds > 2 ? true : null));
      const request = await launchRequestFor(world, target, { notAfterUptimeSeconds: 1 });
      const answer = await world.transport.launch(target, request);
      // Either the launch says so, or the detached job does once it is awake; nothing was changed in both.
      if (answer.kind === 'refused') assert.equal(answer.reason, 'tooLate');
      else await eventually('the job to refuse', async () => ((await world.transport.status(target, request.jobId)).state === 'refused' ? true : null));
    },
  },
  {
    name: 'changes nothing without what was staged',
    async run(world) {
      const { target } = await world.freshNode();
      const request = await launchRequestFor(world, target, { jobId: newJobId('apply'), kind: 'apply', stageJobId: newJobId('stage') });
      assert.deepEqual(await world.transport.launch(target, request), { kind: 'refused', reason: 'stagingMissing' });
    },
  },
  {
    name: 'goes on following where it was left, without gap or repeat',
    async run(world) {
      const { target } = await world.freshNode();
      const request = await launchRequestFor(world, target, {});
      await world.transport.launch(target, request);
      const before = await framesUntil(world, target, 0, (frame) => frame.kind === 'job');
      assert.equal(before[0]?.kind, 'hello');
      const seen = jobsIn(before).map((job) => job.seq);
      const after = await framesUntil(world, target, seen.at(-1) ?? 0, ofJob(request.jobId));
      assert.equal(after[0]?.kind, 'hello');
      seen.push(...jobsIn(after).map((job) => job.seq));
      assert.deepEqual(seen, Array.from({ length: seen.length }, (_, at) => (seen[0] ?? 0) + at));
      const again = jobsIn(await framesUntil(world, target, 0, ofJob(request.jobId))).map((job) => job.seq);
      assert.deepEqual(again, seen);
    },
  },
  {
    name: 'shows while following that the node is still there',
    async run(world) {
      const { target } = await world.freshNode();
      const { bootId } = await world.transport.hello(target);
      const beat = (await framesUntil(world, target, 0, (frame) => frame.kind === 'heartbeat')).at(-1);
      assert.equal(beat?.kind === 'heartbeat' && beat.bootId, bootId);
    },
  },
  {
    name: 'migrates, loses the follower at the reboot, and boots the new kernel once until it is committed',
    async run(world) {
      const { target } = await world.freshNode();
      const before = await world.transport.verify(target, { sourceIdentityPackages: world.sourceIdentityPackages });
      const stageJobId = await staged(world, target);
      const request = await launchRequestFor(world, target, { jobId: newJobId('apply'), kind: 'apply', stageJobId });
      const phases: string[] = [];
      await world.transport.launch(target, request);
      await assert.rejects(async () => {
        for await (const frame of world.transport.follow(target, 0, new AbortController().signal)) if (frame.kind === 'job') phases.push(frame.job.phase);
      }, (error: unknown) => error instanceof NodeAccessError && error.failure === 'connectionLost');
      assert.ok(phases.includes('transaction'));
      const after = await eventually('the node to come back', async () => {
        try {
          return await world.transport.verify(target, { sourceIdentityPackages: world.sourceIdentityPackages });
        } catch (error) {
          if (error instanceof NodeAccessError) return null;
          throw error;
        }
      });
      assert.notEqual(after.bootId, request.bootId);
      assert.equal(after.osId, world.target.targetOsId);
      assert.ok(after.kernelRunning.startsWith(world.target.kernelPrefix));
      assert.deepEqual(after.leftoverIdentityPackages, []);
      assert.deepEqual(after.duplicatePackages, []);
      assert.equal(after.kernelDefault, before.kernelDefault);
      const job = await world.transport.status(target, request.jobId);
      assert.deepEqual({ phase: job.phase, bootId: job.bootId, transactions: job.transactions }, { phase: 'rebooting', bootId: request.bootId, transactions: 1 });
      await world.transport.commitKernel(target, { fence: request.fence, incarnation: request.incarnation, bootId: after.bootId });
      await world.transport.commitKernel(target, { fence: request.fence, incarnation: request.incarnation, bootId: after.bootId });
      const committed = await world.transport.verify(target, { sourceIdentityPackages: world.sourceIdentityPackages });
      assert.equal(committed.kernelDefault, committed.kernelRunning);
      await failsWith('refused', () => world.transport.commitKernel(target, { fence: request.fence, incarnation: request.incarnation, bootId: request.bootId }));
    },
  },
  {
    name: 'brings every package, file and boot entry back',
    async run(world) {
      const { target } = await world.freshNode();
      const before = await world.transport.fingerprint(target);
      const stageJobId = await staged(world, target);
      await rebootedBy(world, target, 'apply', stageJobId);
      assert.notEqual((await world.transport.fingerprint(target)).digest, before.digest);
      const job = await rebootedBy(world, target, 'reverse', stageJobId);
      assert.equal(job.transactions, 1);
      const after = await world.transport.fingerprint(target);
      assert.deepEqual(after.lines, before.lines);
      assert.equal(after.digest, before.digest);
    },
  },
  {
    name: 'sends nothing to a host that shows another key',
    async run(world) {
      const { target } = await world.freshNode();
      const wrong = { ...target, hostKeys: [world.strangerKey] };
      const request = await launchRequestFor(world, target, {});
      await failsWith('hostKeyMismatch', () => world.transport.hello(wrong));
      await failsWith('hostKeyMismatch', () => world.transport.launch(wrong, request));
      await failsWith('hostKeyMismatch', () => framesUntil(world, wrong, 0, () => true));
      const hello = await world.transport.hello(target);
      assert.deepEqual([hello.incarnation, hello.seq, hello.jobs.length], [0, 0, 0]);
    },
  },
  {
    name: 'calls a node that is off unreachable',
    async run(world) {
      const node = await world.freshNode();
      await node.stop();
      await failsWith('unreachable', () => world.transport.hello(node.target));
      await failsWith('unreachable', () => world.transport.ping(node.target));
      await failsWith('unreachable', () => framesUntil(world, node.target, 0, () => true));
      if (world.transport.pingMany !== undefined) assert.deepEqual(await world.transport.pingMany([node.target]), ['unreachable']);
    },
  },
  {
    name: 'inspects and verifies a node without changing it',
    async run(world) {
      const { target } = await world.freshNode();
      const facts = await world.transport.inspect(target, world.target);
      assert.notEqual(facts.osId, world.target.targetOsId);
      assert.ok(facts.identityPackages.length > 0);
      assert.deepEqual([facts.targetIdentityPackages, facts.targetRepositoryProblem, facts.becameRoot], [[], null, true]);
      assert.ok((facts.prediction?.upgrade.length ?? 0) > 0);
      const seen = await world.transport.verify(target, { sourceIdentityPackages: world.sourceIdentityPackages });
      assert.deepEqual([seen.osId, seen.osVersion, seen.kernelRunning], [facts.osId, facts.osVersion, facts.kernelRunning]);
      assert.deepEqual([...seen.leftoverIdentityPackages].sort(), [...world.sourceIdentityPackages].sort());
      assert.ok(seen.installedPackages > 0);
      const { digest, lines } = await world.transport.fingerprint(target);
      assert.deepEqual([facts.fingerprint, seen.fingerprint], [digest, digest]);
      assert.deepEqual(lines, [...lines].sort());
      assert.equal((await world.transport.hello(target)).seq, 0);
    },
  },
  {
    name: 'gives a log from any offset',
    async run(world) {
      const { target } = await world.freshNode();
      const jobId = await staged(world, target);
      const whole = await world.transport.readLog(target, jobId, 0);
      assert.ok(whole.totalBytes > 4);
      assert.equal(whole.offset, 0);
      assert.equal(whole.bytes.length, Math.min(whole.totalBytes, 256 * 1024));
      const rest = await world.transport.readLog(target, jobId, 3);
      assert.deepEqual([rest.offset, rest.totalBytes], [3, whole.totalBytes]);
      assert.deepEqual(Buffer.from(rest.bytes).subarray(0, whole.bytes.length - 3), Buffer.from(whole.bytes).subarray(3));
      const end = await world.transport.readLog(target, jobId, whole.totalBytes);
      assert.deepEqual([end.bytes.length, end.totalBytes], [0, whole.totalBytes]);
    },
  },
  {
    name: 'cleans up what was staged and keeps a receipt',
    async run(world) {
      const { target } = await world.freshNode();
      const stageJobId = await staged(world, target, { fence: 5n });
      await failsWith('refused', () => world.transport.cleanup(target, { jobId: stageJobId, fence: 4n, incarnation: 1 }));
      await world.transport.cleanup(target, { jobId: stageJobId, fence: 6n, incarnation: 1 });
      await world.transport.cleanup(target, { jobId: stageJobId, fence: 6n, incarnation: 1 });
      const receipt = await world.transport.status(target, stageJobId);
      assert.deepEqual([receipt.state, receipt.exitCode], ['exited', 0]);
      const request = await launchRequestFor(world, target, { jobId: newJobId('apply'), kind: 'apply', stageJobId });
      assert.deepEqual(await world.transport.launch(target, request), { kind: 'refused', reason: 'stagingMissing' });
    },
  },
];
