import { type NodeFacts, type NodeTarget, type Probe, type ProbeResult, type VerificationFacts } from '@skein/core';
import {
  type Fingerprint, type FollowFrame, type Hello, type JobStatus, type LaunchAnswer, NodeAccessError, type NodeAccessFailure, type NodePing, type NodeTransport,
} from '../transport/node-transport.ts';
import { type FleetConnection, type FollowSignal, openFleetConnections } from './fleet-connection.ts';
import { type HelloWire, type PongWire, type ProbeWire } from './fleet-protocol.ts';

/** The transport to simulated nodes; bulk questions are one request per fleet. */
export interface SimulatedTransport extends NodeTransport {
  pingMany(targets: readonly NodeTarget[]): Promise<readonly (NodePing | NodeAccessFailure)[]>;
  /** Probes of many nodes' services in one request, answers in the same order; a fleet that is down gives `unknown`. */
  probeMany(asked: readonly { readonly target: NodeTarget; readonly probes: readonly Probe[] }[]): Promise<readonly (readonly ProbeResult[])[]>;
}

export function openSimulatedTransport(): SimulatedTransport {
  const connections = openFleetConnections();
  const connectionTo = (target: NodeTarget): FleetConnection => connections.to(socketOf(target));
  const ask = async (target: NodeTarget, verb: string, a?: Readonly<Record<string, unknown>>): Promise<unknown> =>
    connectionTo(target).call({ v: verb, n: target.address, k: target.hostKeys, ...(a === undefined ? {} : { a }) });

  return {
    hello: async (target) => helloOf((await ask(target, 'hello')) as HelloWire),
    inspect: async (target, request) => (await ask(target, 'inspect', { targetOsId: request.targetOsId })) as NodeFacts,
    launch: async (target, { jobId, kind, bootId, notAfterUptimeSeconds, incarnation, fence, stageJobId }) =>
      (await ask(target, 'launch', { jobId, kind, bootId, notAfterUptimeSeconds, incarnation, fence: String(fence), stageJobId })) as LaunchAnswer,
    status: async (target, jobId) => (await ask(target, 'status', { jobId })) as JobStatus,
    verify: async (target, request) => (await ask(target, 'verify', { sourceIdentityPackages: request.sourceIdentityPackages })) as VerificationFacts,
    fingerprint: async (target) => (await ask(target, 'fingerprint')) as Fingerprint,
    adopt: async (target, { incarnation, fence, bootId }) => helloOf((await ask(target, 'adopt', { incarnation, fence: String(fence), bootId })) as HelloWire),
    commitKernel: async (target, { incarnation, fence, bootId }) => {
      await ask(target, 'commitKernel', { incarnation, fence: String(fence), bootId });
    },
    readLog: async (target, jobId, offset) => {
      const slice = (await ask(target, 'readLog', { jobId, offset })) as { readonly offset: number; readonly totalBytes: number; readonly base64: string };
      return { offset: slice.offset, totalBytes: slice.totalBytes, bytes: new Uint8Array(Buffer.from(slice.base64, 'base64')) };
    },
    cleanup: async (target, { jobId, incarnation, fence }) => {
      await ask(target, 'cleanup', { jobId, incarnation, fence: String(fence) });
    },
    follow: (target, fromSeq, signal) => followNode(connectionTo(target), target, fromSeq, signal),
    ping: async (target) => {
      const [bootId, uptimeSeconds] = (await ask(target, 'ping')) as readonly [string, number];
      return { bootId, uptimeSeconds };
    },
    pingMany: async (targets) => bulk(targets, socketOf, async (socket, ours) => {
      const wire = ours.map((target) => [target.address, target.hostKeys] as const);
      try {
        const pongs = (await connections.to(socket).call({ v: 'pingMany', a: { targets: wire } })) as readonly PongWire[];
        return pongs.map((pong) => (typeof pong === 'string' ? pong : { bootId: pong[0], uptimeSeconds: pong[1] }));
      } catch (error) {
        if (!(error instanceof NodeAccessError)) throw error;
        return ours.map(() => error.failure);
      }
    }),
    probeMany: async (asked) => bulk(asked, ({ target }) => socketOf(target), async (socket, ours) => {
      const wire = ours.map(({ target, probes }): ProbeWire => [target.address, probes]);
      try {
        return (await connections.to(socket).call({ v: 'probeMany', a: { targets: wire } })) as readonly (readonly ProbeResult[])[];
      } catch (error) {
        if (!(error instanceof NodeAccessError)) throw error;
        return ours.map(({ probes }) => probes.map(() => ({ verdict: 'unknown', detail: error.message }) as const));
      }
    }),
    close() {
      connections.close();
      return Promise.resolve();
    },
  };
}

function socketOf(target: NodeTarget): string {
  if (target.route.kind === 'simulated') return target.route.socket;
  throw new Error(`node ${target.nodeId} is reached by ${target.route.kind}, not simulated`);
}

const helloOf = (wire: HelloWire): Hello => ({ ...wire, fence: BigInt(wire.fence) });

/** One question per fleet, answers in the order of `items`. */
async function bulk<Item, Answer>(items: readonly Item[], socketOfItem: (item: Item) => string, ask: (socket: string, ours: readonly Item[]) => Promise<readonly Answer[]>): Promise<readonly Answer[]> {
  const places = new Map<string, number[]>();
  for (const [at, item] of items.entries()) {
    const socket = socketOfItem(item);
    const ours = places.get(socket);
    if (ours === undefined) places.set(socket, [at]);
    else ours.push(at);
  }
  const all: (Answer | undefined)[] = new Array<Answer | undefined>(items.length);
  await Promise.all([...places].map(async ([socket, ours]) => {
    const answers = await ask(socket, ours.flatMap((at) => items.slice(at, at + 1)));
    if (answers.length !== ours.length) throw new NodeAccessError('protocolViolation', `asked ${String(ours.length)} things, got ${String(answers.length)} answers`);
    for (const [index, at] of ours.entries()) all[at] = answers[index];
  }));
  return all as Answer[];
}

/** Frames wait here while the reader is busy; a connection to a node gives a few dozen in all, so nothing grows. */
async function* followNode(connection: FleetConnection, target: NodeTarget, fromSeq: number, signal: AbortSignal): AsyncGenerator<FollowFrame> {
  if (signal.aborted) return;
  const queue: FollowSignal[] = [];
  let wake: (() => void) | null = null;
  const stop = connection.follow({ v: 'follow', n: target.address, k: target.hostKeys, a: { fromSeq } }, (one) => {
    queue.push(one);
    wake?.();
  });
  const aborted = (): void => wake?.();
  signal.addEventListener('abort', aborted);
  let bootId = '';
  try {
    for (;;) {
      if (signal.aborted) return;
      const next = queue.shift();
      if (next === undefined) {
        await new Promise<void>((resolve) => { wake = resolve; });
        wake = null;
      } else if (next.kind === 'end') {
        throw next.error;
      } else if (next.kind === 'heartbeat') {
        yield { kind: 'heartbeat', bootId, uptimeSeconds: next.uptimeSeconds };
      } else if ('hello' in next.frame) {
        ({ bootId } = next.frame.hello);
        yield { kind: 'hello', hello: helloOf(next.frame.hello) };
      } else {
        yield { kind: 'job', incarnation: next.frame.incarnation, job: next.frame.job };
      }
    }
  } finally {
    signal.removeEventListener('abort', aborted);
    stop();
  }
}
