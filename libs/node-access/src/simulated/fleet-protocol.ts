import { type Probe } from '@skein/core';
import { type Fingerprint, type Hello, type JobStatus, type NodeAccessFailure } from '../transport/node-transport.ts';

/**
 * One JSON document per line in both directions, many requests at once on one connection. Keys are short because 2,000 nodes speak here.
 * Numbers that may outgrow a double (fences) travel as strings.
 */
export interface FleetRequest {
  /** Chosen by the caller; the answer repeats it. */
  readonly i: number;
  readonly v: string;
  /** Address or external id of the node. */
  readonly n?: string;
  /** Host keys that the caller accepts; absent for provider and control verbs, which do not log in. */
  readonly k?: readonly string[];
  readonly a?: Readonly<Record<string, unknown>>;
}

export type FleetReply =
  | { readonly i: number; readonly r: unknown }
  | { readonly i: number; readonly e: NodeAccessFailure | 'badRequest'; readonly m: string }
  /** One frame of a follow. */
  | { readonly i: number; readonly f: FollowWire }
  /** Heartbeats of all follows of this connection in one line: request id, uptime. */
  | { readonly b: readonly (readonly [number, number])[] };

export type HelloWire = Omit<Hello, 'fence'> & { readonly fence: string };
export type FollowWire = { readonly hello: HelloWire } | { readonly job: JobStatus; readonly incarnation: number };
export type FingerprintWire = Fingerprint;
/** `[address, accepted host keys]`. */
export type PingWire = readonly [string, readonly string[]];
export type PongWire = readonly [string, number] | NodeAccessFailure;
export type ProbeWire = readonly [string, readonly Probe[]];

export interface FleetInfo {
  readonly pid: number;
  readonly nodes: number;
  readonly seed: number;
  readonly stateDirectory: string;
  /** Starts of the fleet process so far; each one after the first was a power blip for all nodes. */
  readonly generation: number;
}

/** Longest line that either side accepts; a ping of 100,000 nodes fits. */
export const lineBytesMax = 32 * 1024 * 1024;
