/** One RPM of the lab: its name and relations are what the real one's look like, its content is made up. */
export interface LabPackage {
  readonly name: string;
  readonly version: string;
  readonly release: string;
  readonly noarch?: boolean;
  readonly requires?: readonly string[];
  readonly provides?: readonly string[];
  readonly obsoletes?: readonly string[];
  readonly files?: Readonly<Record<string, PackageFile>>;
  readonly scripts?: Partial<Record<'pre' | 'post' | 'preun' | 'postun' | 'posttrans', string>>;
  /** Folder of the mirror, when it is not the build's own. */
  readonly repository?: string;
}

export type PackageFile = string | { readonly link: string } | { readonly config: string };

/** What one rpmbuild call makes: the packages of one vendor, signed with its key (null: unsigned on purpose). */
export interface PackageBuild {
  readonly id: string;
  readonly vendor: string;
  readonly key: KeyName | null;
  readonly repository: string;
  readonly packages: readonly LabPackage[];
}

export type KeyName = 'centos' | 'opencloudos' | 'epel' | 'acme';

export const keyFiles: Readonly<Record<KeyName, string>> = {
  centos: 'RPM-GPG-KEY-centosofficial',
  opencloudos: 'RPM-GPG-KEY-OpenCloudOS',
  epel: 'RPM-GPG-KEY-EPEL-8',
  acme: 'RPM-GPG-KEY-acme',
};

export const keyOwners: Readonly<Record<KeyName, string>> = {
  centos: 'CentOS (lab, throw-away) <centos@lab.invalid>',
  opencloudos: 'OpenCloudOS (lab, throw-away) <opencloudos@lab.invalid>',
  epel: 'Fedora EPEL (lab, throw-away) <epel@lab.invalid>',
  acme: 'ACME Inc. (lab, throw-away) <acme@lab.invalid>',
};

export const mirrorUrl = 'http://mirror.lab';
export const sourceKernel = '4.18.0-348.el8.x86_64';
export const targetKernel = '5.4.119-19.0009.28.oc8.x86_64';

const share = (name: string): string => `/usr/share/lab/pkg/${name}`;

const stub = (name: string, version: string, release: string, more: Partial<LabPackage> = {}): LabPackage =>
  ({ name, version, release, files: { [share(name)]: `${name}-${version}-${release}\n` }, ...more });

const repositoryFile = (id: string, title: string, path: string, key: KeyName, enabled = true): PackageFile => ({
  config: `[${id}]\nname=${title}\nbaseurl=${mirrorUrl}/${path}/\ngpgcheck=1\nenabled=${enabled ? 1 : 0}\n`
    + `gpgkey=file:///etc/pki/rpm-gpg/${keyFiles[key]}\n`,
});

const osRelease = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields).map(([key, value]) => `${key}="${value}"\n`).join('');

/** The scripts call the node's kernel-install, as the real package does; `slow-scriptlet` lets a test cut it in the middle. */
function kernel(version: string, release: string): readonly LabPackage[] {
  const full = `${version}-${release}.x86_64`;
  return [
    {
      name: 'kernel-core', version, release,
      provides: ['installonlypkg(kernel)', `kernel-uname-r = ${full}`],
      files: {
        [`/lib/modules/${full}/vmlinuz`]: `LAB-VMLINUZ ${full}\n`,
        [`/lib/modules/${full}/modules.builtin`]: 'kernel/fs/ext4/ext4.ko\nkernel/fs/xfs/xfs.ko\n',
        [`/boot/System.map-${full}`]: `lab ${full}\n`,
        [`/boot/config-${full}`]: 'CONFIG_LAB=y\n',
      },
      scripts: {
        post: 'if [ -e /run/lab/faults/slow-scriptlet ]; then sleep "$(cat /run/lab/faults/slow-scriptlet)"; fi\n:',
        posttrans: `/bin/kernel-install add ${full} /lib/modules/${full}/vmlinuz || exit $?`,
        preun: `/bin/kernel-install remove ${full} /lib/modules/${full}/vmlinuz || exit $?`,
      },
    },
    {
      name: 'kernel-modules', version, release,
      provides: ['installonlypkg(kernel-module)'], requires: [`kernel-uname-r = ${full}`],
      files: { [`/lib/modules/${full}/modules.dep`]: 'kernel/fs/xfs/xfs.ko:\n' },
    },
    {
      name: 'kernel', version, release,
      provides: ['installonlypkg(kernel)'],
      requires: [`kernel-core = ${version}-${release}`, `kernel-modules = ${version}-${release}`],
    },
  ];
}

