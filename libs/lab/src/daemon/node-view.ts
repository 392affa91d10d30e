import { type LabNode } from './lab-node.ts';
import { type FaultName } from './node-record.ts';
import { type LoginUser, type NodeRole } from '../topology/topology.ts';

/** A node as the lab sees it from outside, never over ssh. */
export interface NodeView {
  readonly name: string;
  readonly externalId: string;
  readonly address: string;
  readonly site: string;
  readonly role: NodeRole;
  readonly domains: readonly string[];
  readonly user: LoginUser;
  readonly power: 'on' | 'off';
  /** `dead`: has power, but its kernel panicked or it found nothing to boot. */
  readonly condition: LabNode['condition'];
  readonly deadBecause: string | null;
  readonly boots: number;
  readonly bootId: string | null;
  readonly kernel: string | null;
  /** ID and VERSION_ID of its os-release, such as `opencloudos 8.5`. */
  readonly os: string | null;
  readonly machineId: string;
  readonly hostKey: string;
  readonly diskMb: number | null;
  readonly faults: Partial<Record<FaultName, string>>;
  readonly transactions: TransactionCount;
}

/** Package transactions that began on the node since it was created; kept outside its disk, so no restore takes one back. */
export interface TransactionCount {
  /** `dnf distro-sync`: the ones that migrate, or bring back. */
  readonly distroSync: number;
  /** All transactions of dnf and yum, distro-sync among them. */
  readonly dnf: number;
  /** `rpm -i`, `-U` and `-e` called directly, without --test. */
  readonly rpm: number;
  /** `<epoch seconds> <boot id> dnf|rpm <words of the command>`, oldest first. */
  readonly lines: readonly string[];
}

export function viewNode(node: LabNode): NodeView {
  const { record } = node;
  const { kernel, osRelease } = node.seenFromOutside();
  const field = (name: string): string => new RegExp(`^${name}="?([^"\n]*)`, 'm').exec(osRelease ?? '')?.[1] ?? '';
  const lines = node.transactionLines();
  return {
    name: record.name, externalId: record.name, address: record.address, site: record.site, role: record.role, domains: record.domains, user: record.user,
    power: record.wantedPower, condition: node.condition, deadBecause: record.deadBecause, boots: record.boots, bootId: node.bootId, kernel,
    os: osRelease === null ? null : `${field('ID')} ${field('VERSION_ID')}`,
    machineId: record.machineId, hostKey: record.hostKey, diskMb: record.diskMb, faults: record.faults,
    transactions: {
      dnf: lines.filter((line) => line.split(' ')[2] === 'dnf').length,
      distroSync: lines.filter((line) => / dnf .*\b(distro-sync|distrosync|distribution-synchronization)\b/.test(line)).length,
      rpm: lines.filter((line) => line.split(' ')[2] === 'rpm').length,
      lines,
    },
  };
}
