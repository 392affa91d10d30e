import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NodeId, type NodeTarget, type SiteId } from '@skein/core';
import { type FleetControl, openFleetControl } from './fleet-control.ts';
import { type SimulatedFleet, startSimulatedFleet, stopSimulatedFleet } from './fleet-handle.ts';
import { type SimulatedFleetOptions, type SimulatedTiming } from './fleet-options.ts';
import { simulatedNode } from './node-identity.ts';
import { type SimulatedTransport, openSimulatedTransport } from './simulated-transport.ts';

/** A real fleet process with quick nodes, for specs. */
export interface FleetForSpec {
  readonly options: SimulatedFleetOptions;
  readonly transport: SimulatedTransport;
  readonly control: FleetControl;
  fleet(): SimulatedFleet;
  /** A node that nobody has asked for yet. */
  fresh(): NodeTarget;
  /** kill -9 of the process. */
  kill(): void;
  /** Another process on the same disks. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export const quickTiming: Partial<SimulatedTiming> = { latency: 0.001, stage: 0.12, apply: 0.2, reverse: 0.15, boot: 0.12, snapshot: 0.01, restore: 0.05, connectTimeout: 0.05, answerTimeout: 0.1, silence: 0.1, heartbeat: 0.2 };

export async function openFleetForSpec(more: Partial<SimulatedFleetOptions> = {}): Promise<FleetForSpec> {
  const directory = mkdtempSync(join(tmpdir(), 'skein-fleet-'));
  const options: SimulatedFleetOptions = { socket: join(directory, 's'), stateDirectory: join(directory, 'state'), nodes: 1000, seed: 7, timing: quickTiming, ...more };
  let fleet = await startSimulatedFleet(options);
  let index = -1;
  const transport = openSimulatedTransport();
  const control = openFleetControl(options.socket);
  return {
    options, transport, control,
    fleet: () => fleet,
    fresh() {
      index += 1;
      return targetOf(options, index);
    },
    kill() { process.kill(fleet.pid, 'SIGKILL'); },
    async restart() {
      fleet = await startSimulatedFleet(options);
    },
    async close() {
      await transport.close();
      control.close();
      await stopSimulatedFleet(options.socket);
      rmSync(directory, { recursive: true });
    },
  };
}

export function targetOf(options: Pick<SimulatedFleetOptions, 'socket' | 'seed'>, index: number): NodeTarget {
  const { externalId, address, port, hostKeys } = simulatedNode(options.seed, index);
  return { nodeId: externalId as NodeId, siteId: 'simulated' as SiteId, route: { kind: 'simulated', socket: options.socket }, address, port, hostKeys, credential: { user: 'root', privateKey: '', become: 'none' } };
}