/** Packages that both sides have; about as many as make one migration cost some three seconds of CPU. */
function common(dist: string, opensslRelease: string, tzdata: string): readonly LabPackage[] {
  return [
    stub('glibc', '2.28', `164.${dist}`),
    stub('glibc-common', '2.28', `164.${dist}`, { requires: ['glibc = 2.28'] }),
    stub('bash', '4.4.20', `2.${dist}`, { provides: ['/bin/sh', '/bin/bash'] }),
    stub('coreutils', '8.30', `12.${dist}`),
    stub('openssl-libs', '1.1.1k', opensslRelease),
    stub('openssl', '1.1.1k', opensslRelease, { requires: ['openssl-libs = 1.1.1k'] }),
    stub('systemd', '239', `51.${dist}`),
    stub('dnf', '4.7.0', `4.${dist}`, { noarch: true }),
    stub('yum', '4.7.0', `4.${dist}`, { noarch: true, requires: ['dnf = 4.7.0'] }),
    stub('rpm', '4.14.3', `19.${dist}`),
    stub('openssh', '8.0p1', `10.${dist}`),
    stub('openssh-server', '8.0p1', `10.${dist}`, { requires: ['openssh = 8.0p1'] }),
    stub('python3-libs', '3.6.8', `41.${dist}`),
    stub('grub2-common', '2.02', `106.${dist}`, { noarch: true }),
    stub('grub2-pc', '2.02', `106.${dist}`, { requires: ['grub2-common'] }),
    stub('grubby', '8.40', `42.${dist}`, { files: { [share('grubby')]: `grubby ${dist}\n`, '/etc/sysconfig/kernel': { config: 'UPDATEDEFAULT=yes\nDEFAULTKERNEL=kernel-core\n' } } }),
    stub('dracut', '049', `191.git20210920.${dist}`),
    stub('chrony', '4.1', `1.${dist}`, {
      scripts: { pre: 'if [ -e /run/lab/faults/scriptlet-fail ]; then echo "chrony: cannot migrate the drift file" >&2; exit 1; fi\n:' },
    }),
    stub('NetworkManager', '1.32.10', `4.${dist}`),
    stub('rsyslog', '8.2102.0', `5.${dist}`),
    stub('curl', '7.61.1', `22.${dist}`),
    stub('sudo', '1.8.29', `7.${dist}`),
    stub('tzdata', tzdata, `1.${dist}`, { noarch: true }),
    stub('nginx', '1.14.1', `9.${dist}`, {
      requires: ['openssl-libs'],
      files: { [share('nginx')]: `nginx ${dist}\n`, '/etc/nginx/nginx.conf': { config: `# shipped by ${dist}\nworker_processes auto;\n` } },
    }),
    ...Array.from({ length: 34 }, (_, index) => {
      const name = `lab-library-${String(index).padStart(2, '0')}`;
      return stub(name, '1.0', `${dist === 'el8' ? 1 : 2}.${dist}`, { files: { [`/usr/share/lab/lib/${name}.so`]: `${dist} ${index}\n`.repeat(200) } });
    }),
  ];
}

const centosRelease: readonly LabPackage[] = [
  {
    name: 'centos-linux-release', version: '8.5', release: '1.2111.el8', noarch: true, requires: ['centos-linux-repos'],
    provides: ['centos-release = 8.5', 'system-release = 8.5', 'system-release(releasever) = 8', 'redhat-release = 8.5'],
    files: {
      '/etc/centos-release': 'CentOS Linux release 8.5.2111\n',
      '/etc/redhat-release': { link: 'centos-release' },
      '/etc/system-release': { link: 'centos-release' },
      '/etc/os-release': { link: '../usr/lib/os-release' },
      '/usr/lib/os-release': osRelease({
        NAME: 'CentOS Linux', VERSION: '8', ID: 'centos', ID_LIKE: 'rhel fedora', VERSION_ID: '8', PLATFORM_ID: 'platform:el8',
        PRETTY_NAME: 'CentOS Linux 8', CPE_NAME: 'cpe:/o:centos:centos:8',
      }),
    },
  },
  {
    name: 'centos-linux-repos', version: '8', release: '3.el8', noarch: true, requires: ['centos-gpg-keys'], provides: ['system-repos = 8'],
    files: {
      '/etc/yum.repos.d/CentOS-Linux-BaseOS.repo': repositoryFile('baseos', 'CentOS Linux $releasever - BaseOS', 'centos/8', 'centos'),
      '/etc/yum.repos.d/CentOS-Linux-Extras.repo': repositoryFile('extras', 'CentOS Linux $releasever - Extras', 'centos/8-extras', 'centos', false),
    },
  },
  stub('centos-logos', '85.8', '2.el8', { provides: ['system-logos'] }),
  stub('centos-indexhtml', '8.0', '0.el8', { noarch: true }),
];

