import { type JobReport, type JobsOfNode, type JobsTouched, type WatchStore } from '@skein/persistence';

/** What followers write: one node at a time, as they hear it. */
export type JobWriter = Pick<WatchStore, 'recordJobs' | 'touchJobs'>;

/** Reports wait for company so long: short against what anybody does with them, long enough that hundreds of nodes share a statement. */
const collectMilliseconds = 80;

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Writes what many followers report in one statement. Each caller waits until its own words are written, so a follower never says a second
 * thing before the first. Two reports on one job never stand in the same statement.
 */
export function openReportDesk(watch: Pick<WatchStore, 'recordJobsOf' | 'touchJobsOf'>): JobWriter {
  const reports = openBatches<JobsOfNode>(({ reports: ofNode }) => ofNode.map((report: JobReport) => report.jobId), async (batch) => { await watch.recordJobsOf(batch); });
  const touches = openBatches<JobsTouched>(() => [], (batch) => watch.touchJobsOf(batch));
  return {
    async recordJobs(nodeId, ofNode) {
      await reports.add({ nodeId, reports: ofNode });
      return ofNode.map((report) => report.jobId);
    },
    touchJobs: (nodeId, seenBootId, attached) => touches.add({ nodeId, seenBootId, attached }),
  };
}

/** One batch is written at a time; what comes meanwhile is the next one. `keysOf`: what must not stand twice in a batch. */
function openBatches<Item>(keysOf: (item: Item) => readonly string[], write: (batch: readonly Item[]) => Promise<void>): { add(item: Item): Promise<void> } {
  let queue: { readonly item: Item; readonly waiting: Waiting }[] = [];
  let writing = false;

  const takeBatch = (): typeof queue => {
    const keys = new Set<string>();
    const batch: typeof queue = [];
    const left: typeof queue = [];
    for (const one of queue) {
      const own = keysOf(one.item);
      const isFree = !own.some((key) => keys.has(key));
      (isFree ? batch : left).push(one);
      for (const key of own) keys.add(key);
    }
    queue = left;
    return batch;
  };

  const run = async (): Promise<void> => {
    writing = true;
    while (queue.length > 0) {
      await new Promise((resolve) => setTimeout(resolve, collectMilliseconds));
      const batch = takeBatch();
      try {
        await write(batch.map(({ item }) => item));
        for (const { waiting } of batch) waiting.resolve();
      } catch (cause) {
        for (const { waiting } of batch) waiting.reject(cause as Error);
      }
    }
    writing = false;
  };

  return {
    add: (item) => new Promise((resolve, reject) => {
      queue.push({ item, waiting: { resolve, reject } });
      if (!writing) void run();
    }),
  };
}
