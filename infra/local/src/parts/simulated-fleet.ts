import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findSimulatedFleet, type SimulatedFleet, startSimulatedFleet, stopSimulatedFleet } from '@skein/node-access';
import { identifyProcess, signalProcess, untilGone } from '../process/process-identity.ts';
import { type Home } from '../stack/home.ts';
import { type Step } from '../terminal/terminal.ts';

export interface RunningSimulatedFleet {
  readonly fleet: SimulatedFleet;
  readonly pid: number | null;
  /** kill -9: for the nodes it is a power cut, all at once. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const seed = 1;

/** A UNIX socket's path may have 107 bytes; a home that lies deep gets its socket elsewhere. */
export function simulatedSocket(home: Home): string {
  const near = join(home.directory, 'fleet.sock');
  if (Buffer.byteLength(near) <= 100) return near;
  return join(tmpdir(), `skein-${createHash('sha256').update(home.directory).digest('hex').slice(0, 12)}.sock`);
}

export async function openSimulatedFleet(home: Home, nodes: number, step: Step): Promise<RunningSimulatedFleet> {
  const socket = simulatedSocket(home);
  const left = await findSimulatedFleet(socket);
  if (left !== null && left.nodes !== nodes) {
    step.note(`stopping an earlier fleet of ${left.nodes} nodes`);
    await stopSimulatedFleet(socket);
  }
  step.note(`starting ${nodes} simulated nodes`);
  // One folder per size: the disks of another fleet would be another fleet's nodes.
  const fleet = await startSimulatedFleet({ socket, stateDirectory: join(home.simulated, String(nodes)), nodes, seed });
  step.done(`${nodes} simulated nodes, ${left === null || left.nodes !== nodes ? 'started' : 'still running'}`);
  const identity = identifyProcess(fleet.pid);
  return {
    fleet,
    get pid() {
      return identity !== null && identifyProcess(identity.pid)?.startTicks === identity.startTicks ? identity.pid : null;
    },
    async kill() {
      if (identity === null) return;
      signalProcess(identity, 'SIGKILL');
      await untilGone(identity, 10);
    },
    async stop() {
      await stopSimulatedFleet(socket);
    },
  };
}
