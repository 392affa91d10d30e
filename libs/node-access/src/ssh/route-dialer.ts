import { type Duplex } from 'node:stream';
import { type BastionHop, type SiteRoute } from '@skein/core';
import { NodeAccessError } from '../transport/node-transport.ts';
import { type GuardedSsh, type SshDeadlines, connectGuarded } from './guarded-ssh.ts';
import { asNodeAccessError } from './node-access-failure.ts';
import { openSocket } from './open-socket.ts';
import { connectThroughSocks5 } from './socks5-client.ts';

/**
 * Opens plain TCP connections through a site's way in (SOCKS5, then bastions), for probes and for the ssh transport itself.
 * Connections to bastions are kept and shared.
 */
export interface RouteDialer {
  /**
   * Throws NodeAccessError: `proxyDown`; `bastionDown`, also when a bastion shows another key or refuses the login, because that is never the
   * node's fault; `unreachable`.
   */
  dial(route: SiteRoute, host: string, port: number, timeoutMs: number): Promise<Duplex>;
  close(): Promise<void>;
}

export const defaultSshDeadlines: SshDeadlines = { dial: 10_000, handshake: 15_000, channel: 10_000, keepalive: 5_000, keepaliveMax: 3 };

interface Hop {
  readonly ssh: Promise<GuardedSsh>;
  streams: number;
  idle: NodeJS.Timeout | null;
}

export function openRouteDialer(options: { readonly deadlines?: SshDeadlines; readonly bastionIdleMs?: number } = {}): RouteDialer {
  const deadlines = options.deadlines ?? defaultSshDeadlines;
  const bastionIdleMs = options.bastionIdleMs ?? 60_000;
  const hops = new Map<string, Hop>();
  let closing = false;

  async function dialBy(proxy: string | null, bastions: readonly BastionHop[], host: string, port: number, timeoutMs: number): Promise<Duplex> {
    const last = bastions.at(-1);
    if (last === undefined) {
      if (proxy !== null) return connectThroughSocks5(proxy, host, port, timeoutMs);
      return openSocket({ host, port }, timeoutMs).catch((error: unknown) => {
        throw asNodeAccessError(error, 'unreachable', `${host}:${String(port)}`);
      });
    }
    const hop = hopTo(proxy, bastions, last);
    hop.streams += 1;
    if (hop.idle !== null) clearTimeout(hop.idle);
    const release = (): void => {
      hop.streams -= 1;
      if (hop.streams > 0) return;
      hop.idle = setTimeout(() => { void hop.ssh.then((ssh) => { ssh.end(); }, () => undefined); }, bastionIdleMs);
      hop.idle.unref();
    };
    try {
      const ssh = await hop.ssh;
      const stream = await ssh.forward(host, port, timeoutMs).catch((error: unknown) => {
        // A bastion that answers nothing any more cannot tell us that the node does not answer.
        if (ssh.open && ssh.silentFor() < deadlines.keepalive + 2_000) throw error;
        ssh.end();
        throw new NodeAccessError('bastionDown', `${last.address}:${String(last.port)} does not answer`, { cause: error });
      });
      stream.once('close', release);
      return stream;
    } catch (error) {
      release();
      throw error;
    }
  }

  function hopTo(proxy: string | null, bastions: readonly BastionHop[], last: BastionHop): Hop {
    const key = JSON.stringify([proxy, ...bastions.map(({ address, port, hostKeys, credential }) => [address, port, hostKeys, credential.user, credential.privateKey])]);
    const known = hops.get(key);
    if (known !== undefined) return known;
    const name = `bastion ${last.address}:${String(last.port)}`;
    const forget = (): void => { if (hops.get(key) === hop) hops.delete(key); };
    const connect = async (): Promise<GuardedSsh> => {
      if (closing) throw new NodeAccessError('bastionDown', `${name}: closing`);
      try {
        const stream = await dialBy(proxy, bastions.slice(0, -1), last.address, last.port, deadlines.dial);
        const ssh = await connectGuarded({ stream, hostKeys: last.hostKeys, credential: last.credential, name, deadlines });
        ssh.onClose(forget);
        return ssh;
      } catch (error) {
        forget();
        if (error instanceof NodeAccessError && error.failure === 'proxyDown') throw error;
        throw new NodeAccessError('bastionDown', error instanceof Error ? error.message : name, { cause: error });
      }
    };
    const hop: Hop = { ssh: connect(), streams: 0, idle: null };
    hop.ssh.catch(() => undefined);
    hops.set(key, hop);
    return hop;
  }

  return {
    dial(route, host, port, timeoutMs) {
      if (route.kind !== 'ssh') return Promise.reject(new NodeAccessError('unreachable', 'a simulated site has no network'));
      return dialBy(route.proxy, route.bastions, host, port, timeoutMs);
    },
    async close() {
      closing = true;
      await Promise.all([...hops.values()].map(async (hop) => {
        if (hop.idle !== null) clearTimeout(hop.idle);
        await hop.ssh.then((ssh) => { ssh.end(); }, () => undefined);
      }));
    },
  };
}
