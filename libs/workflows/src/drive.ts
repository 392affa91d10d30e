import { ActivityFailure, condition, continueAsNew, proxyActivities, setHandler, TimeoutFailure, workflowInfo, type Workflow } from '@temporalio/workflow';
import { controlQueue, poke, type DriverActivities, type Next } from '@skein/contract';

/** Waits are bounded: whoever missed every poke looks at the rows again after ten minutes. */
const waitSecondsMax = 600;

const activitiesOn = (queue: string): DriverActivities =>
  proxyActivities<DriverActivities>({
    taskQueue: queue,
    startToCloseTimeout: '45 seconds',
    // Nobody at the site: the driver turns to the control queue instead of waiting for a worker that may never come.
    ...(queue === controlQueue ? {} : { scheduleToStartTimeout: '15 seconds' }),
    retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
  });

const nobodyTookIt = (failure: unknown): boolean =>
  failure instanceof ActivityFailure && failure.cause instanceof TimeoutFailure && failure.cause.timeoutType === 'SCHEDULE_TO_START';

/**
 * The loop of all drivers: advance, then do what the rows said. It remembers only which queue to call next; everything else is rows,
 * so ending, resetting or replaying it cannot change a decision.
 */
export async function drive<T extends Workflow>(self: Parameters<T>, advance: (activities: DriverActivities, siteSilent: boolean) => Promise<Next>): Promise<void> {
  let poked = false;
  setHandler(poke, () => { poked = true; });
  let queue = controlQueue;
  let siteSilent = false;
  for (;;) {
    poked = false;
    let next: Next;
    try {
      next = await advance(activitiesOn(queue), siteSilent);
      siteSilent = false;
    } catch (failure) {
      if (!nobodyTookIt(failure)) throw failure;
      siteSilent = true;
      queue = controlQueue;
      continue;
    }
    if (next.kind === 'done') {
      if (!poked) return; // a poke that came meanwhile still counts
      queue = controlQueue;
    } else {
      queue = next.queue;
      if (next.kind !== 'again') await condition(() => poked, (next.kind === 'wake' ? Math.min(next.inSeconds, waitSecondsMax) : waitSecondsMax) * 1000);
    }
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<T>(...self);
  }
}