const openCloudRelease: readonly LabPackage[] = [
  {
    name: 'opencloudos-release', version: '8.5', release: '2.oc8', noarch: true, requires: ['opencloudos-repos'],
    provides: ['system-release = 8.5', 'system-release(releasever) = 8', 'redhat-release = 8.5'],
    files: {
      '/etc/opencloudos-release': 'OpenCloudOS release 8.5\n',
      '/etc/redhat-release': { link: 'opencloudos-release' },
      '/etc/system-release': { link: 'opencloudos-release' },
      '/etc/os-release': { link: '../usr/lib/os-release' },
      '/usr/lib/os-release': osRelease({
        NAME: 'OpenCloudOS', VERSION: '8.5', ID: 'opencloudos', ID_LIKE: 'rhel fedora centos', VERSION_ID: '8.5', PLATFORM_ID: 'platform:oc8',
        PRETTY_NAME: 'OpenCloudOS 8.5',
      }),
    },
  },
  stub('opencloudos-logos', '85.1', '1.oc8', { obsoletes: ['centos-logos'], provides: ['system-logos'] }),
];

/** Needs the public keys, because release packages ship them. */
export function packageBuilds(publicKeys: Readonly<Record<KeyName, string>>): readonly PackageBuild[] {
  const keyFile = (key: KeyName): Record<string, PackageFile> => ({ [`/etc/pki/rpm-gpg/${keyFiles[key]}`]: publicKeys[key] });
  return [
    {
      id: 'centos', vendor: 'CentOS', key: 'centos', repository: 'centos/8',
      packages: [
        ...centosRelease, { name: 'centos-gpg-keys', version: '8', release: '3.el8', noarch: true, files: keyFile('centos') },
        ...kernel('4.18.0', '348.el8'), ...common('el8', '4.el8', '2021e'),
        stub('centos-release-extras-marker', '8', '1.el8', { noarch: true, repository: 'centos/8-extras' }),
      ],
    },
    {
      id: 'opencloudos', vendor: 'OpenCloudOS', key: 'opencloudos', repository: 'opencloudos/8',
      packages: [
        ...openCloudRelease,
        {
          name: 'opencloudos-repos', version: '8.5', release: '2.oc8', noarch: true, provides: ['system-repos = 8.5'],
          files: { ...keyFile('opencloudos'), '/etc/yum.repos.d/OpenCloudOS.repo': repositoryFile('BaseOS', 'OpenCloudOS $releasever - BaseOS', 'opencloudos/8', 'opencloudos') },
        },
        // An older openssl and tzdata than the source has: a distro-sync must be able to go down.
        ...kernel('5.4.119', '19.0009.28.oc8'), ...common('oc8', '3.oc8', '2021a'),
      ],
    },
    {
      id: 'epel', vendor: 'Fedora Project', key: 'epel', repository: 'epel/8',
      packages: [
        {
          name: 'epel-release', version: '8', release: '13.el8', noarch: true, requires: ['redhat-release'],
          files: { ...keyFile('epel'), '/etc/yum.repos.d/epel.repo': repositoryFile('epel', 'Extra Packages for Enterprise Linux 8', 'epel/8', 'epel') },
        },
        stub('htop', '3.0.5', '1.el8'),
      ],
    },
    {
      id: 'acme', vendor: 'ACME Inc.', key: 'acme', repository: 'acme/8',
      packages: [
        stub('acme-agent', '3.2.1', '1', { requires: ['glibc'], files: { [share('acme-agent')]: 'acme-agent\n', ...keyFile('acme') } }),
        stub('acme-strict', '1.0', '1', { requires: ['centos-release >= 8'] }),
        {
          name: 'kmod-acme-raid', version: '2.1', release: '1.el8', requires: [`kernel-uname-r = ${sourceKernel}`],
          files: { [`/lib/modules/${sourceKernel}/extra/acme-raid.ko`]: 'LAB-MODULE acme-raid\n' },
        },
      ],
    },
    {
      id: 'fault', vendor: 'OpenCloudOS', key: 'opencloudos', repository: 'fault/bad-pre',
      packages: [
        stub('chrony', '4.2', '1.oc8', { scripts: { pre: 'echo "chrony: pre fails" >&2; exit 1' } }),
        stub('NetworkManager', '1.99', '1.oc8', { repository: 'fault/bad-post', scripts: { post: 'echo "NetworkManager: post fails" >&2; exit 1' } }),
        { name: 'rsyslog', version: '8.9000', release: '1.oc8', repository: 'fault/file-conflict', files: { [share('acme-agent')]: 'stolen\n' } },
        stub('bash', '9.0', '1.oc8', { repository: 'fault/missing-dependency', requires: ['libnowhere.so.9()(64bit)'] }),
      ],
    },
    {
      id: 'unsigned', vendor: 'OpenCloudOS', key: null, repository: 'fault/unsigned',
      packages: [stub('curl', '7.99', '1.oc8')],
    },
  ];
}

/** What every node has installed before anything else happens to it. */
export const defaultPackages = { repositories: ['centos/8', 'epel/8'], names: ['acme-agent'] } as const;
