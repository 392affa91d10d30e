import { type NodeTarget, type Probe, type ProbeResult } from '@skein/core';
import { type SimulatedTransport } from '../simulated/simulated-transport.ts';
import { type Dial, type ProbeCommand, runProbe } from './run-probe.ts';

export interface ProberParts {
  /** How streams reach this node: through its site's proxy and bastions. */
  dialTo(target: NodeTarget): Dial;
  readonly simulated: Pick<SimulatedTransport, 'probeMany'>;
  readonly commands: Readonly<Record<string, ProbeCommand>>;
}

/** Probes of any node by its route; a simulated node's service exists only inside its fleet, so the fleet is asked. */
export function openProber(parts: ProberParts): (target: NodeTarget, probe: Probe) => Promise<ProbeResult> {
  return async (target, probe) => {
    if (target.route.kind === 'ssh') return runProbe(probe, { host: target.address, dial: parts.dialTo(target), commands: parts.commands });
    const [results] = await parts.simulated.probeMany([{ target, probes: [probe] }]);
    return results?.[0] ?? { verdict: 'unknown', detail: 'the simulated fleet gave no answer' };
  };
}
