import { createHash } from 'node:crypto';
import { type NodeTarget } from '@skein/core';
import { NodeAccessError } from '../transport/node-transport.ts';
import { type GuardedSsh, type SshDeadlines, connectGuarded } from './guarded-ssh.ts';
import { type RouteDialer } from './route-dialer.ts';

/** At most one connection per node, kept for a short idle time and shared by everything that asks this node. */
export interface ConnectionPool {
  /** The connection is not closed for idleness while `use` runs. */
  with<Result>(target: NodeTarget, use: (ssh: GuardedSsh) => Promise<Result>): Promise<Result>;
  hold(target: NodeTarget): Promise<{ readonly ssh: GuardedSsh; release(): void }>;
  close(): Promise<void>;
}

interface Entry {
  readonly ssh: Promise<GuardedSsh>;
  users: number;
  idle: NodeJS.Timeout | null;
}

export function openConnectionPool(options: { readonly dialer: RouteDialer; readonly deadlines: SshDeadlines; readonly idleMs: number; readonly handshakesPerSiteMax: number }): ConnectionPool {
  const { dialer, deadlines } = options;
  const entries = new Map<string, Entry>();
  const turns = siteTurns(options.handshakesPerSiteMax);
  let closing = false;

  async function connect(target: NodeTarget, forget: () => void): Promise<GuardedSsh> {
    const done = await turns.take(target.siteId);
    try {
      if (closing) throw new NodeAccessError('connectionLost', 'the transport is closing');
      const stream = await dialer.dial(target.route, target.address, target.port, deadlines.dial);
      const ssh = await connectGuarded({ stream, hostKeys: target.hostKeys, credential: target.credential, name: nameOf(target), deadlines });
      ssh.onClose(forget);
      return ssh;
    } catch (error) {
      forget();
      throw error;
    } finally {
      done();
    }
  }

  async function hold(target: NodeTarget): Promise<{ readonly ssh: GuardedSsh; release(): void }> {
    const key = keyOf(target);
    let entry = entries.get(key);
    if (entry === undefined) {
      const fresh: Entry = { ssh: connect(target, () => { if (entries.get(key) === fresh) entries.delete(key); }), users: 0, idle: null };
      entries.set(key, fresh);
      entry = fresh;
    }
    const held = entry;
    held.users += 1;
    if (held.idle !== null) clearTimeout(held.idle);
    let released = false;
    const release = (): void => {
      if (released) return;
      released = true;
      held.users -= 1;
      if (held.users > 0) return;
      held.idle = setTimeout(() => {
        if (entries.get(key) === held) entries.delete(key);
        void held.ssh.then((ssh) => { ssh.end(); }, () => undefined);
      }, options.idleMs);
      held.idle.unref();
    };
    try {
      return { ssh: await held.ssh, release };
    } catch (error) {
      release();
      throw error;
    }
  }

  return {
    hold,
    async with(target, use) {
      const { ssh, release } = await hold(target);
      try {
        return await use(ssh);
      } catch (error) {
        // A connection on which something did not come in time is not one to ask the next question on.
        if (error instanceof NodeAccessError && error.failure === 'deadlineExceeded') ssh.end();
        throw error;
      } finally {
        release();
      }
    },
    async close() {
      closing = true;
      await Promise.all([...entries.values()].map(async (entry) => {
        if (entry.idle !== null) clearTimeout(entry.idle);
        await entry.ssh.then((ssh) => { ssh.end(); }, () => undefined);
      }));
      entries.clear();
    },
  };
}

export const nameOf = (target: NodeTarget): string => `${target.nodeId} at ${target.address}:${String(target.port)}`;

/** Everything that makes a connection this one: another pinned key or login never meets an old connection. */
const keyOf = (target: NodeTarget): string =>
  createHash('sha256').update(JSON.stringify([target.nodeId, target.route, target.address, target.port, target.hostKeys, target.credential])).digest('hex');

/** So many handshakes in flight per site: sshd drops what is above MaxStartups, and a bastion's address is everybody's. */
function siteTurns(max: number): { take(site: string): Promise<() => void> } {
  const sites = new Map<string, { running: number; readonly waiting: (() => void)[] }>();
  return {
    async take(site) {
      const state = sites.get(site) ?? { running: 0, waiting: [] };
      sites.set(site, state);
      if (state.running >= max) await new Promise<void>((resolve) => { state.waiting.push(resolve); });
      else state.running += 1;
      return () => {
        const next = state.waiting.shift();
        if (next !== undefined) next();
        else state.running -= 1;
      };
    },
  };
}
