import { remedyTexts } from '../sentence/remedy-texts.ts';
import { names, type Sentence, sentence } from '../sentence/sentence.ts';
import { type Check } from './check.ts';

type ListCode = 'finding.duplicates' | 'finding.foreignPackages' | 'finding.requiresIdentity' | 'finding.versionLocks';
const none = (packages: readonly string[], code: ListCode): Sentence | null => (packages.length === 0 ? null : sentence(code, { packages: names(packages) }));

/** Packages, their database and where they come from. */
export const packageChecks: readonly Check[] = [
  {
    id: 'rpmdb.ok', severity: 'inhibit', title: 'The RPM database is sound',
    remediation: remedyTexts.rpmdb_ok,
    evaluate: ({ rpmDatabaseProblem }) => (rpmDatabaseProblem === null ? null : sentence('finding.databaseDamaged', { problem: rpmDatabaseProblem })),
  },
  {
    id: 'pkg.duplicates', severity: 'inhibit', title: 'No package is installed twice',
    remediation: remedyTexts.pkg_duplicates,
    evaluate: ({ duplicatePackages }) => none(duplicatePackages, 'finding.duplicates'),
  },
  {
    id: 'pkg.thirdparty', severity: 'warning', title: 'Packages of other vendors are known',
    remediation: remedyTexts.pkg_thirdparty,
    evaluate: ({ thirdPartyPackages }) => none(thirdPartyPackages, 'finding.foreignPackages'),
  },
  {
    id: 'pkg.requires-release', severity: 'inhibit', title: 'Nothing needs the source system\'s identity packages',
    remediation: remedyTexts['pkg_requires-release'],
    evaluate: ({ requiresIdentity }) => none(requiresIdentity, 'finding.requiresIdentity'),
  },
  {
    id: 'repo.target', severity: 'inhibit', title: 'The node reaches the target repository',
    remediation: remedyTexts.repo_target,
    evaluate: ({ targetRepositoryProblem }) => (targetRepositoryProblem === null ? null : sentence('finding.repositorySilent', { problem: targetRepositoryProblem })),
  },
  {
    id: 'repo.gpg', severity: 'inhibit', title: 'The target repository\'s key is usable',
    remediation: remedyTexts.repo_gpg,
    evaluate: ({ targetKeyProblem }) => (targetKeyProblem === null ? null : sentence('finding.keyUnusable', { problem: targetKeyProblem })),
  },
  {
    id: 'run.versionlock', severity: 'warning', title: 'No package is locked to a version',
    remediation: remedyTexts.run_versionlock,
    evaluate: ({ versionLocks }) => none(versionLocks, 'finding.versionLocks'),
  },
];
