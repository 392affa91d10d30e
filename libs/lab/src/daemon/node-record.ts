import { existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LoginUser, type NodeRole } from '../topology/topology.ts';

/** What the lab remembers of a node, in `node.json` beside its disk; everything else can be found out. */
export interface NodeRecord {
  readonly name: string;
  readonly index: number;
  readonly address: string;
  readonly site: string;
  readonly role: NodeRole;
  readonly domains: readonly string[];
  readonly user: LoginUser;
  /** Addresses that may connect; null: all. */
  readonly acceptFrom: readonly string[] | null;
  readonly diskMb: number | null;
  /** Lower layers by content hash, top first: a node keeps those it was made with. */
  readonly layers: readonly string[];
  readonly machineId: string;
  /** As enrolled; the fault `host-key` does not change it. */
  readonly hostKey: string;
  wantedPower: 'on' | 'off';
  /** Why a node with power does not run, such as a kernel panic; null: it runs, or is off. */
  deadBecause: string | null;
  boots: number;
  faults: Partial<Record<FaultName, string>>;
  /** Keys of provider requests that were carried out; the newest 200. */
  doneKeys: string[];
  /** A restore that was begun; finished at the next start of the lab when it was cut. */
  restoring: { readonly snapshotId: string; readonly key: string | null; readonly powerOn: boolean } | null;
}

export const faultNames = [
  'power-cut', 'power-blip', 'hang', 'partition', 'refuse', 'disk-full', 'panic-kernel', 'mirror-503', 'mirror-hang', 'mirror-corrupt', 'host-key',
  'scriptlet-fail', 'slow-scriptlet', 'service-down', 'dracut-fail',
] as const;
export type FaultName = (typeof faultNames)[number];

export const nodeFolder = (state: string, name: string): string => join(state, 'nodes', name);

export function saveRecord(state: string, record: NodeRecord): void {
  const file = join(nodeFolder(state, record.name), 'node.json');
  // Written beside and renamed: a lab that is killed here still knows the node.
  writeFileSync(`${file}.tmp`, JSON.stringify(record, null, 1));
  renameSync(`${file}.tmp`, file);
}

export function loadRecords(state: string): NodeRecord[] {
  const folder = join(state, 'nodes');
  return (existsSync(folder) ? readdirSync(folder) : [])
    .map((name) => join(folder, name, 'node.json'))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')) as NodeRecord)
    .sort((one, other) => one.index - other.index);
}
