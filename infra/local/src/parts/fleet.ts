import { readEnvironment } from '../environment.ts';
import { PersonCanFix } from '../person-can-fix.ts';
import { type Home } from '../stack/home.ts';
import { type Terminal } from '../terminal/terminal.ts';
import { type LabFleet, labObstacles, openLabFleet, prepareForLab } from './lab-fleet.ts';
import { openSimulatedFleet, type RunningSimulatedFleet } from './simulated-fleet.ts';

/** The nodes that this stack is tried on. They are no part of the control plane and live on when it dies. */
export type FleetHandle =
  | ({ readonly kind: 'lab'; readonly reason: string } & LabFleet)
  | ({ readonly kind: 'simulated'; readonly reason: string } & RunningSimulatedFleet)
  | { readonly kind: 'none'; readonly reason: string; readonly pid: null; kill(): Promise<void>; stop(): Promise<void> };

/** Which fleet is wanted, and may what it misses be installed. */
export interface FleetOptions {
  /** Default: the lab where it can run, else simulated nodes. Asking for `lab` where it cannot run is an error. */
  readonly fleet?: 'lab' | 'simulated' | 'none';
  /** Simulated nodes, and how many of them. Default 200. */
  readonly nodes?: number;
  /** May install the lab's missing Debian packages. Default false. */
  readonly setup?: boolean;
}

const nodesDefault = 200;

export async function openFleet(home: Home, options: FleetOptions, terminal: Terminal): Promise<FleetHandle> {
  const nothing = async () => undefined;
  if (options.fleet === 'none') return { kind: 'none', reason: 'as asked', pid: null, kill: nothing, stop: nothing };
  // Spread would freeze what is asked anew each time, such as the process id: the kind is put on the handle itself.
  const simulated = async (reason: string): Promise<FleetHandle> =>
    Object.assign(await openSimulatedFleet(home, options.nodes ?? nodesDefault, terminal.step('fleet')), { kind: 'simulated' as const, reason });
  if (options.fleet === 'simulated') return simulated('as asked');
  await prepareForLab(options.setup === true, terminal);
  const obstacles = labObstacles(home);
  if (obstacles.length === 0) return Object.assign(await openLabFleet(home, readEnvironment().cache, terminal), { kind: 'lab' as const, reason: options.fleet === 'lab' ? 'as asked' : 'because this machine can run it' });
  if (options.fleet === 'lab') throw new PersonCanFix(`the lab cannot run here:\n${obstacles.map((obstacle) => `    - ${obstacle}`).join('\n')}\n  go without it:  npm start -- --fleet simulated`);
  return simulated(`because the lab cannot run here: ${obstacles.join('; ')}`);
}
