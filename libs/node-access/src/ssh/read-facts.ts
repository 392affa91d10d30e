import { type NodeFacts, type PackagePrediction, type VerificationFacts } from '@skein/core';
import { type Hello } from '../transport/node-transport.ts';
import { type ReplyFields } from './reply-fields.ts';

export const readHello = (fields: ReplyFields): Hello => ({
  bootId: fields.word('boot_id'),
  uptimeSeconds: fields.decimal('uptime'),
  machineId: fields.word('machine_id') || null,
  incarnation: fields.integer('incarnation'),
  fence: BigInt(fields.integer('fence')),
  seq: fields.integer('seq'),
  jobs: fields.jobs(),
});

/** `receivedAt`: our clock, in milliseconds, when the reply's last byte came; the node wrote its own clock a moment before. */
export function readNodeFacts(fields: ReplyFields, receivedAt: number): NodeFacts {
  const { text, textOrNull, integerOrNull, lines } = fields;
  const clock = Number(text('clock'));
  return {
    osId: text('os_id'),
    osVersion: text('os_version'),
    osMinor: textOrNull('os_minor'),
    releaseProviders: lines('release_providers'),
    identityPackages: lines('identity_packages'),
    targetIdentityPackages: lines('target_identity_packages'),
    machineId: textOrNull('machine_id'),
    architecture: text('architecture'),
    container: textOrNull('container'),
    memoryAvailableKib: integerOrNull('memory_available'),
    swapFreeKib: integerOrNull('swap_free'),
    lockHolders: lines('lock_holders'),
    missingTools: lines('missing_tools'),
    automaticUpdaters: lines('automatic_updaters'),
    versionLocks: lines('version_locks'),
    kernelRunning: text('kernel_running'),
    kernelNewest: textOrNull('kernel_newest'),
    kernelRunningVendor: lines('kernel_running_vendor')[0] ?? null,
    rootFreeKib: integerOrNull('root_free'),
    bootFreeKib: integerOrNull('boot_free'),
    varFreeKib: integerOrNull('var_free'),
    inodesUsedPercent: integerOrNull('inodes_used'),
    kernelsWithoutImages: lines('kernels_without_images'),
    thirdPartyKernelModules: lines('third_party_modules'),
    rpmDatabaseProblem: textOrNull('database_problem'),
    duplicatePackages: lines('duplicate_packages'),
    thirdPartyPackages: lines('third_party_packages'),
    requiresIdentity: lines('requires_identity'),
    targetRepositoryProblem: textOrNull('repository_problem'),
    targetKeyProblem: textOrNull('key_problem'),
    becameRoot: true,
    services: readServices(lines('services')),
    mounts: lines('mounts'),
    network: lines('network'),
    clockOffsetSeconds: Number.isFinite(clock) && clock > 0 ? Math.round((clock - receivedAt / 1000) * 1000) / 1000 : null,
    prediction: readPrediction(fields),
    fingerprint: fields.word('fingerprint'),
  };
}

function readPrediction(fields: ReplyFields): PackagePrediction | null {
  const [download, installed] = fields.text('prediction_sizes').split(' ').map(Number);
  if (download === undefined || installed === undefined || !Number.isFinite(download) || !Number.isFinite(installed)) return null;
  return {
    install: fields.lines('prediction.install'),
    upgrade: fields.lines('prediction.upgrade'),
    downgrade: fields.lines('prediction.downgrade'),
    remove: fields.lines('prediction.remove'),
    downloadKib: download,
    installedKib: installed,
    problem: fields.textOrNull('prediction_problem'),
  };
}

const readServices = (lines: readonly string[]): Record<string, string> =>
  Object.fromEntries(lines.flatMap((line) => {
    const at = line.lastIndexOf('=');
    return at > 0 ? [[line.slice(0, at), line.slice(at + 1)]] : [];
  }));

export const readVerification = (fields: ReplyFields): VerificationFacts => ({
  bootId: fields.word('boot_id'),
  osId: fields.text('os_id'),
  osVersion: fields.text('os_version'),
  kernelRunning: fields.text('kernel_running'),
  kernelDefault: fields.textOrNull('kernel_default'),
  kernelsWithoutImages: fields.lines('kernels_without_images'),
  rpmDatabaseProblem: fields.textOrNull('database_problem'),
  duplicatePackages: fields.lines('duplicate_packages'),
  packageCheckProblem: fields.textOrNull('check_problem'),
  leftoverIdentityPackages: fields.lines('leftover'),
  services: readServices(fields.lines('services')),
  mounts: fields.lines('mounts'),
  network: fields.lines('network'),
  fingerprint: fields.word('fingerprint'),
  installedPackages: fields.integer('installed'),
});
