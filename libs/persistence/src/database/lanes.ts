import { AsyncLocalStorage } from 'node:async_hooks';
import { type PostgresPool, type PostgresPoolClient } from 'kysely';

interface Lane {
  held: number;
  leftAt: number;
  readonly waiting: (() => void)[];
}

/** People look before they ask again, and count as readers meanwhile. */
const readsForMilliseconds = 1000;

/**
 * Work is done on behalf of somebody; each holds only so many connections at a time, so that nobody's slow lists take all of them: more than
 * one while nobody else reads, and one otherwise.
 */
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

  const shareOf = (lane: Lane): number => {
    const before = performance.now() - readsForMilliseconds;
    for (const [name, other] of lanes) if (other !== lane && other.held === 0 && other.leftAt < before) lanes.delete(name);
    return [...lanes.values()].some((other) => other !== lane) ? 1 : connectionsPerOwnerMax;
  };

  // Whoever waits has somebody of the same lane in front, who lets in on leaving.
  const letIn = (lane: Lane): void => {
    const share = shareOf(lane);
    while (lane.held < share) {
      const next = lane.waiting.shift();
      if (next === undefined) return;
      lane.held += 1;
      next();
    }
  };

  const enter = async (name: string): Promise<() => void> => {
    const lane = lanes.get(name) ?? { held: 0, leftAt: performance.now(), waiting: [] };
    lanes.set(name, lane);
    await new Promise<void>((resolve) => {
      lane.waiting.push(resolve);
      letIn(lane);
    });
    return () => {
      lane.held -= 1;
      lane.leftAt = performance.now();
      letIn(lane);
    };
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
