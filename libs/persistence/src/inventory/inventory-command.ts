import { type CredentialId, type NodeId, type Probe, type Refusal, type SiteId, type TargetProfile, type TargetProfileId } from '@skein/core';
import { type CommandContext } from '../campaign/campaign-command.ts';

/** The way into a site as it is stored: credentials by id, opened only when a node is reached. */
export type StoredRoute =
  | { readonly kind: 'ssh'; readonly proxy: string | null; readonly bastions: readonly { readonly address: string; readonly port: number; readonly hostKeys: readonly string[]; readonly credentialId: CredentialId }[] }
  | { readonly kind: 'simulated'; readonly socket: string };

export interface NodeImportRow {
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
  /** Index into the rows, from 1. */
  readonly row: number;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
}

export interface ImportReport {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** The first 1000; while there is one, nothing is imported. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
}

/** Refusals: permissionMissing, invalidInput, credentialNotFound, siteNotFound, nodeNotFound, runOpen, idempotencyKeyReused, importEmpty, importTooLarge. */
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
  /** All or nothing, merged by (source, externalId). With `dryRun` it answers the same and changes nothing. */
  importNodes(request: CommandContext & { readonly source: string; readonly rows: readonly NodeImportRow[]; readonly dryRun: boolean }): Promise<ImportReport | Refusal>;
  protectNode(request: CommandContext & { readonly nodeId: NodeId; readonly protected: boolean }): Promise<{ readonly nodeId: NodeId } | Refusal>;
  holdNode(request: CommandContext & { readonly nodeId: NodeId; readonly held: boolean }): Promise<{ readonly nodeId: NodeId } | Refusal>;
  /** Out of every budget for good; an open run must have ended, a lease of a run that cannot end is released with it. */
  retireNode(request: CommandContext & { readonly nodeId: NodeId }): Promise<{ readonly nodeId: NodeId } | Refusal>;
  clearQuarantine(request: CommandContext & { readonly nodeId: NodeId }): Promise<{ readonly nodeId: NodeId } | Refusal>;
}
