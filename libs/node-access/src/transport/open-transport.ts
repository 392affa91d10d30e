import { type NodeTarget } from '@skein/core';
import { NodeAccessError, type NodeAccessFailure, type NodePing, type NodeTransport } from './node-transport.ts';

type Kind = NodeTarget['route']['kind'];

/** One transport over several: each call goes to the adapter that the target's route names. */
export function openTransport(adapters: Readonly<Record<Kind, NodeTransport>>): NodeTransport {
  const to = (target: NodeTarget): NodeTransport => adapters[target.route.kind];
  return {
    hello: (target) => to(target).hello(target),
    inspect: (target, request) => to(target).inspect(target, request),
    launch: (target, request) => to(target).launch(target, request),
    status: (target, jobId) => to(target).status(target, jobId),
    verify: (target, request) => to(target).verify(target, request),
    fingerprint: (target) => to(target).fingerprint(target),
    adopt: (target, request) => to(target).adopt(target, request),
    commitKernel: (target, request) => to(target).commitKernel(target, request),
    readLog: (target, jobId, offset) => to(target).readLog(target, jobId, offset),
    cleanup: (target, request) => to(target).cleanup(target, request),
    follow: (target, fromSeq, signal) => to(target).follow(target, fromSeq, signal),
    ping: (target) => to(target).ping(target),
    async pingMany(targets) {
      const places = targets.map((target, at) => ({ target, at }));
      const answers: (NodePing | NodeAccessFailure)[] = new Array<NodeAccessFailure>(targets.length).fill('unreachable');
      await Promise.all((Object.keys(adapters) as Kind[]).map(async (kind) => {
        const ours = places.filter(({ target }) => target.route.kind === kind);
        const pings = await pingAll(adapters[kind], ours.map(({ target }) => target));
        for (const [index, { at }] of ours.entries()) answers[at] = pings[index] ?? 'protocolViolation';
      }));
      return answers;
    },
    async close() {
      await Promise.all(Object.values(adapters).map((adapter) => adapter.close()));
    },
  };
}

const pingsAtOnceMax = 32;

/** In one question where the adapter can, else some at a time: a site's bastion takes only so many handshakes. */
async function pingAll(transport: NodeTransport, targets: readonly NodeTarget[]): Promise<readonly (NodePing | NodeAccessFailure)[]> {
  if (targets.length === 0) return [];
  if (transport.pingMany !== undefined) return transport.pingMany(targets);
  const answers: (NodePing | NodeAccessFailure)[] = [];
  const work = targets.entries();
  await Promise.all(Array.from({ length: Math.min(pingsAtOnceMax, targets.length) }, async () => {
    for (const [at, target] of work) answers[at] = await pingOne(transport, target);
  }));
  return answers;
}

async function pingOne(transport: NodeTransport, target: NodeTarget): Promise<NodePing | NodeAccessFailure> {
  try {
    return await transport.ping(target);
  } catch (error) {
    if (error instanceof NodeAccessError) return error.failure;
    throw error;
  }
}
