import { classifyReconnect, type JobId, type JobRowState } from '@skein/core';
import { NodeAccessError, type FollowFrame, type JobStatus, type NodeTransport } from '@skein/node-access';
import { type JobReport, type WatchedNode, type WatchStore } from '@skein/persistence';

/** One open channel to one node with open jobs. It reports; what follows from a report is decided elsewhere. */
export interface JobFollower {
  /** What PostgreSQL says now: new jobs, acknowledged seq, a commanded restore. */
  update(node: WatchedNode): void;
  stop(): Promise<void>;
}

const reconnectSecondsMax = 5;
/** Heartbeats are written this often at most: a clock, not a log. */
const touchEveryMilliseconds = 10_000;

export function followJobs(first: WatchedNode, deps: { readonly transport: Pick<NodeTransport, 'follow'>; readonly watch: Pick<WatchStore, 'recordJobs' | 'touchJobs'>; readonly onError: (what: string, error: Error) => void }): JobFollower {
  const stopping = new AbortController();
  let node = first;
  let seq = first.seq;
  let touchedAt = 0;
  // A node may speak of a job before this process has read the row of it; what it said last is kept until then.
  const early = new Map<JobId, Extract<FollowFrame, { kind: 'job' }>>();
  const { target } = first;

  const report = async (incarnation: number, seenBootId: string, jobs: readonly { readonly status: JobStatus; readonly state: JobRowState }[]): Promise<void> => {
    const reports: JobReport[] = jobs.map(({ status, state }) => ({
      jobId: status.jobId, state, phase: status.phase, incarnation, seq: status.seq, seenBootId, exitCode: status.exitCode, reason: status.reason, transactions: status.transactions,
    }));
    if (reports.length > 0) await deps.watch.recordJobs(target.nodeId, reports);
  };

  // `known` is what PostgreSQL said before the channel was opened: a hello that is older than a job's launch must not speak about it.
  const onFrame = async (frame: FollowFrame, known: WatchedNode): Promise<void> => {
    switch (frame.kind) {
      case 'hello': {
        const { hello } = frame;
        await deps.watch.touchJobs(target.nodeId, hello.bootId, true);
        const seen = [];
        for (const job of known.jobs) {
          const state = classifyReconnect({ ...job, incarnation: known.incarnation, seq: known.seq, restoreCommanded: known.restoreCommanded }, hello);
          if (state === 'RESTORED') continue; // the run that commanded it verifies and adopts
          const status = hello.jobs.find((one) => one.jobId === job.jobId);
          // Of a launch that has not arrived the node knows nothing, which is no report: one would look newer than the answer to the launch.
          if (state !== job.state || (status !== undefined && status.phase !== job.phase)) {
            const why = state !== 'VOID' ? null : hello.bootId === job.launchBootId ? 'tooLate' : 'bootChanged';
            seen.push({ status: status ?? { ...unheardOf(job.jobId, hello.bootId, hello.seq), reason: why }, state });
          }
        }
        await report(hello.incarnation, hello.bootId, seen);
        seq = Math.max(seq, hello.incarnation === known.incarnation ? hello.seq : 0);
        return;
      }
      case 'job': {
        const job = node.jobs.find((one) => one.jobId === frame.job.jobId);
        seq = Math.max(seq, frame.job.seq);
        if (job === undefined) early.set(frame.job.jobId, frame);
        else await report(frame.incarnation, frame.job.bootId, [{ status: frame.job, state: stateOf(frame.job, job.launchBootId) }]);
        return;
      }
      case 'heartbeat':
        if (performance.now() - touchedAt < touchEveryMilliseconds) return;
        touchedAt = performance.now();
        await deps.watch.touchJobs(target.nodeId, frame.bootId, false);
    }
  };

  const run = async (): Promise<void> => {
    for (let seconds = 0.5; !stopping.signal.aborted; seconds = Math.min(seconds * 1.6, reconnectSecondsMax)) {
      try {
        const known = node;
        for await (const frame of deps.transport.follow(target, seq, stopping.signal)) {
          seconds = 0.5;
          await onFrame(frame, known);
        }
      } catch (error) {
        if (stopping.signal.aborted) return;
        if (error instanceof NodeAccessError) {
          if (error.failure === 'hostKeyMismatch') await strangerAnswers();
        } else {
          deps.onError(`follow ${target.nodeId}`, error as Error);
        }
      }
      await pause(seconds, stopping.signal);
    }
  };

  const strangerAnswers = async (): Promise<void> => {
    await report(node.incarnation, '', node.jobs.map((job) => ({ status: { ...unheardOf(job.jobId, '', node.seq + 1), phase: job.phase }, state: 'IDENTITY_CHANGED' as const }))).catch((error: unknown) => deps.onError('report', error as Error));
  };

  const ended = run();
  return {
    update(latest) {
      node = latest;
      for (const job of latest.jobs) {
        const frame = early.get(job.jobId);
        if (frame === undefined) continue;
        early.delete(job.jobId);
        onFrame(frame, latest).catch((error: unknown) => deps.onError(`report ${job.jobId}`, error as Error));
      }
    },
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

const unheardOf = (jobId: JobId, bootId: string, seq: number): JobStatus => ({ jobId, kind: 'stage', state: 'unknown', phase: 'unknown', bootId, seq, exitCode: null, reason: null, transactions: 0, logBytes: 0 });

/** A job frame comes from the boot in which the channel is open; another boot than the launch's is told by `hello`. */
function stateOf(job: JobStatus, launchBootId: string): JobRowState {
  switch (job.state) {
    case 'alive': return 'RUNNING';
    case 'exited': return 'EXITED';
    case 'refused': return 'VOID';
    case 'dead': return job.bootId === launchBootId ? 'CRASHED' : job.phase === 'rebooting' ? 'REBOOTED' : 'POWER_LOSS';
    case 'unknown': return 'UNCONFIRMED';
  }
}

const pause = (seconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, seconds * 1000);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
