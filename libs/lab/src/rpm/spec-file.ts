import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type PackageBuild } from './package-table.ts';

/**
 * One spec for a whole build: each RPM is a subpackage with a version of its own, so a single rpmbuild call makes them all.
 * Writes the files below `folder`/tree; a path may belong to one package of a build only.
 */
export function writeSpecFile(folder: string, build: PackageBuild): string {
  const tree = join(folder, 'tree');
  mkdirSync(tree, { recursive: true });
  const head = [
    '%global debug_package %{nil}', '%global __os_install_post %{nil}', '%global _build_id_links none',
    '%define _binary_payload w1.gzdio',
    'Name: labsource', 'Version: 1', 'Release: 1', 'Summary: lab', 'License: Apache-2.0', `Vendor: ${build.vendor}`, 'AutoReqProv: no',
    '%description', 'lab',
  ];
  const links: string[] = [];
  const fileLists: string[] = [];
  for (const rpm of build.packages) {
    head.push(`%package -n ${rpm.name}`, `Version: ${rpm.version}`, `Release: ${rpm.release}`, `Summary: lab ${rpm.name}`,
      `Vendor: ${build.vendor}`, 'AutoReqProv: no');
    if (rpm.noarch === true) head.push('BuildArch: noarch');
    for (const [tag, values] of [['Requires', rpm.requires], ['Provides', rpm.provides], ['Obsoletes', rpm.obsoletes]] as const) {
      for (const value of values ?? []) head.push(`${tag}: ${value}`);
    }
    head.push(`%description -n ${rpm.name}`, 'A package of the lab.');
    for (const [name, text] of Object.entries(rpm.scripts ?? {})) head.push(`%${name} -n ${rpm.name}`, text);
    fileLists.push(`%files -n ${rpm.name}`);
    for (const [path, file] of Object.entries(rpm.files ?? {})) {
      const isLink = typeof file === 'object' && 'link' in file;
      if (isLink) {
        links.push(`mkdir -p %{buildroot}${dirname(path)}`, `ln -sf ${file.link} %{buildroot}${path}`);
      } else {
        mkdirSync(dirname(join(tree, path)), { recursive: true });
        writeFileSync(join(tree, path), typeof file === 'string' ? file : file.config);
      }
      fileLists.push(`${typeof file === 'object' && 'config' in file ? '%config(noreplace) ' : ''}${path}`);
    }
  }
  const path = join(folder, 'lab.spec');
  writeFileSync(path, [...head, '%prep', '%build', '%install', 'mkdir -p %{buildroot}', `cp -a ${tree}/. %{buildroot}/`, ...links, ...fileLists, ''].join('\n'));
  return path;
}
