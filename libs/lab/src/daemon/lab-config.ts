import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Topology, type TopologySite } from '../topology/topology.ts';

/** What the daemon has to know of the lab as a whole; written by whoever starts or enlarges it. */
export interface LabConfig {
  readonly cache: string;
  readonly baseId: string;
  readonly universeFolder: string;
  readonly universeId: string;
  readonly sites: readonly TopologySite[];
  readonly sudoRule: readonly string[];
  readonly requestsPerSecond: number;
  /** Nodes that are to exist; the daemon creates those that are missing, and never removes one for not being here. */
  readonly nodes: Topology['nodes'];
}

const configFile = (state: string): string => join(state, 'lab.json');

export function readConfig(state: string): LabConfig | null {
  return existsSync(configFile(state)) ? JSON.parse(readFileSync(configFile(state), 'utf8')) as LabConfig : null;
}

export function writeConfig(state: string, config: LabConfig): void {
  writeFileSync(`${configFile(state)}.tmp`, JSON.stringify(config, null, 1));
  renameSync(`${configFile(state)}.tmp`, configFile(state));
}

export const clientKeyFile = (state: string): string => join(state, 'client_ed25519');
