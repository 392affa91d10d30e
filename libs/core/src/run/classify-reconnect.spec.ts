import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyReconnect, type KnownJob, type SeenNode } from './classify-reconnect.ts';

type SeenJob = SeenNode['jobs'][number];

const known: KnownJob = { jobId: 'r1.1.apply', state: 'RUNNING', phase: 'transaction', launchBootId: 'boot-1', notAfterUptimeSeconds: 115, incarnation: 2, seq: 10, restoreCommanded: false };
const job: SeenJob = { jobId: 'r1.1.apply', state: 'alive', phase: 'transaction', bootId: 'boot-1', exitCode: null };
const seen = (over: Partial<SeenNode> = {}, jobOver: Partial<SeenJob> | null = {}): SeenNode => ({
  bootId: 'boot-1', uptimeSeconds: 130, incarnation: 2, seq: 12, jobs: jobOver === null ? [] : [{ ...job, ...jobOver }], ...over,
});

describe('what a reconnect shows', () => {
  it.each<[string, Partial<KnownJob>, SeenNode | 'hostKeyMismatch', string]>([
    ['another host key', {}, 'hostKeyMismatch', 'IDENTITY_CHANGED'],
    ['same boot, alive', {}, seen(), 'RUNNING'],
    ['same boot, exit file', {}, seen({}, { state: 'exited', exitCode: 0 }), 'EXITED'],
    ['same boot, exit file with a failure', {}, seen({}, { state: 'exited', exitCode: 3 }), 'EXITED'],
    ['same boot, dead', {}, seen({}, { state: 'dead' }), 'CRASHED'],
    ['same boot, dead after it asked for a reboot that has not come', {}, seen({}, { state: 'dead', phase: 'rebooting' }), 'CRASHED'],
    ['same boot, refused', { state: 'UNCONFIRMED' }, seen({}, { state: 'refused' }), 'VOID'],
    ['same boot, exited and waiting for its reboot', {}, seen({}, { state: 'exited', exitCode: 0, phase: 'rebooting' }), 'EXITED'],
    ['other boot, as the job asked', {}, seen({ bootId: 'boot-2' }, { state: 'dead', phase: 'rebooting' }), 'REBOOTED'],
    ['other boot, as the job asked and left an exit', {}, seen({ bootId: 'boot-2' }, { state: 'exited', exitCode: 0, phase: 'rebooting' }), 'REBOOTED'],
    ['other boot, as it was acknowledged to ask though its last line never reached the disk', { phase: 'rebooting' }, seen({ bootId: 'boot-2', seq: 9 }, { state: 'dead', phase: 'kernel' }), 'REBOOTED'],
    ['other boot, in the middle', {}, seen({ bootId: 'boot-2' }, { state: 'dead' }), 'POWER_LOSS'],
    ['other boot, in the middle, and the last lines lost', {}, seen({ bootId: 'boot-2', seq: 8 }, { state: 'dead' }), 'POWER_LOSS'],
    ['other boot, but the job had ended before', {}, seen({ bootId: 'boot-2' }, { state: 'exited', exitCode: 1 }), 'EXITED'],
    ['other boot, a resumed job that lives', {}, seen({ bootId: 'boot-2' }, { bootId: 'boot-2' }), 'RUNNING'],
    ['no state directory', {}, seen({ incarnation: 0, seq: 0 }, null), 'FOREIGN'],
    ['no state directory, after a commanded restore', { restoreCommanded: true }, seen({ incarnation: 0, seq: 0 }, null), 'RESTORED'],
    ['older than acknowledged, same boot', {}, seen({ seq: 9 }), 'REWOUND'],
    ['older than acknowledged, the job gone', {}, seen({ bootId: 'boot-2', seq: 4 }, null), 'REWOUND'],
    ['an older incarnation', {}, seen({ bootId: 'boot-2', incarnation: 1, seq: 99 }, { state: 'dead' }), 'REWOUND'],
    ['older than acknowledged, after a commanded restore', { restoreCommanded: true }, seen({ bootId: 'boot-2', seq: 4 }, null), 'RESTORED'],
    ['an older incarnation, after a commanded restore', { restoreCommanded: true, incarnation: 3, seq: 0 }, seen({ bootId: 'boot-2' }, null), 'RESTORED'],
    ['nothing older although a restore was commanded: it has not happened', { restoreCommanded: true }, seen(), 'RUNNING'],
    ['a state directory that never heard of a running job', {}, seen({}, null), 'FOREIGN'],
    ['a state directory that calls a running job unknown', {}, seen({}, { state: 'unknown' }), 'FOREIGN'],
    ['no trace of an unanswered launch, in time', { state: 'UNCONFIRMED' }, seen({ uptimeSeconds: 115 }, null), 'UNCONFIRMED'],
    ['no trace of an unanswered launch, too late for it', { state: 'UNCONFIRMED' }, seen({ uptimeSeconds: 116 }, null), 'VOID'],
    ['no trace of an unanswered launch, other boot', { state: 'UNCONFIRMED' }, seen({ bootId: 'boot-2', uptimeSeconds: 5 }, null), 'VOID'],
    ['an unanswered launch that started', { state: 'UNCONFIRMED' }, seen(), 'RUNNING'],
    ['an unanswered launch that started and lost power', { state: 'UNCONFIRMED' }, seen({ bootId: 'boot-2' }, { state: 'dead' }), 'POWER_LOSS'],
    ['the very first launch on a node, unanswered', { state: 'UNCONFIRMED', incarnation: 1, seq: 0 }, seen({ incarnation: 0, seq: 0, uptimeSeconds: 100 }, null), 'UNCONFIRMED'],
    ['the very first launch on a node, too late', { state: 'UNCONFIRMED', incarnation: 1, seq: 0 }, seen({ incarnation: 0, seq: 0, uptimeSeconds: 120 }, null), 'VOID'],
    ['an unanswered launch on a node that lost what was acknowledged before', { state: 'UNCONFIRMED' }, seen({ incarnation: 0, seq: 0 }, null), 'FOREIGN'],
  ])('%s', (_name, knownOver, node, expected) => {
    expect(classifyReconnect({ ...known, ...knownOver }, node)).toBe(expected);
  });

  const anyNode = fc.record({
    bootId: fc.constantFrom('boot-1', 'boot-2'), uptimeSeconds: fc.nat(300), incarnation: fc.nat(3), seq: fc.nat(20),
    jobs: fc.array(fc.record({ jobId: fc.constantFrom('r1.1.apply', 'other'), state: fc.constantFrom('unknown', 'alive', 'exited', 'dead', 'refused'), phase: fc.constantFrom('begin', 'transaction', 'rebooting'), bootId: fc.constantFrom('boot-1', 'boot-2'), exitCode: fc.constantFrom(null, 0, 1) }), { maxLength: 2 }),
  }) as fc.Arbitrary<SeenNode>;

  it('voids a launch only when the node has no such job, or refused it (property)', () => {
    fc.assert(fc.property(anyNode, fc.boolean(), (node, restoreCommanded) => {
      if (classifyReconnect({ ...known, state: 'UNCONFIRMED', restoreCommanded }, node) !== 'VOID') return;
      const own = node.jobs.find((one) => one.jobId === known.jobId && one.state !== 'unknown');
      expect(own === undefined || own.state === 'refused').toBe(true);
      if (own === undefined) expect(node.bootId !== known.launchBootId || node.uptimeSeconds > known.notAfterUptimeSeconds).toBe(true);
    }), { numRuns: 1000 });
  });

  it('says RESTORED only when a restore was commanded, and REWOUND only when none was (property)', () => {
    fc.assert(fc.property(anyNode, fc.boolean(), (node, restoreCommanded) => {
      const state = classifyReconnect({ ...known, restoreCommanded }, node);
      if (state === 'RESTORED') expect(restoreCommanded).toBe(true);
      if (state === 'REWOUND') expect(restoreCommanded).toBe(false);
    }), { numRuns: 1000 });
  });
});
