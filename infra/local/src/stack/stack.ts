import { type FleetHandle, type FleetOptions } from '../parts/fleet.ts';
import { type Terminal } from '../terminal/terminal.ts';
import { type PortName } from './ports.ts';
import { type People } from './secrets.ts';

/** What runs beside each other on one machine, in the order in which it is started; stopping goes the other way round. */
export const partNames = ['postgres', 'temporal', 'worker', 'api', 'fleet'] as const;
export type PartName = (typeof partNames)[number];

export interface StackOptions extends FleetOptions {
  /** Folder of all state of this stack; created when missing. Two stacks have two homes. */
  readonly home: string;
  /** Ports that must be used; the others are picked once and remembered in the home. */
  readonly ports?: Partial<Record<PortName, number>>;
  /** Leave the fleet running when the stack stops. Default false. */
  readonly keepFleet?: boolean;
  /** Added to what the api and the worker get; failpoints of tests, log levels. */
  readonly environment?: { readonly api?: Readonly<Record<string, string>>; readonly worker?: Readonly<Record<string, string>> };
  /** The file that the worker reads its providers and hooks from. Default: one that names the fleet's provider and no hooks. */
  readonly integrationsFile?: string;
  /** Aborting it while things start stops what is up by then; afterwards it does nothing. */
  readonly signal?: AbortSignal;
  /** Where progress is shown. Default: nowhere. */
  readonly terminal?: Terminal;
}

export interface Stack {
  readonly home: string;
  readonly urls: { readonly api: string; readonly worker: string; readonly database: string; readonly temporal: string };
  readonly temporalNamespace: string;
  readonly people: People;
  readonly passwordsFile: string;
  readonly token: string;
  readonly tokenFile: string;
  readonly fleet: FleetHandle;
  /** Process ids as they are now; null: not ours (given by address) or not running. */
  readonly pids: Readonly<Record<PartName, number | null>>;
  /** kill -9 of exactly that process; it is started again by itself, like after any death. Resolves when it is dead. */
  kill(part: PartName): Promise<void>;
  /** Orderly stop and start; resolves when it is healthy. */
  restart(part: PartName): Promise<void>;
  /** Stops a part and keeps it stopped until `startPart`. `SIGKILL` gives it no time for anything. */
  stopPart(part: PartName, signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  startPart(part: PartName): Promise<void>;
  /** Resolves when the part answers its health question again; rejects after `seconds`. */
  untilHealthy(part: PartName, seconds?: number): Promise<void>;
  /** api, worker, Temporal, PostgreSQL, and the fleet unless it is to be kept. Resolves when all are gone. Safe to call twice. */
  stop(options?: { readonly keepFleet?: boolean }): Promise<void>;
}
