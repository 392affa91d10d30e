/** Something done again and again in the background: never twice at once, never silent about failing, stoppable. */
export interface BackgroundLoop {
  /** Look now instead of at the end of the pause. */
  nudge(): void;
  /** Milliseconds since the last time that a round succeeded. */
  age(): number;
  stop(): Promise<void>;
}

export function startLoop(options: {
  readonly name: string;
  readonly pauseMilliseconds: number;
  /** Returns true when there is more to do at once. */
  readonly round: (signal: AbortSignal) => Promise<boolean>;
  readonly onError: (name: string, error: Error) => void;
}): BackgroundLoop {
  const stopping = new AbortController();
  let wake: () => void = () => undefined;
  let nudged = false;
  let succeededAt = performance.now();
  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => { clearTimeout(timer); resolve(); };
    });
  const run = async (): Promise<void> => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      nudged = false;
      let more = false;
      try {
        more = await options.round(stopping.signal);
        succeededAt = performance.now();
        failures = 0;
      } catch (error) {
        if (stopping.signal.aborted) return;
        failures += 1;
        options.onError(options.name, error as Error);
      }
      // Whoever stops it during a round does not wait for a pause that nobody needs any more.
      if (stopping.signal.aborted) return;
      if (failures > 0) await pause(Math.min(250 * 2 ** failures, 5000));
      else if (!more && !nudged) await pause(options.pauseMilliseconds);
    }
  };
  const ended = run();
  return {
    nudge() { nudged = true; wake(); },
    age: () => performance.now() - succeededAt,
    async stop() {
      stopping.abort();
      wake();
      await ended;
    },
  };
}
