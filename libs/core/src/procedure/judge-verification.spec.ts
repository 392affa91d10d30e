import { describe, expect, it } from 'vitest';
import { aTarget } from '../plan/plan-builders.ts';
import { type VerificationFacts } from '../preflight/facts.ts';
import { cleanFacts, goodVerification } from '../preflight/facts-builders.ts';
import { judgeVerification } from './judge-verification.ts';
import { predictedVersusActual } from './predicted-versus-actual.ts';

const judge = (over: Partial<VerificationFacts> = {}, before = cleanFacts()): readonly string[] => judgeVerification(before, goodVerification(over), aTarget(), 'boot-1');

describe('verification', () => {
  it('finds nothing wrong with a change that went well', () => {
    expect(judge()).toEqual([]);
  });

  it.each<[Partial<VerificationFacts>, string]>([
    [{ bootId: 'boot-1' }, 'the node is still in boot boot-1'],
    [{ osId: 'centos', osVersion: '8' }, 'os-release says centos 8, not opencloudos 8.5'],
    [{ osVersion: '8.6' }, 'os-release says opencloudos 8.6, not opencloudos 8.5'],
    [{ kernelRunning: '4.18.0-348.el8.x86_64' }, 'kernel 4.18.0-348.el8.x86_64 is running, not 5.4.*'],
    [{ kernelsWithoutImages: ['5.4.119'] }, 'kernel 5.4.119 lacks vmlinuz or initramfs'],
    [{ rpmDatabaseProblem: 'bad page' }, 'the RPM database is damaged: bad page'],
    [{ packageCheckProblem: 'bash needs glibc' }, 'packages do not fit together: bash needs glibc'],
    [{ duplicatePackages: ['glibc', 'bash'] }, 'installed in two versions: glibc, bash'],
    [{ leftoverIdentityPackages: ['centos-gpg-keys'] }, 'identity packages of the old system are left: centos-gpg-keys'],
    [{ services: { 'sshd.service': 'active', 'httpd.service': 'failed' } }, 'httpd.service was active and is failed'],
    [{ services: { 'sshd.service': 'active' } }, 'httpd.service was active and is gone'],
    [{ mounts: ['/ xfs'] }, 'the mount /boot xfs is gone'],
    [{ network: ['eth0@if9 10.0.0.5/24'] }, 'the address or route default via 10.0.0.1 is gone'],
  ])('%j: %s', (over, problem) => {
    expect(judge(over)).toEqual([problem]);
  });

  it('names everything that broke at once', () => {
    expect(judge({ bootId: 'boot-1', kernelRunning: '4.18.0', services: {}, mounts: [], network: [] })).toHaveLength(8);
  });

  it('does not blame the change for what was broken before, nor for what is new', () => {
    expect(judge({ services: { 'sshd.service': 'active', 'httpd.service': 'failed' } }, cleanFacts({ services: { 'sshd.service': 'active', 'httpd.service': 'failed' } }))).toEqual([]);
    expect(judge({ mounts: ['/ xfs', '/boot xfs', '/mnt xfs'] })).toEqual([]);
  });
});

describe('prediction against what happened', () => {
  const predicted = { install: ['a-1'], upgrade: ['b-2'], downgrade: ['c-1'], remove: ['d-1'] };

  it('agrees whatever the order', () => {
    expect(predictedVersusActual({ ...predicted, upgrade: ['b-2', 'e-2'] }, { ...predicted, upgrade: ['e-2', 'b-2'] })).toEqual({ missing: [], unexpected: [] });
  });

  it('tells what did not happen from what nobody predicted', () => {
    expect(predictedVersusActual(predicted, { install: ['a-1', 'x-1'], upgrade: [], downgrade: ['b-2', 'c-1'], remove: ['d-1'] })).toEqual({ missing: ['upgrade b-2'], unexpected: ['downgrade b-2', 'install x-1'] });
  });
});
