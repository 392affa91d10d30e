import { type Connection } from '@temporalio/client';
import { startLoop, type BackgroundLoop } from '../driver/background-loop.ts';

/** A long poll lasts a minute: a poller that was not seen for so long is dead, however healthy its process looks. */
const unseenSecondsMax = 150;
const lookEveryMilliseconds = 20_000;

/** Asks the server, not ourselves, whether our pollers are there. */
export function watchPollers(options: { readonly connection: Connection; readonly namespace: string; readonly identity: string; readonly queues: readonly string[]; readonly onError: (name: string, error: Error) => void }): BackgroundLoop & { add(queue: string): void; problems(): string[] } {
  const seenAt = new Map<string, number>(options.queues.map((queue) => [queue, performance.now()]));
  let asked = performance.now();
  const loop = startLoop({
    name: 'pollers', pauseMilliseconds: lookEveryMilliseconds, onError: options.onError,
    async round() {
      for (const queue of seenAt.keys()) {
        // 2 is the activity queue in the service's enumeration.
        const answer = await options.connection.workflowService.describeTaskQueue({ namespace: options.namespace, taskQueue: { name: queue }, taskQueueType: 2 });
        if (answer.pollers?.some((poller) => poller.identity === options.identity)) seenAt.set(queue, performance.now());
      }
      asked = performance.now();
      return false;
    },
  });
  return {
    ...loop,
    add(queue) { seenAt.set(queue, performance.now()); },
    // While the server does not answer nobody can tell; that is the server's problem and not a reason to restart this process.
    problems: () => (performance.now() - asked > lookEveryMilliseconds * 3 ? [] : [...seenAt].filter(([, at]) => performance.now() - at > unseenSecondsMax * 1000).map(([queue]) => `nobody polls queue ${queue} for this process`)),
  };
}
