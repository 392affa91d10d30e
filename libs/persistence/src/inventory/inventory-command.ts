import { type CredentialId, type NodeId, type Probe, type Refusal, type SiteId, type TargetProfile, type TargetProfileId } from '@skein/core';
import { type CommandContext } from '../database/idempotent.ts';

/** The way into a site as it is stored: credentials by id, opened only when a node is reached. */
export type StoredRoute =
  | { readonly kind: 'ssh'; readonly proxy: string | null; readonly bastions: readonly { readonly address: string; readonly port: number; readonly hostKeys: readonly string[]; readonly credentialId: CredentialId }[] }
  | { readonly kind: 'simulated'; readonly socket: string };

export interface NodeImportRow {
  /** Where a person finds it: the line of the CSV, the item of the JSON. Without it, its place from 1. */
  readonly row?: number;
  readonly externalId: string;
  readonly hostname: string;
  /** Name of the site. */
  readonly site: string;
  readonly address: string;
  readonly port: number;
  /** Name of the credential; null: the site's. */
  readonly credential: string | null;
  readonly hostKeys: readonly string[];
  readonly machineId: string | null;
  /** Paths such as `sz/az1/rack-07`; each prefix is a failure domain too. */
  readonly domains: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** `control`, `bastion`, `mirror`, `provider`, `loadBalancer`, `controlPlane` are protected whatever the row says; null or `member`: ordinary. */
  readonly role: string | null;
  readonly protected: boolean;
  readonly probes: readonly Probe[];
}

export interface ImportProblem {
  /** As in `NodeImportRow`. */
  readonly row: number;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
}

/** One row of an import, or what is wrong with one: a reader hands on both, so that all problems of an import are listed together. */
export type ImportEntry = NodeImportRow | ImportProblem;

export interface ImportReport {
  /** Good rows that came. */
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Nodes that a mirrored import marks as missing. */
  readonly missing: number;
  /** The first 1000; while there is one, nothing is imported. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
}

/** Refusals: permissionMissing, invalidInput, credentialNotFound, siteNotFound, nodeNotFound, runOpen, idempotencyKeyReused, importEmpty, importUnderWay, tooManyMissing. */
export interface InventoryCommands {
  saveCredential(request: CommandContext & { readonly name: string; readonly user: string; readonly privateKey: string; readonly become: 'none' | 'sudo' }): Promise<{ readonly credentialId: CredentialId } | Refusal>;
  /** Bastions and the site's own credential by name. */
  saveSite(request: CommandContext & {
    readonly name: string;
    readonly route:
      | { readonly kind: 'ssh'; readonly proxy: string | null; readonly bastions: readonly { readonly address: string; readonly port: number; readonly hostKeys: readonly string[]; readonly credential: string }[] }
      | { readonly kind: 'simulated'; readonly socket: string };
    readonly credential: string | null;
    readonly provider: string | null;
  }): Promise<{ readonly siteId: SiteId } | Refusal>;
  saveBudget(request: CommandContext & { readonly domain: string; readonly unavailableMax: number }): Promise<{ readonly domain: string } | Refusal>;
  saveTargetProfile(request: CommandContext & Omit<TargetProfile, 'id'>): Promise<{ readonly targetProfileId: TargetProfileId } | Refusal>;
  /**
   * All or nothing, by (source, externalId). `merge` leaves alone what is not named, `mirror` marks it as missing; refused when that is more
   * than `missingPercentMax` (5) of the source. Rows are taken as they come, never all at once. With `dryRun` it answers the same and
   * changes nothing.
   */
  importNodes(request: CommandContext & {
    readonly source: string; readonly rows: AsyncIterable<ImportEntry> | Iterable<ImportEntry>; readonly dryRun: boolean;
    readonly mode?: 'merge' | 'mirror'; readonly missingPercentMax?: number;
  }): Promise<ImportReport | Refusal>;
  protectNode(request: CommandContext & { readonly nodeId: NodeId; readonly protected: boolean }): Promise<{ readonly nodeId: NodeId } | Refusal>;
  holdNode(request: CommandContext & { readonly nodeId: NodeId; readonly held: boolean }): Promise<{ readonly nodeId: NodeId } | Refusal>;
  /** Out of every budget for good; an open run must have ended, a lease of a run that cannot end is released with it. */
  retireNode(request: CommandContext & { readonly nodeId: NodeId }): Promise<{ readonly nodeId: NodeId } | Refusal>;
  clearQuarantine(request: CommandContext & { readonly nodeId: NodeId }): Promise<{ readonly nodeId: NodeId } | Refusal>;
}
