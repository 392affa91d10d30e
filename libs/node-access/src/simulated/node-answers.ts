import { createHash } from 'node:crypto';
import { type NodeFacts, type Probe, type ProbeResult, type VerificationFacts } from '@skein/core';
import { type Fingerprint } from '../transport/node-transport.ts';
import { type FingerprintWire, type HelloWire } from './fleet-protocol.ts';
import { jobStatus } from './job-status.ts';
import { addressOf } from './node-identity.ts';
import { duplicatesOf, packagesOf, predictionFor, simulatedSource, simulatedTarget, sourceIdentityPackages, targetIdentityPackages } from './package-catalogue.ts';
import { type NodeWorld, type SimulatedNode, hasFault, uptimeOf } from './simulated-node.ts';

export const hello = (node: SimulatedNode, world: NodeWorld): HelloWire => ({
  bootId: node.bootId,
  uptimeSeconds: uptimeOf(node, world),
  machineId: node.machineId,
  incarnation: node.disk.incarnation,
  fence: node.disk.fence,
  seq: node.disk.seq,
  jobs: node.disk.jobs.map((job) => jobStatus(node, job)),
});

const kernelOf = { source: simulatedSource.kernel, target: simulatedTarget.kernel } as const;
const mounts = ['/ xfs rw', '/boot ext4 rw', '/var xfs rw'];
const networkOf = (node: SimulatedNode): string[] => [`eth0 ${addressOf(node.index)}/16`, 'default via 10.64.255.254 dev eth0'];

const serviceIsDown = (node: SimulatedNode): boolean => hasFault(node, 'serviceDown') || (hasFault(node, 'serviceFailsOnTarget') && node.disk.packages === 'target');

const servicesOf = (node: SimulatedNode): Record<string, string> => ({
  'chronyd.service': 'active', 'crond.service': 'active', 'httpd.service': serviceIsDown(node) ? 'failed' : 'active', 'rsyslog.service': 'active', 'sshd.service': 'active',
});

const osOf = (node: SimulatedNode): { readonly osId: string; readonly osVersion: string } =>
  node.disk.identity === 'target' ? { osId: simulatedTarget.osId, osVersion: simulatedTarget.osVersion } : { osId: simulatedSource.osId, osVersion: simulatedSource.osVersion };

export function inspect(node: SimulatedNode, targetOsId: string): NodeFacts {
  const moved = node.disk.identity === 'target';
  const { osId, osVersion } = osOf(node);
  return {
    osId, osVersion,
    osMinor: moved ? simulatedTarget.osVersion : simulatedSource.osMinor,
    releaseProviders: [moved ? targetIdentityPackages[0] : sourceIdentityPackages[0]],
    identityPackages: moved ? [] : sourceIdentityPackages,
    targetIdentityPackages: moved ? targetIdentityPackages : [],
    machineId: node.machineId,
    architecture: 'x86_64',
    container: null,
    memoryAvailableKib: 6_291_456, swapFreeKib: 2_097_152,
    lockHolders: [], missingTools: [], automaticUpdaters: [], versionLocks: [],
    kernelRunning: kernelOf[node.kernelRunning],
    kernelNewest: node.disk.targetKernelInstalled ? simulatedTarget.kernel : simulatedSource.kernel,
    kernelRunningVendor: node.kernelRunning === 'target' ? 'OpenCloudOS' : 'CentOS',
    rootFreeKib: hasFault(node, 'diskShort') ? 40_000 : 12_582_912,
    bootFreeKib: 524_288,
    varFreeKib: hasFault(node, 'diskShort') ? 40_000 : 8_388_608,
    inodesUsedPercent: 7,
    kernelsWithoutImages: [], thirdPartyKernelModules: [], rpmDatabaseProblem: null,
    duplicatePackages: duplicatesOf(node.disk.packages),
    thirdPartyPackages: hasFault(node, 'requiresIdentity') ? ['acme-agent (Acme)'] : [],
    requiresIdentity: hasFault(node, 'requiresIdentity') ? ['centos-linux-release is needed by acme-agent-2.1-1.noarch'] : [],
    targetRepositoryProblem: targetOsId === simulatedTarget.osId ? null : `the simulated repository offers ${simulatedTarget.osId} only`,
    targetKeyProblem: null,
    becameRoot: true,
    services: servicesOf(node), mounts, network: networkOf(node),
    clockOffsetSeconds: 0,
    prediction: predictionFor(node.disk.packages),
    fingerprint: digestOf(node),
  };
}

export function verify(node: SimulatedNode, identityPackages: readonly string[]): VerificationFacts {
  const installed = packagesOf(node.disk.packages);
  return {
    bootId: node.bootId,
    ...osOf(node),
    kernelRunning: kernelOf[node.kernelRunning],
    kernelDefault: kernelOf[node.disk.kernelSaved],
    kernelsWithoutImages: [], rpmDatabaseProblem: null,
    duplicatePackages: duplicatesOf(node.disk.packages),
    packageCheckProblem: node.disk.packages === 'mixed' ? 'dnf check: packages of two distributions' : null,
    leftoverIdentityPackages: identityPackages.filter((name) => installed.some((line) => line.startsWith(`${name}-`))),
    services: servicesOf(node), mounts, network: networkOf(node),
    fingerprint: digestOf(node),
    installedPackages: installed.length,
  };
}

function fingerprintLines(node: SimulatedNode): string[] {
  const { disk } = node;
  return [
    `boot entry ${kernelOf.source}`,
    ...(disk.targetKernelInstalled ? [`boot entry ${kernelOf.target}`] : []),
    `boot saved ${kernelOf[disk.kernelSaved]}`,
    `file /etc/machine-id ${node.machineId}`,
    `file /etc/os-release ${osOf(node).osId}`,
    ...packagesOf(disk.packages).map((line) => `package ${line}`),
  ].sort();
}

const digest = (lines: readonly string[]): string => createHash('sha256').update(lines.join('\n')).digest('hex');
const digestOf = (node: SimulatedNode): string => digest(fingerprintLines(node));

export function fingerprint(node: SimulatedNode): FingerprintWire {
  const lines = fingerprintLines(node);
  return { digest: digest(lines), lines } satisfies Fingerprint;
}

/** A probe from outside: `unknown` when the instrument itself has nothing to say. */
export function probe(node: SimulatedNode, asked: Probe): ProbeResult {
  if (hasFault(node, 'noProbeData')) return { verdict: 'unknown', detail: 'no data' };
  if (node.state !== 'up' || hasFault(node, 'unreachable')) return { verdict: 'bad', detail: `${asked.kind}: no connection` };
  if (serviceIsDown(node)) return { verdict: 'bad', detail: asked.kind === 'http' ? 'http: status 503' : `${asked.kind}: refused` };
  return { verdict: 'good', detail: asked.kind === 'http' ? `http: status ${String(asked.expectStatus)}` : `${asked.kind}: answered` };
}

