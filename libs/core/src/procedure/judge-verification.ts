import { type TargetProfile } from '../plan/plan.ts';
import { type NodeFacts, type VerificationFacts } from '../preflight/facts.ts';

// The peer's index behind `eth0@if12` is drawn anew at each boot and says nothing about the address.
const withoutPeer = (line: string): string => line.replace(/@\S+/gu, '');

const gone = (before: readonly string[], after: readonly string[]): readonly string[] => {
  const still = new Set(after.map(withoutPeer));
  return before.map(withoutPeer).filter((line) => !still.has(line));
};

function systemProblems(after: VerificationFacts, target: TargetProfile, bootIdBefore: string): string[] {
  const problems: string[] = [];
  if (after.bootId === bootIdBefore) problems.push(`the node is still in boot ${bootIdBefore}`);
  if (after.osId !== target.osId || after.osVersion !== target.osVersion) problems.push(`os-release says ${after.osId} ${after.osVersion}, not ${target.osId} ${target.osVersion}`);
  if (!after.kernelRunning.startsWith(target.kernelPrefix)) problems.push(`kernel ${after.kernelRunning} is running, not ${target.kernelPrefix}*`);
  for (const kernel of after.kernelsWithoutImages) problems.push(`kernel ${kernel} lacks vmlinuz or initramfs`);
  return problems;
}

function packageProblems(after: VerificationFacts): string[] {
  const problems: string[] = [];
  if (after.rpmDatabaseProblem !== null) problems.push(`the RPM database is damaged: ${after.rpmDatabaseProblem}`);
  if (after.packageCheckProblem !== null) problems.push(`packages do not fit together: ${after.packageCheckProblem}`);
  if (after.duplicatePackages.length > 0) problems.push(`installed in two versions: ${after.duplicatePackages.join(', ')}`);
  if (after.leftoverIdentityPackages.length > 0) problems.push(`identity packages of the old system are left: ${after.leftoverIdentityPackages.join(', ')}`);
  return problems;
}

function serviceProblems(before: NodeFacts, after: VerificationFacts): string[] {
  return Object.entries(before.services)
    .filter(([unit, state]) => state === 'active' && after.services[unit] !== 'active')
    .map(([unit]) => `${unit} was active and is ${after.services[unit] ?? 'gone'}`);
}

/**
 * What is wrong with a node after its change, in words and in a stable order; empty: it is verified. Looks at everything, so that
 * a person sees all that broke at once. What was already broken before is not blamed on the change. `kernelDefault` is not judged:
 * the old entry stays the default until this very verification has passed.
 */
export function judgeVerification(before: NodeFacts, after: VerificationFacts, target: TargetProfile, bootIdBefore: string): readonly string[] {
  return [
    ...systemProblems(after, target, bootIdBefore),
    ...packageProblems(after),
    ...serviceProblems(before, after),
    ...gone(before.mounts, after.mounts).map((mount) => `the mount ${mount} is gone`),
    ...gone(before.network, after.network).map((line) => `the address or route ${line} is gone`),
  ];
}
