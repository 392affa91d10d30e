import { type PackagePrediction } from '@skein/core';

/** Which packages a simulated disk holds; `mixed` is what a transaction that was cut or failed leaves. */
export type PackageSet = 'source' | 'mixed' | 'target';

export const simulatedSource = { osId: 'centos', osVersion: '8', osMinor: '8.5', kernel: '4.18.0-348.7.1.el8_5.x86_64' } as const;
/** The operating system that every simulated node can be moved to; the repository exists only inside the simulation. */
export const simulatedTarget = {
  osId: 'opencloudos', osVersion: '8.5', kernel: '5.4.119-20.0009.29.oc8.x86_64', kernelPrefix: '5.4.',
  repositoryUrl: 'http://repository.simulated.invalid/opencloudos/8', repositoryKey: '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nc2ltdWxhdGVkIGtleSwgc2lnbnMgbm90aGluZw==\n-----END PGP PUBLIC KEY BLOCK-----\n',
} as const;

export const sourceIdentityPackages = ['centos-linux-release', 'centos-linux-repos', 'centos-gpg-keys'] as const;
export const targetIdentityPackages = ['opencloudos-release', 'opencloudos-repos', 'opencloudos-gpg-keys'] as const;

const ordinary = (
  'acl audit audit-libs basesystem bash bind-libs bzip2 ca-certificates chkconfig chrony coreutils cpio cronie crypto-policies curl cyrus-sasl-lib '
  + 'dbus device-mapper dnf dracut e2fsprogs elfutils expat file filesystem findutils gawk glib2 glibc gmp gnupg2 gnutls gpgme grep grub2-tools gzip '
  + 'hostname httpd iproute iptables json-c kmod krb5-libs less libcap libcurl libselinux libxml2 lz4-libs ncurses nginx openssh-server openssl pam '
  + 'pcre2 postgresql procps-ng python3 readline rpm rsyslog sed selinux-policy shadow-utils sqlite sudo systemd tar tzdata util-linux vim-minimal xz zlib'
).split(' ');
const downgraded = new Set(['crypto-policies', 'kmod', 'tzdata']);

const sourceLine = (name: string): string => `${name}-1.${String(name.length)}.0-${String(name.length % 7)}.el8`;
const targetLine = (name: string): string => `${name}-1.${String(name.length)}.0-${String((name.length % 7) + (downgraded.has(name) ? -1 : 1))}.oc8`;

const sourcePackages = [...ordinary.map(sourceLine), ...sourceIdentityPackages.map((name) => `${name}-8.5-3.el8`), `kernel-core-${simulatedSource.kernel}`].sort();
// The old kernel stays beside the new one: it is the way back.
const targetPackages = [...ordinary.map(targetLine), ...targetIdentityPackages.map((name) => `${name}-8.5-1.oc8`), `kernel-core-${simulatedSource.kernel}`, `kernel-core-${simulatedTarget.kernel}`].sort();
const half = Math.floor(ordinary.length / 2);
const mixedPackages = [
  ...ordinary.map(sourceLine), ...ordinary.slice(0, half).map(targetLine), ...targetIdentityPackages.map((name) => `${name}-8.5-1.oc8`), `kernel-core-${simulatedSource.kernel}`,
].sort();

export const packagesOf = (set: PackageSet): readonly string[] => (set === 'source' ? sourcePackages : set === 'target' ? targetPackages : mixedPackages);
export const duplicatesOf = (set: PackageSet): readonly string[] => (set === 'mixed' ? ordinary.slice(0, half) : []);

const nothing: PackagePrediction = { install: [], upgrade: [], downgrade: [], remove: [], downloadKib: 0, installedKib: 0, problem: null };
const forward: PackagePrediction = {
  install: [...targetIdentityPackages, `kernel-core-${simulatedTarget.kernel}`],
  upgrade: ordinary.filter((name) => !downgraded.has(name)).map(targetLine),
  downgrade: ordinary.filter((name) => downgraded.has(name)).map(targetLine),
  remove: sourceIdentityPackages,
  downloadKib: 214_000, installedKib: 96_000, problem: null,
};
export const predictionFor = (set: PackageSet): PackagePrediction => (set === 'target' ? nothing : forward);
