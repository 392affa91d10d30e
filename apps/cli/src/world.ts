import { setTimeout as sleepFor } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { type Environment, readEnvironment } from './environment.ts';
import { openTerminal, type Terminal } from './terminal/terminal.ts';

/** Everything outside of the program that a command touches. */
export interface World {
  readonly environment: Environment;
  readonly terminal: Terminal;
  readonly fetch: typeof fetch;
  readonly webSocketImpl: unknown;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** Ends early, with an error, when the signal is aborted. */
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export function openWorld(signal: AbortSignal): World {
  const environment = readEnvironment();
  return {
    environment, signal, fetch: globalThis.fetch, webSocketImpl: WebSocket, now: Date.now,
    terminal: openTerminal({ noColour: environment.noColour, signal }),
    sleep: (milliseconds) => sleepFor(milliseconds, undefined, { signal }),
  };
}
