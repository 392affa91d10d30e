/**
 * What can be wrong with a simulated node; each is switched on and off by itself.
 * `hang`: takes connections, answers nothing, until it is power-cycled. `unreachable`: the network is gone, the node works on.
 * `panicKernel`: the target's kernel has all its files and panics at boot. `answerLost`: does what it is told, the answer never arrives.
 * `lateStart`: a launched job wakes only when the machine is up for `lateStartSeconds` more. `serviceFailsOnTarget`: active before, failed after.
 */
export const simulatedFaults = [
  'unreachable', 'hang', 'hostKeyMismatch', 'wrongKey', 'becomeRefused', 'slow', 'answerLost', 'lateStart',
  'stagingFailure', 'transactionFailure', 'reverseFailure', 'panicKernel',
  'serviceDown', 'serviceFailsOnTarget', 'noProbeData', 'diskShort', 'requiresIdentity',
] as const;
export type SimulatedFault = (typeof simulatedFaults)[number];

/** All in seconds. `jitter` is the share by which each duration may be longer or shorter, seeded per node and occasion. */
export interface SimulatedTiming {
  readonly latency: number;
  readonly stage: number;
  readonly apply: number;
  readonly reverse: number;
  readonly boot: number;
  readonly snapshot: number;
  readonly restore: number;
  /** Until a caller learns that nobody answers a connection attempt. */
  readonly connectTimeout: number;
  /** Until a caller gives up on a node that took the connection and says nothing. */
  readonly answerTimeout: number;
  /** Until a follower notices that its connection is dead. */
  readonly silence: number;
  readonly heartbeat: number;
  readonly lateStart: number;
  readonly jitter: number;
}

export const simulatedTimingDefault: SimulatedTiming = {
  latency: 0.004, stage: 1, apply: 2, reverse: 1.5, boot: 2, snapshot: 0.2, restore: 1,
  connectTimeout: 1, answerTimeout: 3, silence: 3, heartbeat: 4, lateStart: 60, jitter: 0.3,
};

export interface SimulatedFleetOptions {
  /** UNIX socket that the fleet listens on, mode 0600; at most 107 bytes. */
  readonly socket: string;
  /** Folder that the fleet's disks are written to. */
  readonly stateDirectory: string;
  /** 1 to 100,000. */
  readonly nodes: number;
  readonly seed: number;
  readonly timing?: Partial<SimulatedTiming>;
  /** Share of nodes, 0 to 1, that are born with a fault; who they are follows from the seed. */
  readonly faultRates?: Partial<Record<SimulatedFault, number>>;
}

/** What every part of a running fleet knows of how it was made. */
export interface FleetSettings {
  readonly nodes: number;
  readonly seed: number;
  readonly timing: SimulatedTiming;
  readonly faultRates: Partial<Record<SimulatedFault, number>>;
}
