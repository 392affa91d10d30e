import { type Check } from './check.ts';

// A list for people: enough to see the pattern, and a node's answer must not fill a screen.
const namesMax = 10;
const listed = (names: readonly string[]): string => (names.length <= namesMax ? names.join(', ') : `${names.slice(0, namesMax).join(', ')} and ${names.length - namesMax} more`);

const none = (names: readonly string[], message: string): string | null => (names.length === 0 ? null : `${message}: ${listed(names)}`);

/** Packages, their database and where they come from. */
export const packageChecks: readonly Check[] = [
  {
    id: 'rpmdb.ok', severity: 'inhibit', title: 'The RPM database is sound',
    remediation: 'Rebuild it (rpm --rebuilddb) and complete interrupted transactions.',
    evaluate: ({ rpmDatabaseProblem }) => (rpmDatabaseProblem === null ? null : `the RPM database is damaged: ${rpmDatabaseProblem}`),
  },
  {
    id: 'pkg.duplicates', severity: 'inhibit', title: 'No package is installed twice',
    remediation: 'Remove the older ones (dnf remove --duplicates).',
    evaluate: ({ duplicatePackages }) => none(duplicatePackages, 'installed in two versions'),
  },
  {
    id: 'pkg.thirdparty', severity: 'warning', title: 'Packages of other vendors are known',
    remediation: 'Make sure that these packages work on the target; they are not changed.',
    evaluate: ({ thirdPartyPackages }) => none(thirdPartyPackages, 'built by neither the source\'s nor the target\'s vendor'),
  },
  {
    id: 'pkg.requires-release', severity: 'inhibit', title: 'Nothing needs the source system\'s identity packages',
    remediation: 'Remove these packages, or install builds that do not require the release package.',
    evaluate: ({ requiresIdentity }) => none(requiresIdentity, 'would break when the identity packages go'),
  },
  {
    id: 'repo.target', severity: 'inhibit', title: 'The node reaches the target repository',
    remediation: 'Correct the mirror, proxy or firewall between the node and the repository.',
    evaluate: ({ targetRepositoryProblem }) => (targetRepositoryProblem === null ? null : `the target repository does not answer: ${targetRepositoryProblem}`),
  },
  {
    id: 'repo.gpg', severity: 'inhibit', title: 'The target repository\'s key is usable',
    remediation: 'Correct the key in the target profile.',
    evaluate: ({ targetKeyProblem }) => (targetKeyProblem === null ? null : `the repository's key cannot be used: ${targetKeyProblem}`),
  },
  {
    id: 'run.versionlock', severity: 'warning', title: 'No package is locked to a version',
    remediation: 'Clear the locks (dnf versionlock clear), or accept that these packages stay.',
    evaluate: ({ versionLocks }) => none(versionLocks, 'locked'),
  },
];
