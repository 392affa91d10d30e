import { type LabFleet, openLabFleet } from './lab-fleet.ts';
import { openSimulatedFleet, type RunningSimulatedFleet } from './simulated-fleet.ts';
import { type Home } from '../stack/home.ts';
import { type StackOptions } from '../stack/stack.ts';
import { type Step } from '../terminal/terminal.ts';
import { labObstacles } from './lab-fleet.ts';
import { PersonCanFix } from '../person-can-fix.ts';

/** The nodes that this stack is tried on. They are no part of the control plane and live on when it dies. */
export type FleetHandle =
  | ({ readonly kind: 'lab'; readonly reason: string } & LabFleet)
  | ({ readonly kind: 'simulated'; readonly reason: string } & RunningSimulatedFleet)
  | { readonly kind: 'none'; readonly reason: string; readonly pid: null; kill(): Promise<void>; stop(): Promise<void> };

const nodesDefault = 200;

export async function openFleet(home: Home, options: StackOptions, step: Step): Promise<FleetHandle> {
  const nothing = async () => undefined;
  if (options.fleet === 'none') return { kind: 'none', reason: 'asked for none', pid: null, kill: nothing, stop: nothing };
  const simulated = async (reason: string): Promise<FleetHandle> => ({ kind: 'simulated', reason, ...(await openSimulatedFleet(home, options.nodes ?? nodesDefault, step)) });
  if (options.fleet === 'simulated') return simulated('asked for');
  const obstacles = await labObstacles();
  if (obstacles.length === 0) return { kind: 'lab', reason: options.fleet === 'lab' ? 'asked for' : 'this machine can run it', ...(await openLabFleet(home, step)) };
  if (options.fleet === 'lab') throw new PersonCanFix(`the lab cannot run here:\n${obstacles.map((obstacle) => `    - ${obstacle}`).join('\n')}\n  go without it:  npm start -- --fleet simulated`);
  return simulated(`the lab cannot run here: ${obstacles.join('; ')}`);
}
