import { chmodSync, unlinkSync } from 'node:fs';
import { type Server, type Socket, createServer } from 'node:net';
import { type NodeAccessFailure } from '../transport/node-transport.ts';
import { type Fleet } from './fleet.ts';
import { type SimulatedFault } from './fleet-options.ts';
import { type FleetReply, type FleetRequest, type PingWire, type ProbeWire, lineBytesMax } from './fleet-protocol.ts';
import { statusAt } from './job-status.ts';
import { lineReader } from './line-reader.ts';
import { Refused, loginFailure, nodeTruth, nodeVerbs, pingMany, probeMany, setFault } from './fleet-verbs.ts';
import { consoleOf, deleteSnapshot, restoreSnapshot, setPower, takeSnapshot } from './node-provider.ts';
import { hello } from './node-answers.ts';
import { seededSeconds, seededUnit } from './seeded.ts';
import { type Follower, type SimulatedNode, hasFault, uptimeOf } from './simulated-node.ts';

const slowFactor = 100;

interface Caller {
  readonly socket: Socket;
  readonly follows: Map<number, { readonly node: SimulatedNode; readonly follower: Follower }>;
  /** Follows that were asked for and have not begun. */
  readonly asked: Set<number>;
  unsent: string;
}

export interface FleetServer {
  readonly server: Server;
  /** Something changed: record and tell it soon. */
  flushSoon(): void;
  close(): void;
}

