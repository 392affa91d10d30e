import { type Socket, createConnection } from 'node:net';
import { NodeAccessError } from '../transport/node-transport.ts';
import { type FleetInfo, type FleetReply, type FleetRequest, type FollowWire, lineBytesMax } from './fleet-protocol.ts';
import { lineReader } from './line-reader.ts';

/** What a caller of the fleet asks; the id is put on by the connection. */
export type FleetQuestion = Omit<FleetRequest, 'i'>;

export type FollowSignal = { readonly kind: 'frame'; readonly frame: FollowWire } | { readonly kind: 'heartbeat'; readonly uptimeSeconds: number } | { readonly kind: 'end'; readonly error: NodeAccessError };

/** One connection that many calls share; opened by the first call, opened anew by the next call after it was lost. */
export interface FleetConnection {
  call(question: FleetQuestion): Promise<unknown>;
  /** Frames until `end`, which comes exactly once unless the returned function was called before. */
  follow(question: FleetQuestion, take: (signal: FollowSignal) => void): () => void;
  close(): void;
}

interface Waiting {
  readonly since: number;
  resolve(result: unknown): void;
  reject(error: NodeAccessError): void;
}

const callSecondsMax = 60;
const sweepSeconds = 5;

export function openFleetConnection(path: string): FleetConnection {
  let socket: Socket | null = null;
  let connected = false;
  let closed = false;
  let lastId = 0;
  let unsent = '';
  const waiting = new Map<number, Waiting>();
  const follows = new Map<number, (signal: FollowSignal) => void>();

  function lose(ended: Socket, cause: Error | null): void {
    if (ended !== socket) return;
    // A fleet that cannot be connected to is the way in that is down, never the node.
    const error = connected
      ? new NodeAccessError('connectionLost', 'the connection to the simulated fleet was lost')
      : new NodeAccessError('proxyDown', `no simulated fleet answers on ${path}`, cause === null ? {} : { cause });
    socket = null;
    connected = false;
    unsent = '';
    const failed = [...waiting.values()];
    const ends = [...follows.values()];
    waiting.clear();
    follows.clear();
    for (const one of failed) one.reject(error);
    for (const end of ends) end({ kind: 'end', error });
  }

  function take(line: string, from: Socket): void {
    const reply = parseReply(line);
    if (reply === null) {
      from.destroy(new Error('the simulated fleet sent what is no reply'));
    } else if ('b' in reply) {
      for (const [id, uptimeSeconds] of reply.b) follows.get(id)?.({ kind: 'heartbeat', uptimeSeconds });
    } else if ('f' in reply) {
      follows.get(reply.i)?.({ kind: 'frame', frame: reply.f });
    } else if ('e' in reply) {
      const error = reply.e === 'badRequest' ? new NodeAccessError('protocolViolation', reply.m) : new NodeAccessError(reply.e, reply.m);
      const end = follows.get(reply.i);
      follows.delete(reply.i);
      end?.({ kind: 'end', error });
      settle(reply.i)?.reject(error);
    } else {
      settle(reply.i)?.resolve(reply.r);
    }
  }

  function settle(id: number): Waiting | undefined {
    const one = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) socketIdle();
    return one;
  }

  // A connection that nobody waits on must not keep a process alive.
  const socketIdle = (): void => { if (follows.size === 0) socket?.unref(); };

  function opened(): Socket {
    if (socket !== null) return socket;
    const fresh = createConnection(path);
    socket = fresh;
    fresh.on('connect', () => { connected = true; });
    fresh.on('data', lineReader(lineBytesMax, (line) => { take(line, fresh); }, () => { fresh.destroy(new Error('the simulated fleet sent a line that is too long')); }));
    fresh.on('error', (cause) => { lose(fresh, cause); });
    fresh.on('close', () => { lose(fresh, null); });
    return fresh;
  }

  function send(question: FleetQuestion): number {
    if (closed) throw new NodeAccessError('connectionLost', 'this connection to the simulated fleet was closed');
    lastId += 1;
    const to = opened();
    to.ref();
    // Questions of one turn of the event loop leave in one write.
    if (unsent === '') {
      setImmediate(() => {
        if (socket === to && unsent !== '') to.write(unsent);
        if (socket === to) unsent = '';
      });
    }
    unsent += `${JSON.stringify({ i: lastId, ...question } satisfies FleetRequest)}\n`;
    return lastId;
  }

  // The oldest call is the first in the map, so a sweep costs nothing while all is well.
  const sweep = setInterval(() => {
    const tooOld = Date.now() - callSecondsMax * 1000;
    for (const [id, one] of waiting) {
      if (one.since > tooOld) break;
      waiting.delete(id);
      one.reject(new NodeAccessError('deadlineExceeded', `the simulated fleet did not answer within ${String(callSecondsMax)} s`));
    }
  }, sweepSeconds * 1000);
  sweep.unref();

  return {
    call: (question) => new Promise((resolve, reject) => {
      const id = send(question);
      waiting.set(id, { since: Date.now(), resolve, reject });
    }),
    follow(question, takeSignal) {
      const id = send(question);
      follows.set(id, takeSignal);
      return () => {
        if (!follows.delete(id)) return;
        if (socket !== null) send({ v: 'unfollow', a: { id } });
        if (waiting.size === 0) socketIdle();
      };
    },
    close() {
      closed = true;
      clearInterval(sweep);
      const ended = socket;
      ended?.destroy();
      if (ended !== null) lose(ended, null);
    },
  };
}

function parseReply(line: string): FleetReply | null {
  try {
    const reply: unknown = JSON.parse(line);
    return typeof reply === 'object' && reply !== null && ('i' in reply || 'b' in reply) ? (reply as FleetReply) : null;
  } catch {
    return null;
  }
}

/** Connections by socket path, opened when first asked for. */
export interface FleetConnections {
  to(path: string): FleetConnection;
  close(): void;
}

export function openFleetConnections(): FleetConnections {
  const byPath = new Map<string, FleetConnection>();
  return {
    to(path) {
      const known = byPath.get(path) ?? openFleetConnection(path);
      byPath.set(path, known);
      return known;
    },
    close() {
      for (const connection of byPath.values()) connection.close();
      byPath.clear();
    },
  };
}

/** Asks a fleet once; null when none answers on that socket. */
export async function fleetInfo(path: string): Promise<FleetInfo | null> {
  const connection = openFleetConnection(path);
  try {
    return (await connection.call({ v: 'info' })) as FleetInfo;
  } catch (error) {
    if (error instanceof NodeAccessError && (error.failure === 'proxyDown' || error.failure === 'connectionLost')) return null;
    throw error;
  } finally {
    connection.close();
  }
}

export const fleetAnswers = async (path: string): Promise<boolean> => (await fleetInfo(path)) !== null;
