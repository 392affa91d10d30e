import { hostname } from 'node:os';
import { Runtime, Worker, type NativeConnection } from '@temporalio/worker';
import { controlQueue, type DriverActivities } from '@skein/contract';

/** A worker that is told to stop lets its activities finish for so long; all are shorter than that. */
const graceTime = '30 seconds';

export const workerIdentity = `skein-worker@${hostname()}#${process.pid}`;

export function installRuntime(log: (level: string, message: string) => void): void {
  Runtime.install({
    shutdownSignals: [], // this process ends its parts in its own order
    logger: {
      log: (level, message) => log(level.toLowerCase(), message),
      trace: () => undefined, debug: () => undefined,
      info: () => undefined,
      warn: (message, meta) => log('warn', withCause(message, meta)),
      error: (message, meta) => log('error', withCause(message, meta)),
    },
  });
}

/** The SDK keeps the reason beside the message; a log without it says only that something is wrong. */
const withCause = (message: string, meta: Readonly<Record<string, unknown>> | undefined): string =>
  meta?.['error'] instanceof Error ? `${message}: ${typeof meta['activityType'] === 'string' ? meta['activityType'] : ''} ${meta['error'].stack ?? meta['error'].message}` : message;

/** One worker per queue: control runs workflows and decisions, a site's queue only work on its nodes. */
export async function createWorkers(options: {
  readonly connection: NativeConnection; readonly namespace: string; readonly workflowBundle: string;
  readonly control: boolean; readonly siteQueues: readonly string[]; readonly activities: DriverActivities;
}): Promise<readonly Worker[]> {
  const { connection, namespace, activities } = options;
  const shared = { connection, namespace, activities: { ...activities }, identity: workerIdentity, shutdownGraceTime: graceTime, shutdownForceTime: '40 seconds' } as const;
  const workers: Worker[] = [];
  if (options.control) {
    workers.push(await Worker.create({
      ...shared, taskQueue: controlQueue, workflowBundle: { codePath: options.workflowBundle },
      // A workflow task is a few milliseconds of CPU: more of them at once would only wait here, and on a busy machine time out here.
      maxCachedWorkflows: 2500, maxConcurrentActivityTaskExecutions: 48, maxConcurrentWorkflowTaskExecutions: 12,
      workflowTaskPollerBehavior: { type: 'autoscaling', minimum: 1, initial: 2, maximum: 8 }, activityTaskPollerBehavior: { type: 'autoscaling', minimum: 1, initial: 2, maximum: 8 },
    }));
  }
  for (const taskQueue of options.siteQueues) {
    workers.push(await Worker.create({ ...shared, taskQueue, maxConcurrentActivityTaskExecutions: 32, activityTaskPollerBehavior: { type: 'autoscaling', minimum: 1, initial: 1, maximum: 4 } }));
  }
  return workers;
}
