import { existsSync, readFileSync } from 'node:fs';

/** What the nodes' base image is made of; everything they need comes with them. */
export const basePackages = [
  'base-files', 'bash', 'coreutils', 'dash', 'diffutils', 'findutils', 'grep', 'gzip', 'tar', 'sed', 'mawk', 'hostname', 'util-linux', 'mount',
  'procps', 'openssh-server', 'openssh-client', 'openssh-sftp-server', 'rpm', 'dnf', 'curl', 'iproute2', 'busybox-static', 'openssl', 'libc-bin',
  'python3-dnf', 'gpg', 'sudo', 'libpam-modules',
] as const;

interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  readonly architecture: string;
  readonly needs: readonly (readonly string[])[];
  readonly provides: readonly string[];
}

/** Perl, dpkg and apt would betray Debian and are needed by nothing on a node. */
const leftOut = /^(perl(-base|-modules-.*)?|libperl5.*|debconf|adduser|dpkg|apt|init-system-helpers|debhelper|debugedit|elfutils)$/;

/** The closure of `wanted` over dependencies, as installed here. `missing` are names of `wanted` that are not installed. */
export function installedClosure(wanted: readonly string[]): { readonly packages: readonly InstalledPackage[]; readonly missing: readonly string[] } {
  const installed = new Map<string, InstalledPackage>();
  const providers = new Map<string, string>();
  for (const stanza of readFileSync('/var/lib/dpkg/status', 'utf8').split('\n\n')) {
    const fields = new Map([...stanza.matchAll(/^([A-Z][\w-]*):[ \t]*(.*)$/gm)].map((match) => [match[1] ?? '', match[2] ?? '']));
    const name = fields.get('Package');
    if (name === undefined || !(fields.get('Status') ?? '').endsWith(' installed')) continue;
    const provides = names(fields.get('Provides'));
    installed.set(name, {
      name, version: fields.get('Version') ?? '', architecture: fields.get('Architecture') ?? '', provides,
      needs: [...split(fields.get('Pre-Depends')), ...split(fields.get('Depends'))].map((alternatives) => names(alternatives, '|')),
    });
    for (const provided of provides) providers.set(provided, name);
  }
  const find = (name: string): InstalledPackage | undefined => installed.get(name) ?? installed.get(providers.get(name) ?? '');
  const packages = new Map<string, InstalledPackage>();
  const queue = wanted.flatMap((name) => find(name) ?? []);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (packages.has(next.name) || leftOut.test(next.name)) continue;
    packages.set(next.name, next);
    for (const alternatives of next.needs) {
      const chosen = alternatives.map(find).find((candidate) => candidate !== undefined);
      if (chosen !== undefined) queue.push(chosen);
    }
  }
  return {
    packages: [...packages.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
    missing: wanted.filter((name) => find(name) === undefined),
  };
}

/** Every path that dpkg says belongs to the package. */
export function packageFiles(name: string, architecture: string): readonly string[] {
  const list = [`${name}:${architecture}`, name].map((file) => `/var/lib/dpkg/info/${file}.list`).find((file) => existsSync(file));
  return list === undefined ? [] : readFileSync(list, 'utf8').split('\n').filter((path) => path !== '' && path !== '/.');
}

const split = (text: string | undefined): readonly string[] => (text ?? '').split(',').map((part) => part.trim()).filter(Boolean);
const names = (text: string | undefined, separator = ','): readonly string[] =>
  (text ?? '').split(separator).map((part) => part.trim().split(/[ (:]/)[0] ?? '').filter(Boolean);
