import { type JobStatus } from '../transport/node-transport.ts';
import { openFleetConnection } from './fleet-connection.ts';
import { type SimulatedFault } from './fleet-options.ts';
import { type PackageSet } from './package-catalogue.ts';

/** What is true of a simulated node, whatever it tells; for tests and the kill suite's checker only. */
export interface SimulatedTruth {
  readonly externalId: string;
  readonly state: 'up' | 'booting' | 'panicked' | 'hung' | 'off';
  readonly bootId: string;
  readonly boots: number;
  readonly kernelRunning: 'source' | 'target';
  readonly kernelSaved: 'source' | 'target';
  readonly packages: PackageSet;
  readonly incarnation: number;
  readonly fence: string;
  readonly seq: number;
  /** Package transactions begun over the whole life of the machine; no restore takes them back. */
  readonly transactionsEver: number;
  readonly faults: readonly SimulatedFault[];
  readonly jobs: readonly JobStatus[];
  readonly snapshots: readonly string[];
}

/** The hand of a test, or of `break`, on a fleet. `node` is an address or an external id. */
export interface FleetControl {
  fault(node: string, fault: SimulatedFault, on: boolean): Promise<void>;
  power(node: string, wanted: 'on' | 'off' | 'cycle'): Promise<void>;
  truth(node: string): Promise<SimulatedTruth>;
  close(): void;
}

export function openFleetControl(socket: string): FleetControl {
  const connection = openFleetConnection(socket);
  let turn = 0;
  return {
    async fault(node, fault, on) {
      await connection.call({ v: 'fault', n: node, a: { fault, on } });
    },
    async power(node, wanted) {
      turn += 1;
      await connection.call({ v: 'setPower', n: node, a: { wanted, key: `control-${String(process.pid)}-${String(Date.now())}-${String(turn)}` } });
    },
    truth: async (node) => (await connection.call({ v: 'truth', n: node })) as SimulatedTruth,
    close() { connection.close(); },
  };
}
