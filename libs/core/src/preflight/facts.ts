/**
 * What one read-only look at a node brings back. Everything here was said by the node, so it is hostile data: the transport
 * has already capped lengths and counts, and screens escape it. `null` always means "could not be read", never "none"; where it is a
 * good answer (no problem, no container) the member says so.
 */
export interface NodeFacts {
  readonly osId: string;
  readonly osVersion: string;
  /** Full minor version from the release package, such as `8.5`; null when it cannot be told. */
  readonly osMinor: string | null;
  /** Packages that provide `/etc/redhat-release` or `system-release`. */
  readonly releaseProviders: readonly string[];
  /** Packages of the source's identity (release, repos, keys): the ones a swap removes. */
  readonly identityPackages: readonly string[];
  /** Packages of the target's identity that are already installed: a swap was begun before. */
  readonly targetIdentityPackages: readonly string[];
  readonly machineId: string | null;
  readonly architecture: string;
  /** What `systemd-detect-virt -c` names; null or `none`: no container. */
  readonly container: string | null;
  readonly memoryAvailableKib: number | null;
  readonly swapFreeKib: number | null;
  /** Who holds the package lock or runs another migration; empty: nobody. */
  readonly lockHolders: readonly string[];
  readonly missingTools: readonly string[];
  readonly automaticUpdaters: readonly string[];
  readonly versionLocks: readonly string[];
  readonly kernelRunning: string;
  readonly kernelNewest: string | null;
  readonly kernelRunningVendor: string | null;
  readonly rootFreeKib: number | null;
  readonly bootFreeKib: number | null;
  readonly varFreeKib: number | null;
  readonly inodesUsedPercent: number | null;
  /** Installed kernels that lack vmlinuz or initramfs. */
  readonly kernelsWithoutImages: readonly string[];
  readonly thirdPartyKernelModules: readonly string[];
  /** null: the database answered and is consistent. */
  readonly rpmDatabaseProblem: string | null;
  readonly duplicatePackages: readonly string[];
  /** `name (vendor)` of packages that neither the source's nor the target's vendor built. */
  readonly thirdPartyPackages: readonly string[];
  /** What `rpm -e --test` says would break if the identity packages went. */
  readonly requiresIdentity: readonly string[];
  /** null: the target repository answered with metadata; else what went wrong. */
  readonly targetRepositoryProblem: string | null;
  /** null: the key can be imported. */
  readonly targetKeyProblem: string | null;
  readonly becameRoot: boolean;
  /** `unit=active|failed|inactive` of every enabled service. */
  readonly services: Readonly<Record<string, string>>;
  readonly mounts: readonly string[];
  /** `link address` pairs and default routes, as `ip -brief` says. */
  readonly network: readonly string[];
  /** Seconds the node's wall clock is ahead of the control plane's; negative: behind. */
  readonly clockOffsetSeconds: number | null;
  readonly prediction: PackagePrediction | null;
  /** Fingerprint of packages, configuration and boot entries as they are now. */
  readonly fingerprint: string | null;
}

/** What the solver says the transaction will do; from a dry run against the target repository, nothing was changed. */
export interface PackagePrediction {
  readonly install: readonly string[];
  readonly upgrade: readonly string[];
  readonly downgrade: readonly string[];
  readonly remove: readonly string[];
  readonly downloadKib: number;
  /** Growth of the installed system, in KiB; may be negative. */
  readonly installedKib: number;
  /** Set when the solver found no solution; the rest is then empty. */
  readonly problem: string | null;
}

/** What a node looks like after the change; compared with the facts of before by `judgeVerification`. */
export interface VerificationFacts {
  readonly bootId: string;
  readonly osId: string;
  readonly osVersion: string;
  readonly kernelRunning: string;
  readonly kernelDefault: string | null;
  readonly kernelsWithoutImages: readonly string[];
  readonly rpmDatabaseProblem: string | null;
  readonly duplicatePackages: readonly string[];
  readonly packageCheckProblem: string | null;
  /** Identity packages of the source that are still there. */
  readonly leftoverIdentityPackages: readonly string[];
  readonly services: Readonly<Record<string, string>>;
  readonly mounts: readonly string[];
  readonly network: readonly string[];
  readonly fingerprint: string | null;
  readonly installedPackages: number;
}
