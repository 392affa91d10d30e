import { parseOsName } from './edge-for.ts';

/** A family of systems that is maintained together, and its last day of maintenance as its maker announced it; null: none announced that we know. */
export interface OsLifecycle {
  readonly osId: string;
  readonly major: number;
  readonly family: string;
  readonly endOfLife: string | null;
}

export const osLifecycles: readonly OsLifecycle[] = [
  { osId: 'centos', major: 7, family: 'CentOS 7', endOfLife: '2024-06-30' },
  { osId: 'centos', major: 8, family: 'CentOS 8', endOfLife: '2021-12-31' },
  { osId: 'opencloudos', major: 8, family: 'OpenCloudOS 8', endOfLife: null },
];

/** The family of `centos-8.5`. A system that nobody listed is a family by its own name; a name that cannot be read is `unknown`. */
export function osFamily(osName: string): Pick<OsLifecycle, 'family' | 'endOfLife'> {
  const os = parseOsName(osName);
  if (os === null) return { family: 'unknown', endOfLife: null };
  return osLifecycles.find((known) => known.osId === os.osId && known.major === os.major) ?? { family: `${os.osId} ${String(os.major)}`, endOfLife: null };
}
