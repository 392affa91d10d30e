import { setTimeout as sleep } from 'node:timers/promises';
import { removeProcessFile } from './process-file.ts';
import { isAlive, signalProcess, stopProcess, untilGone } from './process-identity.ts';
import { type RunningProcess, tailOf } from './running-process.ts';

/** One process that has to be there all the time. */
export interface Part {
  readonly name: string;
  readonly logFile: string;
  readonly processFile: string;
  start(): Promise<RunningProcess>;
  /** One question, answered within a few seconds; never rejects. */
  healthy(): Promise<boolean>;
  readonly stopSignal: NodeJS.Signals;
  /** How long an orderly stop may take before it is killed. */
  readonly stopSeconds: number;
  readonly healthSeconds: number;
}

export type PartEvent =
  | { readonly kind: 'died'; readonly part: string; readonly how: string; readonly restartInSeconds: number }
  | { readonly kind: 'restarted'; readonly part: string }
  | { readonly kind: 'restartFailed'; readonly part: string; readonly why: string };

/** Keeps one part alive: a death is followed by a start, sooner at first and later when it keeps dying. */
export interface Supervised {
  readonly name: string;
  readonly pid: number | null;
  start(): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** kill -9 as if from outside: it comes back by itself. */
  kill(): Promise<void>;
  untilHealthy(seconds: number): Promise<void>;
}

const firstDelaySeconds = 0.5;
const delaySecondsMax = 15;
/** A part that ran this long is not "dying again". */
const steadySeconds = 60;

export function supervise(part: Part, tell: (event: PartEvent) => void): Supervised {
  let running: RunningProcess | null = null;
  /** Set while the part is wanted; aborting it ends the watch and every wait in it. */
  let watch: { readonly stop: AbortController; readonly done: Promise<void> } | null = null;

  const pid = () => (running !== null && isAlive(running.identity) ? running.identity.pid : null);
  const withLog = async (what: string) => new Error(`${what}; the end of ${part.logFile}:\n${await tailOf(part.logFile, 12)}`);

  async function untilHealthy(seconds: number, signal?: AbortSignal): Promise<void> {
    const deadline = performance.now() + seconds * 1000;
    while (!(pid() !== null && (await part.healthy()))) {
      if (performance.now() >= deadline) throw await withLog(`${part.name} did not become healthy within ${seconds} s`);
      await sleep(100, undefined, signal === undefined ? {} : { signal });
    }
  }

  async function keepAlive(first: RunningProcess, signal: AbortSignal): Promise<void> {
    let delay = firstDelaySeconds;
    let current: RunningProcess | null = first;
    let how = '';
    while (!signal.aborted) {
      const since = performance.now();
      if (current !== null) how = await current.exited;
      if (signal.aborted) return;
      if (performance.now() - since > steadySeconds * 1000) delay = firstDelaySeconds;
      tell({ kind: 'died', part: part.name, how, restartInSeconds: delay });
      await sleep(delay * 1000, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      delay = Math.min(delay * 2, delaySecondsMax);
      try {
        const started = await part.start();
        current = started;
        running = started;
        // Whoever waited for one that has died again meanwhile has nothing to tell.
        const isNews = () => !signal.aborted && running === started && isAlive(started.identity);
        untilHealthy(part.healthSeconds, signal).then(
          () => { if (isNews()) tell({ kind: 'restarted', part: part.name }); },
          (error: unknown) => { if (isNews()) tell({ kind: 'restartFailed', part: part.name, why: (error as Error).message }); },
        );
      } catch (error) {
        current = null;
        how = (error as Error).message;
      }
    }
  }

  return {
    name: part.name,
    get pid() {
      return pid();
    },
    async start() {
      if (watch !== null) return untilHealthy(part.healthSeconds);
      const first = await part.start();
      running = first;
      const stop = new AbortController();
      // At a first start an early death is told at once instead of being tried again: it is nearly always the configuration.
      const died = first.exited.then(async (how) => { throw await withLog(`${part.name} ended with ${how}`); });
      died.catch(() => undefined);
      try {
        await Promise.race([untilHealthy(part.healthSeconds, stop.signal), died]);
      } catch (error) {
        stop.abort();
        await stopProcess(first.identity, part.stopSignal, part.stopSeconds);
        removeProcessFile(part.processFile);
        throw error;
      }
      watch = { stop, done: keepAlive(first, stop.signal) };
    },
    async stop(signal = part.stopSignal) {
      const ending = watch;
      watch = null;
      ending?.stop.abort();
      if (running !== null) await stopProcess(running.identity, signal, part.stopSeconds);
      await ending?.done;
      // It may have been in the middle of a restart when it was told to stop.
      if (running !== null) await stopProcess(running.identity, signal, part.stopSeconds);
      running = null;
      removeProcessFile(part.processFile);
    },
    async kill() {
      if (running === null) return;
      signalProcess(running.identity, 'SIGKILL');
      await untilGone(running.identity, 10);
    },
    untilHealthy: (seconds) => untilHealthy(seconds),
  };
}
