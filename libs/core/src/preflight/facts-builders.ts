import { type TargetProfile } from '../plan/plan.ts';
import { aTarget } from '../plan/plan-builders.ts';
import { type PreflightContext } from './check.ts';
import { type NodeFacts, type VerificationFacts } from './facts.ts';
import { preflightMinimaDefault } from './preflight-minima.ts';

/** A CentOS 8.5 server with nothing wrong. For core's own specs. */
export const cleanFacts = (over: Partial<NodeFacts> = {}): NodeFacts => ({
  osId: 'centos', osVersion: '8', osMinor: '8.5', releaseProviders: ['centos-linux-release'], identityPackages: ['centos-linux-release', 'centos-linux-repos', 'centos-gpg-keys'], targetIdentityPackages: [],
  machineId: 'm1', architecture: 'x86_64', container: null, memoryAvailableKib: 2_000_000, swapFreeKib: 0, lockHolders: [], missingTools: [], automaticUpdaters: [], versionLocks: [],
  kernelRunning: '4.18.0-348.el8.x86_64', kernelNewest: '4.18.0-348.el8.x86_64', kernelRunningVendor: 'CentOS', rootFreeKib: 8_000_000, bootFreeKib: 500_000, varFreeKib: 4_000_000, inodesUsedPercent: 10,
  kernelsWithoutImages: [], thirdPartyKernelModules: [], rpmDatabaseProblem: null, duplicatePackages: [], thirdPartyPackages: [], requiresIdentity: [], targetRepositoryProblem: null, targetKeyProblem: null,
  becameRoot: true, services: { 'sshd.service': 'active', 'httpd.service': 'active', 'cups.service': 'inactive' }, mounts: ['/ xfs', '/boot xfs'], network: ['eth0@if7 10.0.0.5/24', 'default via 10.0.0.1'],
  clockOffsetSeconds: 0.2,
  prediction: { install: ['opencloudos-release'], upgrade: ['bash'], downgrade: [], remove: ['centos-linux-release'], downloadKib: 200_000, installedKib: 100_000, problem: null },
  fingerprint: 'f1', ...over,
});

/** The same server after a change that went well. */
export const goodVerification = (over: Partial<VerificationFacts> = {}): VerificationFacts => ({
  bootId: 'boot-2', osId: 'opencloudos', osVersion: '8.5', kernelRunning: '5.4.119-20.oc8.x86_64', kernelDefault: '4.18.0-348.el8.x86_64', kernelsWithoutImages: [], rpmDatabaseProblem: null, duplicatePackages: [],
  packageCheckProblem: null, leftoverIdentityPackages: [], services: { 'sshd.service': 'active', 'httpd.service': 'active', 'cups.service': 'inactive' }, mounts: ['/ xfs', '/boot xfs'],
  network: ['eth0@if9 10.0.0.5/24', 'default via 10.0.0.1'], fingerprint: 'f2', installedPackages: 72, ...over,
});

export const aContext = (target: Partial<TargetProfile> = {}): PreflightContext => ({ target: aTarget(target), minima: preflightMinimaDefault });
