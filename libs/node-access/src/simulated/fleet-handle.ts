import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fleetInfo, openFleetConnection } from './fleet-connection.ts';
import { type SimulatedFleetOptions } from './fleet-options.ts';
import { type FleetInfo } from './fleet-protocol.ts';

/** A fleet process that answers; it lives on when its starter ends. */
export interface SimulatedFleet extends FleetInfo {
  readonly socket: string;
}

const startSecondsMax = 30;
const stopSecondsMax = 10;
// sun_path has 108 bytes with its final zero; the kernel's own message for a longer one is "invalid argument".
const socketPathBytesMax = 107;

/** The fleet that answers on the socket, or one that is started now and survives its starter. Refuses one of another size or seed. */
export async function startSimulatedFleet(options: SimulatedFleetOptions): Promise<SimulatedFleet> {
  if (Buffer.byteLength(options.socket) > socketPathBytesMax) throw new Error(`the path of a UNIX socket may have ${String(socketPathBytesMax)} bytes: ${options.socket}`);
  const found = await findSimulatedFleet(options.socket);
  if (found !== null) {
    if (found.nodes === options.nodes && found.seed === options.seed) return found;
    throw new Error(`a simulated fleet of ${String(found.nodes)} nodes, seed ${String(found.seed)}, answers on ${options.socket}; stop it first`);
  }
  mkdirSync(options.stateDirectory, { recursive: true, mode: 0o700 });
  const logPath = join(options.stateDirectory, 'fleet.log');
  const log = openSync(logPath, 'a', 0o600);
  const child = spawn(process.execPath, [
    fileURLToPath(new URL('./fleet-process.ts', import.meta.url)),
    // The fleet's working directory is the root, so that it holds on to no folder of its starter.
    '--socket', resolve(options.socket), '--nodes', String(options.nodes), '--seed', String(options.seed), '--state', resolve(options.stateDirectory),
    '--timing', JSON.stringify(options.timing ?? {}), '--faults', JSON.stringify(options.faultRates ?? {}),
  ], { detached: true, stdio: ['ignore', log, log], env: {}, cwd: '/' });
  closeSync(log);
  child.unref();
  let ended: string | null = null;
  child.on('exit', (code, signal) => { ended = signal ?? `exit code ${String(code)}`; });
  child.on('error', (error) => { ended = error.message; });
  for (const until = Date.now() + startSecondsMax * 1000; Date.now() < until;) {
    const fleet = await findSimulatedFleet(options.socket);
    if (fleet !== null) return fleet;
    if (ended !== null) break;
    await sleep(25);
  }
  throw new Error(`the simulated fleet did not start (${ended ?? 'no answer'}); its last words: ${readFileSync(logPath, 'utf8').slice(-500)}`);
}

/** null: nobody answers there. */
export async function findSimulatedFleet(socket: string): Promise<SimulatedFleet | null> {
  const info = await fleetInfo(socket);
  return info === null ? null : { ...info, socket };
}

/** Ends the fleet's process; its disks stay in the state folder. False: there was none. */
export async function stopSimulatedFleet(socket: string): Promise<boolean> {
  const fleet = await findSimulatedFleet(socket);
  if (fleet === null) return false;
  const connection = openFleetConnection(socket);
  await connection.call({ v: 'stop' }).catch(() => undefined);
  connection.close();
  for (const until = Date.now() + stopSecondsMax * 1000; Date.now() < until;) {
    if (!processLives(fleet.pid)) return true;
    await sleep(20);
  }
  throw new Error(`the simulated fleet, process ${String(fleet.pid)}, did not end within ${String(stopSecondsMax)} s`);
}

function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