/** Answers callers on one socket; every answer waits until what it says is on record. */
export function serveFleet(openFleetWith: (somethingChanged: () => void) => Fleet, facts: { readonly pid: number; readonly stateDirectory: string }, stop: () => void): FleetServer {
  const callers = new Set<Caller>();
  let flushing = false;
  const flushSoon = (): void => {
    if (flushing) return;
    flushing = true;
    setImmediate(flush);
  };
  const fleet = openFleetWith(flushSoon);
  const { world } = fleet;
  const { timing, seed } = world.settings;
  let asked = 0;

  function flush(): void {
    flushing = false;
    fleet.keep();
    for (const caller of callers) {
      if (caller.unsent === '') continue;
      caller.socket.write(caller.unsent);
      caller.unsent = '';
    }
  }

  function send(caller: Caller, reply: FleetReply): void {
    caller.unsent += `${JSON.stringify(reply)}\n`;
    flushSoon();
  }

  function fail(caller: Caller, request: FleetRequest, failure: NodeAccessFailure | 'badRequest', message: string): void {
    send(caller, { i: request.i, e: failure, m: message });
  }

  function later(seconds: number, caller: Caller, request: FleetRequest, act: () => unknown): void {
    const run = (): void => {
      try {
        const result = act();
        if (result !== pending) send(caller, { i: request.i, r: result });
      } catch (error) {
        // A request that makes no sense must not take 100,000 nodes down with it.
        const refused = error instanceof Refused ? error : new Refused('badRequest', error instanceof Error ? error.message : String(error));
        fail(caller, request, refused.failure, refused.message);
      }
    };
    if (seconds <= 0) run();
    else world.after(seconds, run);
  }

  function logIn(caller: Caller, request: FleetRequest, node: SimulatedNode, act: () => unknown): void {
    asked += 1;
    const latency = seededSeconds(timing.latency, timing.jitter, seededUnit(seed, 'latency', node.index, asked)) * (hasFault(node, 'slow') ? slowFactor : 1);
    later(latency, caller, request, () => {
      const failure = loginFailure(node, request.k ?? [], seed);
      if (failure === null) {
        const result = act();
        if (!hasFault(node, 'answerLost')) return result;
        throw new Refused('connectionLost', 'the connection was lost before the answer came');
      }
      const silent = failure === 'unreachable' ? timing.connectTimeout : failure === 'deadlineExceeded' ? timing.answerTimeout : 0;
      later(silent, caller, request, () => { throw new Refused(failure, `${request.n ?? ''}: ${failure}`); });
      return pending;
    });
  }

  function follow(caller: Caller, request: FleetRequest, node: SimulatedNode): void {
    const from = request.a?.['fromSeq'] as number;
    caller.asked.add(request.i);
    logIn(caller, request, node, () => {
      // Given up, or gone, before it began.
      if (!caller.asked.delete(request.i) || caller.socket.destroyed) return pending;
      const follower: Follower = {
        event(job, event) { send(caller, { i: request.i, f: { job: statusAt(job, event), incarnation: node.disk.incarnation } }); },
        lost(message) {
          caller.follows.delete(request.i);
          fail(caller, request, 'connectionLost', message);
        },
      };
      send(caller, { i: request.i, f: { hello: hello(node, world) } });
      const missed = node.disk.jobs.flatMap((job) => job.events.filter((event) => event.seq > from).map((event) => ({ job, event })));
      for (const { job, event } of missed.sort((left, right) => left.event.seq - right.event.seq)) follower.event(job, event);
      node.followers.add(follower);
      caller.follows.set(request.i, { node, follower });
      return pending;
    });
  }

  function unfollow(caller: Caller, id: number): void {
    caller.asked.delete(id);
    const known = caller.follows.get(id);
    known?.node.followers.delete(known.follower);
    caller.follows.delete(id);
  }

  function answer(caller: Caller, request: FleetRequest): void {
    const a = request.a ?? {};
    const nodeVerb = Object.hasOwn(nodeVerbs, request.v) ? nodeVerbs[request.v] : undefined;
    if (request.n !== undefined) {
      const node = fleet.find(request.n);
      if (node === null) {
        // Nobody has that address: it is as silent as a node that is off.
        later(timing.connectTimeout, caller, request, () => { throw new Refused('unreachable', `${request.n ?? ''}: no such node`); });
      } else if (nodeVerb !== undefined) {
        logIn(caller, request, node, () => nodeVerb(node, a, world));
      } else if (request.v === 'follow') {
        follow(caller, request, node);
      } else {
        provide(caller, request, node, a);
      }
      return;
    }
    later(request.v === 'pingMany' || request.v === 'probeMany' ? timing.latency : 0, caller, request, () => {
      if (request.v === 'pingMany') return pingMany(fleet, a['targets'] as readonly PingWire[]);
      if (request.v === 'probeMany') return probeMany(fleet, a['targets'] as readonly ProbeWire[]);
      if (request.v === 'unfollow') {
        unfollow(caller, a['id'] as number);
        return pending;
      }
      if (request.v === 'info') return { ...facts, nodes: world.settings.nodes, seed, generation: world.generation };
      if (request.v === 'stop') {
        setImmediate(stop);
        return {};
      }
      throw new Refused('badRequest', `no such verb: ${request.v}`);
    });
  }

  /** Provider and control verbs: from outside the node, so nobody logs in. */
  function provide(caller: Caller, request: FleetRequest, node: SimulatedNode, a: Readonly<Record<string, unknown>>): void {
    const key = a['key'] as string;
    const snapshotId = a['snapshotId'] as string;
    later(request.v === 'snapshot' ? timing.snapshot : 0, caller, request, () => {
      switch (request.v) {
        case 'power': return node.machine.power;
        case 'console': return consoleOf(node);
        case 'setPower': setPower(node, a['wanted'] as 'on' | 'off' | 'cycle', key, world); return {};
        case 'snapshot': return takeSnapshot(node, key, world);
        case 'restore':
          restoreSnapshot(node, snapshotId, key, world, (found) => {
            if (found) send(caller, { i: request.i, r: {} });
            else fail(caller, request, 'badRequest', `no such snapshot: ${snapshotId}`);
          });
          return pending;
        case 'deleteSnapshot': deleteSnapshot(node, snapshotId, world); return {};
        case 'fault': setFault(node, a['fault'] as SimulatedFault, a['on'] === true, world); return {};
        case 'truth': return nodeTruth(node);
        default: throw new Refused('badRequest', `no such verb: ${request.v}`);
      }
    });
  }

  const server = createServer((socket) => {
    const caller: Caller = { socket, follows: new Map(), asked: new Set(), unsent: '' };
    callers.add(caller);
    const feed = lineReader(lineBytesMax, (line) => {
      const request = parseRequest(line);
      if (request === null) socket.destroy();
      else answer(caller, request);
    }, () => { socket.destroy(); });
    socket.on('data', feed);
    socket.on('error', () => { socket.destroy(); });
    socket.on('close', () => {
      for (const id of [...caller.follows.keys()]) unfollow(caller, id);
      callers.delete(caller);
    });
  });

  // One line per caller and beat instead of one per follow: 2,000 open channels are quiet most of the time.
  const beat = setInterval(() => {
    for (const caller of callers) {
      if (caller.follows.size === 0) continue;
      const uptimes: [number, number][] = [];
      for (const [id, { node, follower }] of caller.follows) if (node.followers.has(follower)) uptimes.push([id, uptimeOf(node, world)]);
      if (uptimes.length > 0) send(caller, { b: uptimes });
    }
  }, timing.heartbeat * 1000);

  return {
    server,
    flushSoon,
    close() {
      clearInterval(beat);
      flush();
      for (const caller of callers) caller.socket.destroy();
      server.close();
      fleet.close();
    },
  };
}

/** The answer comes later, or in frames. */
const pending = Symbol('pending');

function parseRequest(line: string): FleetRequest | null {
  try {
    const request: unknown = JSON.parse(line);
    return typeof request === 'object' && request !== null && 'i' in request && typeof request.i === 'number' && 'v' in request && typeof request.v === 'string' ? (request as FleetRequest) : null;
  } catch {
    return null;
  }
}

/** Listens where nobody else can write. The caller has made sure that no living fleet answers there: what is left of a killed one is removed. */
export async function listen(server: Server, path: string): Promise<void> {
  try {
    unlinkSync(path);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw new Error(`remove the old socket ${path}`, { cause });
  }
  const umask = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
    });
  } finally {
    process.umask(umask);
  }
  chmodSync(path, 0o600);
}
