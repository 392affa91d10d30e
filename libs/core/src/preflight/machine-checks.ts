import { remedyTexts } from '../sentence/remedy-texts.ts';
import { sentence } from '../sentence/sentence.ts';
import { type Check, type Seen } from './check.ts';
import { type NodeFacts } from './facts.ts';

const mib = (kib: number): number => Math.round(kib / 1024);

const shortOf = (where: string, freeKib: number | null, neededKib: number): Seen => {
  if (freeKib === null) return { unreadable: sentence('fact.space', { where }) };
  return freeKib < neededKib ? sentence('finding.spaceShort', { where, free: mib(freeKib), needed: mib(neededKib) }) : null;
};

/** The solver's numbers leave out caches, logs and rebuilt initramfs images. */
const predictionMarginPercent = 10;
const withMargin = (kib: number): number => Math.ceil((kib * (100 + predictionMarginPercent)) / 100);

/** Staging refuses to fill the disk: the runner keeps this much free, or it ends with `spaceShort` after everything was downloaded. */
const stagingReserveKib = 16 * 1024;

const hasOwnVar = (facts: NodeFacts): boolean => facts.mounts.some((mount) => mount.split(/\s+/u).includes('/var'));

/** Packages are staged forward and back, so the download counts twice. */
function predictedSpace(facts: NodeFacts): Seen {
  const { prediction } = facts;
  if (prediction === null) return { unreadable: sentence('fact.prediction') };
  if (prediction.problem !== null) return sentence('finding.noSolution', { problem: prediction.problem });
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
    remediation: remedyTexts.mem_free,
    evaluate: (facts, { minima }) => {
      if (facts.memoryAvailableKib === null) return { unreadable: sentence('fact.memory') };
      const free = facts.memoryAvailableKib + (facts.swapFreeKib ?? 0);
      return free < minima.memoryFreeKib ? sentence('finding.memoryShort', { free: mib(free), needed: mib(minima.memoryFreeKib) }) : null;
    },
  },
  {
    id: 'disk.root', severity: 'inhibit', title: 'The root filesystem has room',
    remediation: remedyTexts.disk_root,
    evaluate: (facts, { minima }) => shortOf('/', facts.rootFreeKib, minima.rootFreeKib),
  },
  {
    id: 'disk.boot', severity: 'inhibit', title: '/boot has room for another kernel',
    remediation: remedyTexts.disk_boot,
    evaluate: (facts, { minima }) => shortOf('/boot', facts.bootFreeKib, minima.bootFreeKib),
  },
  {
    id: 'disk.predicted', severity: 'inhibit', title: 'What will be downloaded and installed fits',
    remediation: remedyTexts.disk_predicted,
    evaluate: predictedSpace,
  },
  {
    id: 'disk.inodes', severity: 'warning', title: 'The root filesystem has inodes left',
    remediation: remedyTexts.disk_inodes,
    evaluate: ({ inodesUsedPercent }) => {
      if (inodesUsedPercent === null) return { unreadable: sentence('fact.inodes') };
      return inodesUsedPercent > inodesUsedPercentMax ? sentence('finding.inodesUsed', { percent: inodesUsedPercent }) : null;
    },
  },
  {
    id: 'clock', severity: 'warning', title: 'The clock is right',
    remediation: remedyTexts.clock,
    evaluate: ({ clockOffsetSeconds }) => {
      if (clockOffsetSeconds === null) return { unreadable: sentence('fact.clock') };
      if (Math.abs(clockOffsetSeconds) <= clockOffsetSecondsMax) return null;
      return sentence(clockOffsetSeconds > 0 ? 'finding.clockAhead' : 'finding.clockBehind', { seconds: Math.abs(clockOffsetSeconds) });
    },
  },
];
