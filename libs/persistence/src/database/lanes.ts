import { AsyncLocalStorage } from 'node:async_hooks';
import { type PostgresPool, type PostgresPoolClient } from 'kysely';

interface Lane {
  held: number;
  readonly waiting: (() => void)[];
}

/** Work is done on behalf of somebody; each holds only so many connections at a time, so that nobody's slow lists take all of them. */
export interface Lanes {
  /** Whatever `work` asks is counted to `owner`. */
  run<T>(owner: string, work: () => T): T;
  /** Whose work is being done; null: nobody's in particular. */
  owner(): string | null;
  /** The same pool; whoever has no lane is not limited. */
  limit(pool: PostgresPool): PostgresPool;
}

export function createLanes(connectionsPerOwnerMax: number): Lanes {
  const owner = new AsyncLocalStorage<string>();
  const lanes = new Map<string, Lane>();

  const leave = (name: string, lane: Lane): void => {
    const next = lane.waiting.shift();
    if (next !== undefined) {
      next();
      return;
    }
    lane.held -= 1;
    if (lane.held === 0) lanes.delete(name);
  };

  const enter = async (name: string): Promise<() => void> => {
    const lane = lanes.get(name) ?? { held: 0, waiting: [] };
    lanes.set(name, lane);
    if (lane.held < connectionsPerOwnerMax) lane.held += 1;
    // Who leaves hands its place over, so the count stays.
    else await new Promise<void>((resolve) => { lane.waiting.push(resolve); });
    return () => { leave(name, lane); };
  };

  return {
    run: (name, work) => owner.run(name, work),
    owner: () => owner.getStore() ?? null,
    limit(pool) {
      const limited = new WeakMap<PostgresPoolClient, PostgresPoolClient>();
      const leaves = new WeakMap<PostgresPoolClient, () => void>();
      const released = (client: PostgresPoolClient): PostgresPoolClient => ({
        query: client.query.bind<PostgresPoolClient['query']>(client),
        release() {
          client.release();
          leaves.get(client)?.();
          leaves.delete(client);
        },
      });
      return {
        options: pool.options,
        async connect() {
          const name = owner.getStore();
          const leaveLane = name === undefined ? null : await enter(name);
          try {
            const client = await pool.connect();
            if (leaveLane !== null) leaves.set(client, leaveLane);
            const known = limited.get(client) ?? released(client);
            limited.set(client, known);
            return known;
          } catch (cause) {
            leaveLane?.();
            throw cause;
          }
        },
        end: () => pool.end(),
      };
    },
  };
}
