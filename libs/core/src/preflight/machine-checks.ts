import { type Check } from './check.ts';
import { type NodeFacts } from './facts.ts';

const mib = (kib: number): string => `${Math.round(kib / 1024)} MiB`;

const shortOf = (what: string, freeKib: number | null, neededKib: number): string | { readonly unreadable: string } | null => {
  if (freeKib === null) return { unreadable: `free space of ${what}` };
  return freeKib < neededKib ? `${what} has ${mib(freeKib)} free and needs ${mib(neededKib)}` : null;
};

/** The solver's numbers leave out caches, logs and rebuilt initramfs images. */
const predictionMarginPercent = 10;
const withMargin = (kib: number): number => Math.ceil((kib * (100 + predictionMarginPercent)) / 100);

/** Staging refuses to fill the disk: the runner keeps this much free, or it ends with `spaceShort` after everything was downloaded. */
const stagingReserveKib = 16 * 1024;

const hasOwnVar = (facts: NodeFacts): boolean => facts.mounts.some((mount) => mount.split(/\s+/u).includes('/var'));

/** Packages are staged forward and back, so the download counts twice. */
function predictedSpace(facts: NodeFacts): string | { readonly unreadable: string } | null {
  const { prediction } = facts;
  if (prediction === null) return { unreadable: 'what the transaction would do' };
  if (prediction.problem !== null) return `the solver finds no solution: ${prediction.problem}`;
  const downloads = withMargin(2 * prediction.downloadKib) + stagingReserveKib;
  const growth = withMargin(Math.max(0, prediction.installedKib));
  if (!hasOwnVar(facts)) return shortOf('/', facts.rootFreeKib, downloads + growth);
  return shortOf('/', facts.rootFreeKib, growth) ?? shortOf('/var', facts.varFreeKib, downloads);
}

/** A full inode table fails a transaction in the middle; the peer's tool warns at 99, when it is too late to stage anything. */
const inodesUsedPercentMax = 95;

/** Certificates and snapshots tolerate some seconds, not minutes. */
const clockOffsetSecondsMax = 5;

/** What the machine has: memory, disk, clock. */
export const machineChecks: readonly Check[] = [
  {
    id: 'mem.free', severity: 'inhibit', title: 'There is memory for the transaction',
    remediation: 'Stop services that can be stopped, or add swap.',
    evaluate: (facts, { minima }) => {
      if (facts.memoryAvailableKib === null) return { unreadable: 'available memory' };
      const free = facts.memoryAvailableKib + (facts.swapFreeKib ?? 0);
      return free < minima.memoryFreeKib ? `${mib(free)} of memory and swap are free and ${mib(minima.memoryFreeKib)} are needed` : null;
    },
  },
  {
    id: 'disk.root', severity: 'inhibit', title: 'The root filesystem has room',
    remediation: 'Remove what is not needed from the root filesystem, or extend it.',
    evaluate: (facts, { minima }) => shortOf('/', facts.rootFreeKib, minima.rootFreeKib),
  },
  {
    id: 'disk.boot', severity: 'inhibit', title: '/boot has room for another kernel',
    remediation: 'Remove kernels that are neither running nor the last one.',
    evaluate: (facts, { minima }) => shortOf('/boot', facts.bootFreeKib, minima.bootFreeKib),
  },
  {
    id: 'disk.predicted', severity: 'inhibit', title: 'What will be downloaded and installed fits',
    remediation: 'Extend the filesystem, clean it, or resolve what the solver names.',
    evaluate: predictedSpace,
  },
  {
    id: 'disk.inodes', severity: 'warning', title: 'The root filesystem has inodes left',
    remediation: 'Delete small files that are not needed (sessions, caches, mail queues).',
    evaluate: ({ inodesUsedPercent }) => {
      if (inodesUsedPercent === null) return { unreadable: 'used inodes' };
      return inodesUsedPercent > inodesUsedPercentMax ? `${inodesUsedPercent} % of the inodes are used` : null;
    },
  },
  {
    id: 'clock', severity: 'warning', title: 'The clock is right',
    remediation: 'Synchronise the clock (chronyc makestep).',
    evaluate: ({ clockOffsetSeconds }) => {
      if (clockOffsetSeconds === null) return { unreadable: 'the clock' };
      if (Math.abs(clockOffsetSeconds) <= clockOffsetSecondsMax) return null;
      return `the clock is ${Math.abs(clockOffsetSeconds)} s ${clockOffsetSeconds > 0 ? 'ahead' : 'behind'}`;
    },
  },
];
